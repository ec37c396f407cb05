/** Longer lists are rare, and are not padded. */
const LONGEST = 1024

/**
 * Repeats the last value until the length is a power of two. Lists of up to n values then have log n different
 * lengths. A database that binds each value as a parameter has fewer statements to prepare and plan.
 */
export function padded<Value>(values: readonly Value[]): readonly Value[] {
  const last = values.at(-1)
  if (last === undefined || values.length > LONGEST) return values
  const length = 2 ** Math.ceil(Math.log2(values.length))
  return [...values, ...Array<Value>(length - values.length).fill(last)]
}
