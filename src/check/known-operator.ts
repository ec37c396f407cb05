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
        params: { reason: "inside-field", field: field.name, operator: text },
        hint: `repeat the field in each filter: {"${text}":[{"${field.name}":…},{"${field.name}":…}]}`,
        span,
      }
    }
    if (text.startsWith("$")) return foreignOperator(name)
    const found = quote(text)
    return {
      code: "unknown-operator",
      message: `Field ${field.name} expects an operator, not ${found}`,
      params: { reason: "not-an-operator", field: field.name, found, suggestions: operatorsFor(text) },
      hint: operatorHint(text, field),
      span,
    }
  },
}

function operatorsFor(text: string): readonly string[] {
  const operator = fieldOperatorOf(`$${text}`)
  return operator === undefined ? [] : [operator]
}

function operatorHint(text: string, field: Field): string {
  if (field.resource !== undefined && text === "id") return `write the id itself: {"${field.name}":5}`
  return fieldOperatorOf(`$${text}`) === undefined
    ? 'operators begin with $, as in "$eq"'
    : `operators begin with $: write "$${text}"`
}
