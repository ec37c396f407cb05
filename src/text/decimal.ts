import { roundestBetween } from "./roundest-between.ts"

/** A decimal that is not zero: ± 0.digits · 10^point. */
interface Decimal {
  readonly isNegative: boolean
  /** The digits from the first that is not zero to the last that is not zero. None for zero. */
  readonly digits: string
  /** How many digits are before the decimal point. Negative if zeros follow the point. */
  readonly point: number
}

/** A number in the grammar of JSON: sign, integer, fraction and exponent. */
const JSON_NUMBER = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/

/** The most digits of a decimal in a filter, written without exponent and without outer zeros. */
export const MAX_DECIMAL_DIGITS = 38

/** Beyond this, exponents count alike. No filter holds such a number, and the digits of an exponent may be endless. */
const MAX_EXPONENT = 1e15

/** Whether the text is a number in the grammar of JSON. */
export function isJsonNumber(text: string): boolean {
  return JSON_NUMBER.test(text)
}

/** Reads a number in the grammar of JSON, in linear time whatever its exponent is. Undefined for another text. */
function readDecimal(text: string): Decimal | undefined {
  const parts = JSON_NUMBER.exec(text)
  if (parts === null) return undefined
  const [, sign, whole = "", fraction = "", exponent = "0"] = parts
  const written = whole + fraction
  let start = 0
  while (written.charAt(start) === "0") start++
  let end = written.length
  while (end > start && written.charAt(end - 1) === "0") end--
  const power = Math.max(-MAX_EXPONENT, Math.min(MAX_EXPONENT, Number(exponent)))
  return { isNegative: sign === "-", digits: written.slice(start, end), point: whole.length - start + power }
}

/**
 * The canonical spelling of a decimal in a filter: without exponent and without superfluous zeros, such as `-0.5` and
 * `1000`. Undefined if the text is not a number in the grammar of JSON.
 *
 * @returns `"too many digits"` if the spelling would have more than {@link MAX_DECIMAL_DIGITS}
 */
export function canonicalDecimal(text: string): string | "too many digits" | undefined {
  const decimal = readDecimal(text)
  if (decimal === undefined) return undefined
  const { isNegative, digits, point } = decimal
  // There is one zero.
  if (digits === "") return "0"
  const { length } = digits
  if (Math.max(length, point, length - point) > MAX_DECIMAL_DIGITS) return "too many digits"
  const whole = digits.slice(0, Math.max(point, 0)).padEnd(point, "0") || "0"
  const fraction = "0".repeat(Math.max(-point, 0)) + digits.slice(Math.max(point, 0))
  return `${isNegative ? "-" : ""}${whole}${fraction && `.${fraction}`}`
}

/** Added to the position of a point, so that it has no sign. */
const POINT_OFFSET = 4e15
const POINT_DIGITS = 16

/**
 * A spelling that sorts as a text in the order of decimals, with one spelling for each decimal. Undefined if the text
 * is not a number in the grammar of JSON.
 *
 * It begins with 0 for a negative decimal, 1 for zero and 2 for a positive one. The position of the point and the
 * digits follow. In a negative decimal, both are complements, because a greater amount is a lesser number.
 */
export function sortableDecimal(text: string): string | undefined {
  const decimal = readDecimal(text)
  if (decimal === undefined) return undefined
  const { isNegative, digits, point } = decimal
  if (digits === "") return "1"
  if (!isNegative) return `2${positionText(point)}${digits}`
  // A longer text has a greater amount, so the end of the digits sorts after every digit.
  return `0${positionText(-point)}${complement(digits)}${AFTER_DIGITS}`
}

const AFTER_DIGITS = ":"

function positionText(point: number): string {
  return String(POINT_OFFSET + point).padStart(POINT_DIGITS, "0")
}

/** The double nearest to the decimal of a sortable spelling. */
export function numberOfSortableDecimal(sortable: string): number {
  if (sortable === "1") return 0
  const isNegative = sortable.startsWith("0")
  const position = Number(sortable.slice(1, 1 + POINT_DIGITS)) - POINT_OFFSET
  const digits = sortable.slice(1 + POINT_DIGITS)
  return isNegative
    ? -Number(`0.${complement(digits.slice(0, -1))}e${-position}`)
    : Number(`0.${digits}e${position}`)
}

/** Each digit subtracted from 9. */
function complement(digits: string): string {
  return digits.replace(/\d/g, (digit) => String(9 - Number(digit)))
}

/**
 * Finds a decimal strictly between two canonical ones, in the canonical spelling: with the fewest digits after the point,
 * and of those the one nearest to zero. A bound that is undefined is no bound. It may have more digits than a filter may.
 */
export function decimalBetween(below: string | undefined, above: string | undefined): string | undefined {
  const bounds = [below, above].filter((bound) => bound !== undefined)
  // Between two decimals there is always one that has one more digit after the point.
  const places = 1 + Math.max(0, ...bounds.map((bound) => fractionOf(bound).length))
  const scaled = (bound: string) => BigInt(bound.replace(/\..*/, "") + fractionOf(bound).padEnd(places, "0"))
  // Beyond both bounds, with an integer to spare.
  const far = 10n ** BigInt(bounds.join("").length + 1 + places)
  const found = roundestBetween(
    below === undefined ? -far : scaled(below),
    above === undefined ? far : scaled(above),
    powersDownFrom(places),
  )
  if (found === undefined) return undefined
  const canonical = String(found).replace(/\d+/, (digits) => digits.padStart(places + 1, "0"))
  return `${canonical.slice(0, -places)}.${canonical.slice(-places)}`.replace(/\.?0+$/, "")
}

function fractionOf(canonical: string): string {
  return canonical.split(".")[1] ?? ""
}

function* powersDownFrom(exponent: number): Generator<bigint> {
  for (let power = exponent; power >= 0; power--) yield 10n ** BigInt(power)
}
