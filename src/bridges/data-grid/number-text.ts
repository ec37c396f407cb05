import type { FieldTypeName } from "../../schema/field.ts"
import { canonicalDecimal } from "../../text/decimal.ts"

/** What a number input accepts: like JSON, but with zeros in front, and without a digit before the point. */
const NUMBER = /^(-?)(\d*)(\.\d+)?([eE][+-]?\d+)?$/

/** The number in the grammar of JSON that the text of a number input stands for. Undefined if it stands for none. */
function jsonOf(text: string): string | undefined {
  const [, sign, whole = "", fraction = "", exponent = ""] = NUMBER.exec(text.trim()) ?? []
  if (sign === undefined || whole + fraction === "") return undefined
  return `${sign}${whole.replace(/^0+(?=\d)/, "") || "0"}${fraction}${exponent}`
}

/** How a type of number holds the digits of a text. */
type FromJson = (json: string) => string | number

const asText: FromJson = (json) => json

/** The digits of an integer. A JavaScript number would round fractions and lose digits beyond 2^53. */
function integerOf(json: string): string | number {
  // Every number in the grammar of JSON is a decimal.
  const decimal = canonicalDecimal(json) as string
  if (decimal === "too many digits") return json
  // The rules object to a fraction, and to the text of one.
  const number = Number(decimal)
  return decimal.includes(".") && !Number.isInteger(number) ? number : decimal
}

const readers: Readonly<Record<FieldTypeName, FromJson>> = {
  integer: integerOf,
  number: Number,
  string: asText,
  boolean: asText,
  enum: asText,
  datetime: asText,
  reference: asText,
  opaque: asText,
  uuid: asText,
  decimal: asText,
  date: asText,
}

/** The number of a field that a grid holds as this text or value. What is no number stays, and the rules object to it. */
export function writtenNumber(type: FieldTypeName, written: unknown): unknown {
  if (typeof written !== "string") return written
  const json = jsonOf(written)
  return json === undefined ? written : readers[type](json)
}
