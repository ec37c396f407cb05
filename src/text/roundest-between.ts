/**
 * Finds the roundest integer strictly between two integers: a multiple of the first unit that has one there, and of
 * those the one nearest to zero. Undefined if there is none; the unit 1 makes sure that there is one if any integer is.
 */
export function roundestBetween(below: bigint, above: bigint, units: Iterable<bigint>): bigint | undefined {
  for (const unit of units) {
    const least = floorTo(below, unit) + unit
    const greatest = -floorTo(-above, unit) - unit
    if (least <= greatest) return least > 0n ? least : greatest < 0n ? greatest : 0n
  }
  return undefined
}

/** The greatest multiple of the unit that is not greater. */
export function floorTo(integer: bigint, unit: bigint): bigint {
  // The remainder of a negative integer is negative or zero.
  return integer - (((integer % unit) + unit) % unit)
}
