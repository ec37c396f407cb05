import { factsOf } from "../schema/operators.ts"
import type { Rule } from "./rule.ts"

/** The operator accepts null: null has no order and contains no text. */
export const nullableOperator: Rule<"null"> = {
  on: "null",
  check({ span }, { field, operator }) {
    if (factsOf(operator).nullable) return undefined
    return {
      code: "null-not-allowed",
      message: `Field ${field.name} does not accept null with ${operator}`,
      params: { reason: "operator", field: field.name, operator },
      hint: "use $eq or $ne with null",
      span,
    }
  },
}
