/** Lists above this length are rare, and stay as they are. */
const LONGEST = 1024

/**
 * The values, the last one repeated until their number is a power of two. A list of n values then has
 * one of log n texts and not one of n, so that a database that binds each value on its own has few
 * statements to prepare and to plan.
 */
export function padded<Value>(values: readonly Value[]): readonly Value[] {
  const last = values.at(-1)
  if (last === undefined || values.length > LONGEST) return values
  const length = 2 ** Math.ceil(Math.log2(values.length))
  return [...values, ...Array<Value>(length - values.length).fill(last)]
}
