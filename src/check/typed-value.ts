import { isInvalidOperand } from "../schema/field-type.ts"
import type { Rule } from "./rule.ts"

/** A value is valid for the field's type. The type has already read the value and supplies the message. */
export const typedValue: Rule<"value"> = {
  on: "value",
  check(node, { field, reading }) {
    if (!isInvalidOperand(reading)) return undefined
    const { code, message } = reading
    const isNull =
      node.kind === "string" && field.nullable && /^(?:null|none|nil|undefined)$/i.test(node.value)
    const hint = isNull ? "write null, without quotes" : reading.hint
    return { code, message: `Field ${field.name} ${message}`, hint, span: node.span }
  },
}
