import { isJsonNumber } from "../../text/decimal.ts"
import { doubleBetween } from "../../text/double-between.ts"
import type { RecordReader, ToComparable, ValueRange } from "../comparison-form.ts"
import { type FieldType, invalidValue, mismatch } from "../field-type.ts"

/** An IEEE 754 double; there is one zero. */
export const number: FieldType<number> = {
  expects: "a number",
  read(literal, field) {
    if (literal.kind !== "number")
      return mismatch(field, this.expects, literal.kind, "write a number without quotes, such as 1.5")
    const value = Number(literal.digits)
    if (!Number.isFinite(value))
      return invalidValue(
        field,
        "number-range",
        "expects a number that fits in a double",
        "write a number up to about 1.8e308",
      )
    return value === 0 ? 0 : value
  },
}

/** The double itself. */
export const numberComparable: ToComparable<number> = (value) => value

export const numberRange: ValueRange<number> = { between: doubleBetween }

/** Drivers return NUMERIC as text. */
export const numberOfRecord: RecordReader = {
  forms: "a finite number or the JSON text of one",
  read(value) {
    const number = typeof value === "string" && isJsonNumber(value) ? Number(value) : value
    return Number.isFinite(number) ? (number as number) : undefined
  },
}
