/**
 * What a filter means, written once more: a second opinion on the predicate and on SQL. It imports nothing of the
 * library. Values are texts in the canonical spelling of their field. Comparisons are exact, with bigints.
 */

/** The kinds of fields: the types, and texts that ignore case. */
export type FieldKind =
  | "integer"
  | "reference"
  | "number"
  | "decimal"
  | "string"
  | "fold"
  | "boolean"
  | "enum"
  | "datetime"
  | "date"
  | "uuid"
  | "opaque"

export type FilterOperator = "$eq" | "$ne" | "$lt" | "$lte" | "$gt" | "$gte" | "$in" | "$nin" | "$contains"

/** A condition on the one field of a record. */
export interface Condition {
  readonly operator: FilterOperator
  /** One value, or any number for `$in` and `$nin`. */
  readonly values: readonly (string | null)[]
}

/** Conditions joined by AND or OR. */
export type Meaning =
  | { readonly join: "and" | "or"; readonly parts: readonly Meaning[] }
  | { readonly join: "none"; readonly condition: Condition }

/** What a value is compared by. Values of one kind have one type of key. */
type Key = bigint | string | number

/** Whether a record with this value satisfies the filter. */
export function holds(meaning: Meaning, kind: FieldKind, value: string | null): boolean {
  if (meaning.join === "none") return satisfies(meaning.condition, kind, value)
  const results = meaning.parts.map((part) => holds(part, kind, value))
  return meaning.join === "and" ? !results.includes(false) : results.includes(true)
}

function satisfies({ operator, values }: Condition, kind: FieldKind, value: string | null): boolean {
  const operand = values[0] ?? null
  switch (operator) {
    case "$eq":
      return equal(kind, value, operand)
    case "$ne":
      return !equal(kind, value, operand)
    case "$in":
      return values.some((item) => equal(kind, value, item))
    case "$nin":
      return !values.some((item) => equal(kind, value, item))
    case "$contains":
      return value !== null && textOf(kind, value).includes(textOf(kind, operand ?? ""))
    case "$lt":
      return value !== null && operand !== null && compare(kind, value, operand) < 0
    case "$lte":
      return value !== null && operand !== null && compare(kind, value, operand) <= 0
    case "$gt":
      return value !== null && operand !== null && compare(kind, value, operand) > 0
    case "$gte":
      return value !== null && operand !== null && compare(kind, value, operand) >= 0
  }
}

function equal(kind: FieldKind, value: string | null, operand: string | null): boolean {
  if (value === null || operand === null) return value === operand
  return compare(kind, value, operand) === 0
}

function compare(kind: FieldKind, one: string, other: string): number {
  if (kind === "decimal") return compareDecimals(one, other)
  const a = keyOf(kind, one)
  const b = keyOf(kind, other)
  return a < b ? -1 : a > b ? 1 : 0
}

function keyOf(kind: FieldKind, text: string): Key {
  switch (kind) {
    case "integer":
    case "reference":
      return remembered(integers, text, BigInt)
    case "number":
      return remembered(doubles, text, roundedToDouble)
    case "datetime":
      return remembered(instants, text, nanosecondsOf)
    case "decimal":
      throw new Error("Decimals have no key")
    case "string":
    case "fold":
    case "enum":
    case "opaque":
      return remembered(kind === "fold" ? folded : exact, text, (text) => codePointKey(textOf(kind, text)))
    case "boolean":
    case "date":
    case "uuid":
      return text.toLowerCase()
  }
}

const integers = new Map<string, bigint>()
const doubles = new Map<string, number>()
const instants = new Map<string, bigint>()
const exact = new Map<string, string>()
const folded = new Map<string, string>()

function remembered<Result>(
  known: Map<string, Result>,
  text: string,
  read: (text: string) => Result,
): Result {
  const found = known.get(text)
  if (found !== undefined) return found
  const result = read(text)
  known.set(text, result)
  return result
}

function textOf(kind: FieldKind, text: string): string {
  return kind === "fold" ? text.replace(/[A-Z]/g, (letter) => letter.toLowerCase()) : text
}

/** A text that `<` orders by code point: six hexadecimal digits for each code point. */
function codePointKey(text: string): string {
  return Array.from(text, (character) => (character.codePointAt(0) ?? 0).toString(16).padStart(6, "0")).join(
    "",
  )
}

/** A decimal: digits times a power of ten. */
interface Decimal {
  readonly digits: bigint
  readonly exponent: number
}

function decimalOf(text: string): Decimal {
  const match = /^([+-]?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text)
  if (match === null) throw new Error(`${text} is no decimal`)
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = match
  const digits = BigInt(whole + fraction)
  return { digits: sign === "-" ? -digits : digits, exponent: Number(exponent) - fraction.length }
}

function compareDecimals(one: string, other: string): number {
  const a = decimalOf(one)
  const b = decimalOf(other)
  const exponent = Math.min(a.exponent, b.exponent)
  const difference =
    a.digits * 10n ** BigInt(a.exponent - exponent) - b.digits * 10n ** BigInt(b.exponent - exponent)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** The double nearest to a decimal; of two equally near ones, the one whose last bit is 0. */
export function roundedToDouble(text: string): number {
  const { digits, exponent } = decimalOf(text)
  if (digits === 0n) return 0
  const isNegative = digits < 0n
  const magnitude = isNegative ? -digits : digits
  const numerator = exponent > 0 ? magnitude * 10n ** BigInt(exponent) : magnitude
  const denominator = exponent < 0 ? 10n ** BigInt(-exponent) : 1n
  // The power of two of the last of 53 bits. Subnormal doubles have fewer bits.
  let power = bitLength(numerator) - bitLength(denominator) - 53
  if (shifted(numerator, -power - 53) >= shifted(denominator, power + 53)) power += 1
  power = Math.max(power, -1074)
  const scaledNumerator = shifted(numerator, -power)
  const scaledDenominator = shifted(denominator, power)
  let bits = scaledNumerator / scaledDenominator
  const twiceRest = (scaledNumerator % scaledDenominator) * 2n
  if (twiceRest > scaledDenominator || (twiceRest === scaledDenominator && bits % 2n === 1n)) bits += 1n
  // Two factors, because 2 ** -1074 times 2 ** 53 bits would be exact, and 2 ** 1024 would not exist.
  const half = Math.trunc(power / 2)
  const rounded = Number(bits) * 2 ** half * 2 ** (power - half)
  return isNegative && rounded !== 0 ? -rounded : rounded
}

function bitLength(value: bigint): number {
  return value.toString(2).length
}

/** Times a power of two. A negative power leaves the value as it is, because the other side of the fraction takes it. */
function shifted(value: bigint, power: number): bigint {
  return power > 0 ? value << BigInt(power) : value
}

/** Nanoseconds since 1970 of `YYYY-MM-DDThh:mm:ss[.f…]Z`. Days are counted by the rules of the calendar. */
function nanosecondsOf(text: string): bigint {
  const match = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?Z$/.exec(text)
  if (match === null) throw new Error(`${text} is no date-time in UTC`)
  const [, year, month, day, hour, minute, second, fraction = ""] = match
  const days = daysBefore(Number(year), Number(month), Number(day))
  const seconds = ((days * 24 + Number(hour)) * 60 + Number(minute)) * 60 + Number(second)
  return BigInt(seconds) * 1_000_000_000n + BigInt(fraction.padEnd(9, "0"))
}

/** Days from 1970-01-01 to a day of the proleptic Gregorian calendar. */
function daysBefore(year: number, month: number, day: number): number {
  // A year that begins in March has its leap day at the end.
  const shiftedYear = month > 2 ? year : year - 1
  const shiftedMonth = (month + 9) % 12
  const leapDays = Math.floor(shiftedYear / 4) - Math.floor(shiftedYear / 100) + Math.floor(shiftedYear / 400)
  return shiftedYear * 365 + leapDays + Math.floor((shiftedMonth * 306 + 5) / 10) + day - 1 - 719_468
}
