import { tagOf } from "../../text/kind.ts"
import type { RecordReader, ToComparable, ValueRange } from "../comparison-form.ts"
import { type FieldType, mismatch } from "../field-type.ts"
import { fieldOperatorsThatTest } from "../operators.ts"

/** `true` or `false`; no number or text counts as either. */
export const boolean: FieldType<boolean> = {
  operators: /* @__PURE__ */ fieldOperatorsThatTest("equality"),
  expects: "true or false",
  read(literal) {
    return literal.kind === "boolean"
      ? literal.value
      : mismatch(this.expects, literal, "write true or false, without quotes")
  },
}

/** False is 0 and true is 1. */
export const booleanComparable: ToComparable<boolean> = Number

export const booleanRange: ValueRange<boolean> = { listed: () => [false, true] }

/** Databases without a boolean type have 1 and 0 instead, and drivers return a BIT(1) as a byte. */
export const booleanOfRecord: RecordReader = {
  forms: "true, false, 1, 0 or a byte of 1 or 0",
  read(value) {
    const bit = isByte(value) ? value[0] : value
    const isNumber = typeof bit === "boolean" || typeof bit === "bigint" || typeof bit === "number"
    const number = isNumber ? Number(bit) : undefined
    return number === 0 || number === 1 ? number : undefined
  },
}

/** Whether the value is a Uint8Array of one byte, such as a Buffer, in any realm. */
function isByte(value: unknown): value is Uint8Array {
  return (
    typeof value === "object" &&
    value !== null &&
    tagOf(value) === "Uint8Array" &&
    (value as Uint8Array).length === 1
  )
}
