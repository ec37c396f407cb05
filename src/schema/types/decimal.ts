import { canonicalDecimal, decimalBetween, MAX_DECIMAL_DIGITS, sortableDecimal } from "../../text/decimal.ts"
import type { RecordReader, ToComparable, ValueRange } from "../comparison-form.ts"
import { type FieldType, invalidValue, mismatch } from "../field-type.ts"

/**
 * An exact decimal of at most 38 digits, such as an amount of money. The filter holds its digits as a text, because
 * a double has no 0.1.
 */
export const decimal: FieldType<string> = {
  expects: "a decimal",
  read(literal, field) {
    if (literal.kind === "boolean") return mismatch(field, this.expects, literal.kind, EXAMPLE)
    // A number of a program means its shortest spelling.
    const canonical = canonicalDecimal(literal.kind === "number" ? String(literal.digits) : literal.value)
    if (canonical === undefined) return mismatch(field, this.expects, literal.kind, EXAMPLE)
    if (canonical !== "too many digits") return canonical
    return invalidValue(
      field,
      "decimal-digits",
      `expects a decimal of at most ${MAX_DECIMAL_DIGITS} digits`,
      "round it: the digits count as written without an exponent",
    )
  },
}

const EXAMPLE = 'write the digits, such as 19.99 or "19.99"'

/** A spelling whose order as text is the order of the decimals. Every decimal of a filter has one. */
export const decimalComparable: ToComparable<string> = (value) => sortableDecimal(value) as string

/** A column may hold more digits than a filter. */
export const decimalRange: ValueRange<string> = { between: decimalBetween }

/** Drivers return NUMERIC as text. */
export const decimalOfRecord: RecordReader = {
  forms: "a finite number, a bigint or the JSON text of a number",
  read(value) {
    switch (typeof value) {
      case "string":
        return sortableDecimal(value)
      case "number":
      case "bigint":
        // NaN and the infinities are no numbers in the grammar of JSON.
        return sortableDecimal(String(value))
      default:
        return undefined
    }
  },
}
