import { diagnostic } from "../../diagnostics/diagnostic.ts"
import { FilterError } from "../../diagnostics/filter-error.ts"
import type { Field, FieldTypeName } from "../../schema/field.ts"
import type { Value } from "../../schema/field-type.ts"
import { canonicalDecimal } from "../../text/decimal.ts"

/** A value as records of JavaScript hold it. */
type ToRecordValue = (value: Value, field: Field) => Value | Date

const same: ToRecordValue = (value) => value

const toRecordValue: Readonly<Record<FieldTypeName, ToRecordValue>> = {
  integer: same,
  number: same,
  string: same,
  boolean: same,
  enum: same,
  datetime(value, field) {
    if (/\.\d{4}/.test(String(value))) throw refusal(field, "has milliseconds at most: records hold Dates")
    return new Date(String(value))
  },
  reference: same,
  opaque: same,
  uuid: same,
  decimal(value, field) {
    const double = Number(value)
    if (canonicalDecimal(String(double)) !== value)
      throw refusal(field, "has no decimals with more digits than a number keeps: records hold numbers")
    return double
  },
  date: same,
}

/**
 * The value of a field in a condition.
 *
 * @throws FilterError if records of JavaScript cannot hold the value
 */
export function ucastValue(field: Field, value: Value): Value | Date {
  return toRecordValue[field.type](value, field)
}

/** The error for a condition that no condition of ucast means the same as. @param why follows the field's name */
export function refusal({ name: field }: Field, why: string): FilterError {
  const message = `Field ${field} ${why}`
  const params = { reason: "backend", field } as const
  return new FilterError([diagnostic({ code: "invalid-value", message, params }, [field])])
}
