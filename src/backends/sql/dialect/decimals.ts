import type { SqlValue } from "./fragment.ts"
import { none, one, type Stored } from "./stored.ts"

/** The decimals that a column can hold: integers of 10^-scale, from the least to the greatest. */
export interface Decimals {
  /** The digits after the point. */
  readonly scale: number
  /** The least of these integers, if there is one. */
  readonly least?: bigint
  /** The greatest of these integers, if there is one. */
  readonly greatest?: bigint
}

/** The decimals of a column with this many digits, of which `scale` are after the point. */
export function decimalsOf(precision: number, scale: number): Decimals {
  const greatest = 10n ** BigInt(precision) - 1n
  return { scale, least: -greatest, greatest }
}

/** The integers of a column with this many bits, with a sign. */
export function integersOf(bits: number): Decimals {
  const limit = 2n ** BigInt(bits - 1)
  return { scale: 0, least: -limit, greatest: limit - 1n }
}

/** The integers of a column with this many bits, without a sign. */
export function unsignedOf(bits: number): Decimals {
  return { scale: 0, least: 0n, greatest: 2n ** BigInt(bits) - 1n }
}

/** Writes `integer` / 10^scale for the database. */
export type SpellDecimal = (integer: bigint, scale: number) => SqlValue

/** The digits of `integer` / 10^scale, such as `-0.05`. */
export function decimalText(integer: bigint, scale: number): string {
  const sign = integer < 0n ? "-" : ""
  const digits = String(integer < 0n ? -integer : integer).padStart(scale + 1, "0")
  if (scale === 0) return sign + digits
  return `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`
}

/** A decimal or an integer in a column of decimals. The text has a sign, digits and a point, and no exponent. */
export function storeDecimal(text: string, decimals: Decimals, spell: SpellDecimal = decimalText): Stored {
  const [whole = "", fraction = ""] = text.split(".")
  const value = { integer: BigInt(whole + fraction), scale: fraction.length }
  return storeBetween(
    times10(value, decimals.scale, "up"),
    times10(value, decimals.scale, "down"),
    decimals,
    spell,
  )
}

/** A double in a column of decimals: every decimal equals it that rounds to it. */
export function storeDouble(double: number, decimals: Decimals, spell: SpellDecimal = decimalText): Stored {
  const { low, high, exponent, inclusive } = roundingInterval(double)
  const scaled = 10n ** BigInt(decimals.scale)
  // Without its ends, the interval begins just above the low end.
  const step = inclusive ? 0n : 1n
  const from = inclusive
    ? shifted(low * scaled, exponent, "up")
    : shifted(low * scaled, exponent, "down") + step
  const to = inclusive
    ? shifted(high * scaled, exponent, "down")
    : shifted(high * scaled, exponent, "up") - step
  return storeBetween(from, to, decimals, spell)
}

/** A double in a column of decimals with any number of digits. */
export function storeDoubleUnscaled(double: number): Stored {
  const { low, high, exponent, inclusive } = roundingInterval(double)
  return {
    kind: "several",
    from: binaryText(low, exponent),
    to: binaryText(high, exponent),
    inclusive,
  }
}

/** The integers of the column from one to another: none if there are none between them. */
function storeBetween(
  from: bigint,
  to: bigint,
  { scale, least, greatest }: Decimals,
  spell: SpellDecimal,
): Stored {
  const first = least !== undefined && from < least ? least : from
  const last = greatest !== undefined && to > greatest ? greatest : to
  if (first < last)
    return { kind: "several", from: spell(first, scale), to: spell(last, scale), inclusive: true }
  if (first === last) return one(spell(first, scale))
  const below = from - 1n
  if (least !== undefined && below < least) return none()
  return none(spell(greatest !== undefined && below > greatest ? greatest : below, scale))
}

type Rounding = "up" | "down"

/** A decimal times 10^digits, as an integer. */
function times10(value: { integer: bigint; scale: number }, digits: number, rounding: Rounding): bigint {
  const missing = digits - value.scale
  if (missing >= 0) return value.integer * 10n ** BigInt(missing)
  const divisor = 10n ** BigInt(-missing)
  return rounding === "down" ? floorOf(value.integer, divisor) : -floorOf(-value.integer, divisor)
}

function floorOf(integer: bigint, divisor: bigint): bigint {
  const quotient = integer / divisor
  return integer < 0n && quotient * divisor !== integer ? quotient - 1n : quotient
}

/** `integer` · 2^exponent, as an integer. */
function shifted(integer: bigint, exponent: number, rounding: Rounding): bigint {
  if (exponent >= 0) return integer << BigInt(exponent)
  // A shift to the right rounds down, for negative integers too.
  return rounding === "down" ? integer >> BigInt(-exponent) : -(-integer >> BigInt(-exponent))
}

/** All digits of `integer` · 2^exponent. */
function binaryText(integer: bigint, exponent: number): string {
  if (exponent >= 0) return decimalText(integer << BigInt(exponent), 0)
  // One over 2 is five over ten.
  return decimalText(integer * 5n ** BigInt(-exponent), -exponent)
}

/** The real numbers that round to a double: from `low` · 2^exponent to `high` · 2^exponent. */
interface RoundingInterval {
  readonly low: bigint
  readonly high: bigint
  readonly exponent: number
  /** Whether the ends round to it too: a number in the middle rounds to the double whose significand is even. */
  readonly inclusive: boolean
}

const FRACTION_BITS = 52
const IMPLICIT_BIT = /* @__PURE__ */ (() => 1n << BigInt(FRACTION_BITS))()
/** The exponent of the last bit of the least doubles. */
const LEAST_EXPONENT = -1074

/** IEEE 754, round to nearest, ties to even. */
function roundingInterval(double: number): RoundingInterval {
  const bits = new DataView(new ArrayBuffer(8))
  bits.setFloat64(0, Math.abs(double))
  const word = bits.getBigUint64(0)
  const biased = Number(word >> BigInt(FRACTION_BITS))
  const fraction = word & (IMPLICIT_BIT - 1n)
  const significand = biased === 0 ? fraction : fraction | IMPLICIT_BIT
  const exponent = LEAST_EXPONENT + Math.max(biased, 1) - 1
  // In quarters: below a power of two, doubles are twice as close.
  const isPowerOfTwo = fraction === 0n && biased > 1
  const low = significand * 4n - (isPowerOfTwo ? 1n : 2n)
  const high = significand * 4n + 2n
  const interval = { exponent: exponent - 2, inclusive: significand % 2n === 0n }
  return double < 0 ? { ...interval, low: -high, high: -low } : { ...interval, low, high }
}
