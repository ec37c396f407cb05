/** How often a property is tried: PROPERTY_RUNS times, or as often as fits into a test that a person waits for. */
export function runs(usual: number): { numRuns: number } {
  return { numRuns: Number(process.env.PROPERTY_RUNS ?? usual) }
}
