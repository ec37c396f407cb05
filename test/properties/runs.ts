/** The number of runs of a property: PROPERTY_RUNS, or a number small enough for interactive use. */
export function runs(usual: number): { numRuns: number } {
  return { numRuns: Number(process.env.PROPERTY_RUNS ?? usual) }
}
