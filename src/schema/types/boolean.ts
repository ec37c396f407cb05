import { tagOf } from "../../text/tag.ts"
import type { RecordReader, ToComparable, ValueRange } from "../comparison-form.ts"
import { type FieldType, mismatch } from "../field-type.ts"

/** `true` or `false`; no number or text counts as either. */
export const boolean: FieldType<boolean> = {
  expects: "true or false",
  read(literal, field) {
    return literal.kind === "boolean"
      ? literal.value
      : mismatch(field, this.expects, literal.kind, "write true or false, without quotes")
  },
}

/** False is 0 and true is 1. */
export const booleanComparable: ToComparable<boolean> = Number

export const booleanRange: ValueRange<boolean> = {
  listed: () => [false, true],
  between: (below, above) =>
    [false, true].find(
      (value) => (below === undefined || below < value) && (above === undefined || value < above),
    ),
}

/** False and true in each form, by turns: databases without booleans have 0 and 1, and drivers return a BIT(1) as a byte. */
const FORMS: readonly unknown[] = [false, true, 0, 1, 0n, 1n]

export const booleanOfRecord: RecordReader = {
  forms: "true, false, 1 or 0",
  read(value) {
    const index = FORMS.indexOf(typeof value === "object" ? byteOf(value) : value)
    return index < 0 ? undefined : index % 2
  },
}

/** The byte of a Buffer or another Uint8Array that has one byte only. */
function byteOf(value: unknown): number | undefined {
  const bytes = value as Uint8Array
  return tagOf(bytes) === "Uint8Array" && bytes.length === 1 ? bytes[0] : undefined
}
