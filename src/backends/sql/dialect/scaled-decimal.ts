import type { Value } from "../../../schema/field-type.ts"
import type { Stored } from "./dialect.ts"

/**
 * Binds a decimal of a filter as its digits, for columns that hold so many digits after the point, and so many in all.
 */
export function storeScaled(value: Value, scale: number, precision: number): Stored {
  const [whole = "", fraction = ""] = String(value).split(".")
  const isNegative = whole.startsWith("-")
  const kept = BigInt(whole + fraction.slice(0, scale).padEnd(scale, "0"))
  const isScaled = fraction.length <= scale
  // Dropping digits rounds a negative decimal up.
  const floor = isNegative && !isScaled ? kept - 1n : kept
  const greatest = 10n ** BigInt(precision) - 1n
  if (floor < -greatest) return { value: undefined, exact: false }
  if (floor > greatest) return { value: scaledText(greatest, scale), exact: false }
  return { value: scaledText(floor, scale), exact: isScaled }
}

/** The digits of `integer` / 10^scale. */
function scaledText(integer: bigint, scale: number): string {
  const sign = integer < 0n ? "-" : ""
  const digits = String(integer < 0n ? -integer : integer).padStart(scale + 1, "0")
  return scale === 0 ? sign + digits : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`
}
