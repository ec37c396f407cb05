import { isInvalidOperand } from "../schema/field-type.ts"
import type { Rule } from "./rule.ts"

/** A value is valid for the field's type. The type has already read the value and supplies the mistake. */
export const typedValue: Rule<"value"> = {
  on: "value",
  check({ span }, { reading }) {
    if (!isInvalidOperand(reading)) return undefined
    return { ...reading, span }
  },
}
