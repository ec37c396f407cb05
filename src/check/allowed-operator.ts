import type { Rule } from "./rule.ts"
import { supportedOperators } from "./supported-operators.ts"

/** The field supports the operator: its type has the operator, and its declaration does not exclude it. */
export const allowedOperator: Rule<"operator"> = {
  on: "operator",
  check({ span }, { field, operator }) {
    if (field.operators.includes(operator)) return undefined
    return {
      code: "operator-not-allowed",
      message: `Field ${field.name} of type ${field.type} does not support ${operator}`,
      params: { field: field.name, type: field.type, operator, allowed: field.operators },
      hint: `it supports ${supportedOperators(field)}`,
      span,
    }
  },
}
