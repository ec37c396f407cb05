import type { Field } from "../schema/field.ts"
import { fieldOperatorOf, operatorOf } from "../schema/operators.ts"
import { quote } from "../text/quote.ts"
import { foreignOperator } from "./foreign-operators.ts"
import type { Rule } from "./rule.ts"

/** A name inside a field is the name of an operator on values. */
export const knownOperator: Rule<"operatorName"> = {
  on: "operatorName",
  check(name, { field, operator }) {
    if (operator !== undefined) return undefined
    const { text, span } = name
    if (operatorOf(text) !== undefined) {
      return {
        code: "unknown-operator",
        message: `${text} joins filters and cannot be used inside a field`,
        hint: `repeat the field in each filter: {"${text}":[{"${field.name}":…},{"${field.name}":…}]}`,
        span,
      }
    }
    if (text.startsWith("$")) return foreignOperator(name)
    return {
      code: "unknown-operator",
      message: `Field ${field.name} expects an operator, not ${quote(text)}`,
      hint: operatorHint(text, field),
      span,
    }
  },
}

function operatorHint(text: string, field: Field): string {
  if (field.resource !== undefined && text === "id") return `write the id itself: {"${field.name}":5}`
  return fieldOperatorOf(`$${text}`) === undefined
    ? 'operators begin with $, as in "$eq"'
    : `operators begin with $: write "$${text}"`
}
