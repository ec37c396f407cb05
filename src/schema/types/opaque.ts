import type { RecordReader, ToComparable, ValueRange } from "../comparison-form.ts"
import type { FieldType } from "../field-type.ts"

/** A value whose content filters cannot read, such as a password. A filter can only test whether it is present. */
export const opaque: FieldType<never> = {
  expects: "null",
  nullOnly: true,
  read({ kind: found }, { name: field, type: expected, operators, relation }) {
    return {
      code: "type-mismatch",
      message: `Field ${field} can be compared with null only: filters cannot read its content`,
      params: { reason: "value", field, expected, found },
      hint:
        relation?.cardinality === "many"
          ? `write null with ${operators.join(" or ")}`
          : `write ${operators.map((operator) => HINTS[operator as keyof typeof HINTS]).join(", or ")}`,
    }
  },
}

const HINTS = {
  $ne: '{"$ne":null} for records with a value',
  $eq: '{"$eq":null} for records without a value',
} as const

/** All values are alike: a filter only asks whether there is one. */
const anyValue = () => 1

export const opaqueComparable: ToComparable<never> = anyValue

/** A record may have any value, although no filter can name one. */
export const opaqueRange: ValueRange<string> = { between: () => "present" }

export const opaqueOfRecord: RecordReader = { forms: "any value", read: anyValue }
