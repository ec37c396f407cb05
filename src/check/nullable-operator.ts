import type { Field } from "../schema/field.ts"
import { factsOf, takesList } from "../schema/operators.ts"
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
      hint: nullHint(field),
      span,
    }
  },
}

function nullHint({ name, nullable, operators }: Field): string | undefined {
  if (!nullable) return `field ${name} always has a value`
  const usable = operators.filter((operator) => factsOf(operator).nullable && !takesList(operator))
  return usable.length === 0 ? undefined : `use ${usable.join(" or ")} with null`
}
