/**
 * Finds the roundest integer strictly between two integers. The first unit with a multiple between them counts, and its
 * multiple nearest to zero is the result. Undefined if no unit has a multiple there. With 1 as the last unit, that means
 * that there is no integer.
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
