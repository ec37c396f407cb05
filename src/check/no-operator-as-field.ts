import { fieldOperatorOf } from "../schema/operators.ts"
import { foreignOperator } from "./foreign-operators.ts"
import type { Rule } from "./rule.ts"

/** The name of a field does not begin with `$`: it would be an operator in the wrong place. */
export const noOperatorAsField: Rule<"fieldName"> = {
  on: "fieldName",
  check(name) {
    const { text, span } = name
    if (!text.startsWith("$")) return undefined
    if (fieldOperatorOf(text) === undefined) return foreignOperator(name)
    return {
      code: "unknown-operator",
      message: `Expected a field name, not the operator ${text}`,
      params: { reason: "outside-field", operator: text },
      hint: `write the operator inside a field: {"field":{"${text}":…}}`,
      span,
    }
  },
}
