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

export const booleanOfRecord: RecordReader = (value) =>
  typeof value === "boolean" ? Number(value) : undefined
