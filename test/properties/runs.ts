/** The number of runs of a property: PROPERTY_RUNS, or few enough for a test that a person waits for. */
export function runs(usual: number): { numRuns: number } {
  return { numRuns: Number(process.env.PROPERTY_RUNS ?? usual) }
}
