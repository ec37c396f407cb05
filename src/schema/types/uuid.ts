import { quote } from "../../text/quote.ts"
import { canonicalUuid, uuidBetween } from "../../text/uuid.ts"
import type { RecordReader, ToComparable, ValueRange } from "../comparison-form.ts"
import { type FieldType, mismatch } from "../field-type.ts"

const EXAMPLE = "write 32 hexadecimal digits with hyphens, such as 018fd1b1-7c2e-7b3a-9d4e-5f60718293a4"

/** A UUID as RFC 9562 writes it, in any case. The filter holds it in lower case. */
export const uuid: FieldType<string> = {
  expects: "a UUID",
  read(literal, field) {
    if (literal.kind !== "string") return mismatch(field, this.expects, literal.kind, EXAMPLE)
    const canonical = canonicalUuid(literal.value)
    if (canonical !== undefined) return canonical
    const found = quote(literal.value)
    return {
      code: "invalid-value",
      message: `Field ${field.name} expects a UUID, not ${found}`,
      params: { reason: "not-a-uuid", field: field.name, found },
      hint: EXAMPLE,
    }
  },
}

/** The text in lower case. */
export const uuidComparable: ToComparable<string> = (value) => value

export const uuidRange: ValueRange<string> = { between: uuidBetween }

export const uuidOfRecord: RecordReader = {
  forms: "a UUID with hyphens",
  read: (value) => (typeof value === "string" ? canonicalUuid(value) : undefined),
}
