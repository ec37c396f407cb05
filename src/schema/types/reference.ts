import type { RecordReader, ToComparable, ValueRange } from "../comparison-form.ts"
import type { FieldType } from "../field-type.ts"
import { integer, integerBetween, integerOfRecord, MIN_INTEGER } from "./integer.ts"

/** The id of a record of another resource. Ids have no order that means anything. */
export const reference: FieldType<number | bigint> = {
  expects: "the id of a record",
  least: MIN_INTEGER,
  // A method, because bundlers keep an object whose initializer reads a property.
  read(literal, field) {
    return integer.read.call(this, literal, field)
  },
}

/** The id, as an integer. */
export const referenceComparable: ToComparable<number | bigint> = (value) => value

export const referenceRange: ValueRange<number | bigint> = { between: integerBetween }

export const referenceOfRecord: RecordReader = {
  forms: "a safe integer, a 64-bit bigint, the digits of one or an object with such an id",
  read(value) {
    if (typeof value !== "object" || value === null || !("id" in value)) return integerOfRecord.read(value)
    return value.id === null || value.id === undefined ? null : integerOfRecord.read(value.id)
  },
}
