import { roundestBetween } from "../../text/roundest-between.ts"
import type { RecordReader, ToComparable, ValueRange } from "../comparison-form.ts"
import type { Field } from "../field.ts"
import { type FieldType, type InvalidOperand, invalidValue, mismatch, type Reading } from "../field-type.ts"

export const MAX_INTEGER = 9223372036854775807n
export const MIN_INTEGER = -9223372036854775808n
/** The number of digits of 2^63. An integer with more digits is out of range. */
const MAX_DIGITS = 19
/** A JavaScript number holds every integer of up to 15 digits exactly. */
const MAX_SHORT = 15
const DIGITS = /^-?(?:0|[1-9]\d*)$/

/** A 64-bit integer: a number, or a bigint where a number would lose digits. */
export const integer: FieldType<number | bigint> = {
  expects: "an integer",
  least: MIN_INTEGER,
  read(literal, field) {
    if (literal.kind === "number") return exactly(literal.digits, field)
    if (literal.kind === "boolean") return mismatch(field, this.expects, literal.kind)
    if (DIGITS.test(literal.value)) return exactly(literal.value, field)
    return mismatch(field, this.expects, literal.kind, stringHint(literal.value))
  },
}

/** A longer text is not searched for a list of ids: a repeating pattern can exhaust the stack on millions of ids. */
const LONGEST_LIST = 1000

function stringHint(text: string): string {
  if (text.length <= LONGEST_LIST && /^\s*-?\d+(?:\s*,\s*-?\d+)+\s*(?:,\s*)?$/.test(text)) {
    return 'write each id as a separate value: [1,2,3], not "1,2,3"'
  }
  return "write the digits, such as 42"
}

/** The integer that the digits of a JSON number stand for. */
function exactly(digits: number | string, field: Field): Reading<number | bigint> {
  // There is one zero.
  if (Number.isSafeInteger(digits)) return (digits as number) || 0
  return Number.isInteger(digits) ? mayHaveLostDigits(field) : calculated(String(digits), field)
}

/** The integer, computed exactly: 1e3 and 5.0 are integers, 1.5 is not. */
function calculated(text: string, field: Field): Reading<number | bigint> {
  const number = Number(text)
  // A fast path for the usual texts. A very small fraction also converts to zero.
  if (text.length <= MAX_SHORT && number !== 0 && Number.isSafeInteger(number)) return number
  const [mantissa = "", exponent = "0"] = text.toLowerCase().split("e")
  const [whole = "", fraction = ""] = mantissa.replace("-", "").split(".")
  const significant = (whole + fraction).replace(/^0+/, "")
  if (significant === "") return 0
  /** The number of digits before the decimal point. */
  const size = significant.length - fraction.length + Number(exponent)
  if (/[1-9]/.test(significant.slice(Math.max(size, 0)))) return mismatch(field, integer.expects, "fraction")
  if (size > MAX_DIGITS) return outOfRange(field)
  const sign = mantissa.startsWith("-") ? "-" : ""
  const value = BigInt(sign + significant.slice(0, size).padEnd(size, "0"))
  if (value < MIN_INTEGER || value > MAX_INTEGER) return outOfRange(field)
  return shortest(value)
}

/** A number if a number is exact, otherwise a bigint. */
function shortest(integer: bigint): number | bigint {
  return Number.isSafeInteger(Number(integer)) ? Number(integer) : integer
}

function mayHaveLostDigits(field: Field): InvalidOperand {
  return invalidValue(
    field,
    "lost-digits",
    "received a JavaScript number beyond 2^53, which may have lost digits",
    "use a bigint or a string of digits, or pass the filter as text",
  )
}

function outOfRange(field: Field): InvalidOperand {
  return invalidValue(
    field,
    "integer-range",
    "expects a 64-bit integer",
    "write an integer from -2^63 to 2^63-1",
  )
}

/** The integer itself. */
export const integerComparable: ToComparable<number | bigint> = (value) => value

export const integerRange: ValueRange<number | bigint> = { between: integerBetween }

/** A 64-bit integer strictly between two others: the one nearest to zero. */
export function integerBetween(
  below: number | bigint = MIN_INTEGER - 1n,
  above: number | bigint = MAX_INTEGER + 1n,
): number | bigint | undefined {
  const integer = roundestBetween(BigInt(below), BigInt(above), [1n])
  return integer === undefined ? undefined : shortest(integer)
}

export const integerOfRecord: RecordReader = {
  forms: "a safe integer, a 64-bit bigint or the digits of one",
  read(value) {
    // There is one zero.
    if (typeof value === "number") return Number.isSafeInteger(value) ? value || 0 : undefined
    const integer = typeof value === "string" ? integerOfText(value) : value
    if (typeof integer !== "bigint" || BigInt.asIntN(64, integer) !== integer) return undefined
    return shortest(integer)
  },
}

/** The length is checked first: BigInt takes more than linear time. */
function integerOfText(text: string): bigint | undefined {
  return text.length <= MAX_DIGITS + 1 && DIGITS.test(text) ? BigInt(text) : undefined
}
