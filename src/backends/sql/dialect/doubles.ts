import type { Comparable } from "../../../schema/comparison-form.ts"
import { type None, none, type One, one } from "./stored.ts"

/** An integer in a column of doubles, which holds only some of the integers above 2^53. */
export function storeIntegerAsDouble(integer: Comparable): One | None {
  const double = Number(integer)
  const difference = BigInt(integer) - BigInt(double)
  if (difference === 0n) return one(double)
  return none(difference > 0n ? double : nextBelow(double))
}

/** The greatest double below one that is not zero. */
function nextBelow(double: number): number {
  const bits = new DataView(new ArrayBuffer(8))
  bits.setFloat64(0, double)
  bits.setBigInt64(0, bits.getBigInt64(0) + (double < 0 ? 1n : -1n))
  return bits.getFloat64(0)
}
