import { isInvalidOperand } from "../schema/field-type.ts"
import type { Rule } from "./rule.ts"

/** A value is valid for the field's type. The type has already read the value and supplies the message. */
export const typedValue: Rule<"value"> = {
  on: "value",
  check({ span }, { field, reading }) {
    if (!isInvalidOperand(reading)) return undefined
    const { code, message, hint } = reading
    return { code, message: `Field ${field.name} ${message}`, hint, span }
  },
}
