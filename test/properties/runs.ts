/** The number of runs of a property: PROPERTY_RUNS, or a quarter of the usual number, so that `npm test` is short on a slow machine. */
export function runs(usual: number): { numRuns: number } {
  return { numRuns: Number(process.env.PROPERTY_RUNS ?? Math.ceil(usual / 4)) }
}
