/** The most digits that a double needs. */
const MAX_PRECISION = 17

/**
 * Finds a finite double strictly between two doubles, with few digits if possible. A bound that is undefined is no
 * bound. Undefined exactly if there is no double.
 */
export function doubleBetween(below = -Infinity, above = Infinity): number | undefined {
  for (const double of candidates(below, above))
    if (below < double && double < above && Number.isFinite(double)) return double
  return undefined
}

function* candidates(below: number, above: number): Generator<number> {
  yield 0
  yield Math.floor(below) + 1
  yield Math.ceil(above) - 1
  const { MAX_VALUE } = Number
  // Halves first: the sum of two doubles may be infinite.
  const middle = Math.max(below, -MAX_VALUE) / 2 + Math.min(above, MAX_VALUE) / 2
  for (let digits = 1; digits <= MAX_PRECISION; digits++) yield Number(middle.toPrecision(digits))
  yield doubleAfter(below)
}

/** The next greater double. Its bits are the next greater integer or, below zero, the next lesser one. */
function doubleAfter(double: number): number {
  const doubles = Float64Array.of(double)
  const bits = new BigInt64Array(doubles.buffer)
  bits[0] = (bits[0] as bigint) + (double < 0 ? -1n : 1n)
  return doubles[0] as number
}
