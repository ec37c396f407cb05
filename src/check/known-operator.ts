import { didYouMean, suggest } from "../diagnostics/suggest.ts"
import type { Field } from "../schema/field.ts"
import { isLogicalOperator } from "../schema/operators.ts"
import type { Schema } from "../schema/schema.ts"
import type { OperatorNode, OperatorsNode } from "../syntax/syntax-tree.ts"
import { type Member, membersOf } from "../syntax/value-node.ts"
import { quote } from "../text/quote.ts"
import type { NameAdvice, Rule } from "./rule.ts"
import { supportedOperators } from "./supported-operators.ts"
import { advice } from "./translation/advice.ts"
import { renamedOperator } from "./translation/foreign-operators.ts"
import { Translator } from "./translation/translator.ts"
import { isForeign, unknownOperator } from "./unknown-operator.ts"

/** A name inside a field is the name of an operator on values. */
export const knownOperator: Rule<"operatorName"> = {
  on: "operatorName",
  check(node, { field, operator, schema, siblings }) {
    if (operator !== undefined) return undefined
    const { text, span } = node.name
    const advise = () => operatorAdvice(node, field, schema, siblings)
    const isLogical = isLogicalOperator(text)
    if (isLogical)
      return {
        code: "unknown-operator",
        message: `${text} joins filters and cannot be used inside a field`,
        params: { reason: "inside-field", field: field.name, operator: text },
        hint: () => advise().hint,
        span,
      }
    if (text.startsWith("$")) return unknownOperator(node.name, advise)
    const found = quote(text)
    return {
      code: "unknown-operator",
      message: `Field ${field.name} expects an operator, not ${found}`,
      details() {
        const { suggestions, hint } = advise()
        return { params: { reason: "not-an-operator", field: field.name, found, suggestions }, hint }
      },
      span,
    }
  },
}

/** The filter of a hint takes the place of one operator only. */
const JOINED = ", and join it to the other conditions with $and"

/** Whether the field has more than one condition. `$options` is a part of `$regex`, and other names are parts of a value. */
function hasOthers(members: readonly Member[]): boolean {
  return members.filter(({ name }) => name.startsWith("$") && name !== "$options").length > 1
}

function operatorAdvice(
  { name: { text }, operand }: OperatorNode,
  field: Field,
  schema: Schema,
  siblings: OperatorsNode,
): NameAdvice {
  const { name, operators, type } = field
  const withoutName = (hint: string | undefined): NameAdvice => ({ suggestions: [], hint })
  const renamed = renamedOperator(text)
  if (renamed !== undefined) {
    if (!operators.includes(renamed))
      return withoutName(
        `field ${name} of type ${type} does not support ${renamed}: it supports ${supportedOperators(field)}`,
      )
    const hint = text.startsWith("$") ? `use ${renamed}` : `operators begin with $: write "${renamed}"`
    return { suggestions: [renamed], hint }
  }
  const member = { name: text, value: operand }
  const members = membersOf(siblings) ?? [member]
  const translation = new Translator(schema).operator(field, member, members)
  if (isLogicalOperator(text) && typeof translation === "string")
    return withoutName(`repeat the field in each filter: {"${text}":[{"${name}":…},{"${name}":…}]}`)
  if (translation !== undefined) {
    const hint = advice(translation)
    return withoutName(
      hint && typeof translation !== "string" && hasOthers(members) ? `${hint}${JOINED}` : hint,
    )
  }
  const [first] = operators
  if (!text.startsWith("$") && first !== undefined)
    return withoutName(`operators begin with $, as in "${first}"`)
  const suggestions = isForeign(text) ? [] : suggest(text, operators)
  return {
    suggestions,
    hint: didYouMean(suggestions) ?? `field ${name} supports ${supportedOperators(field)}`,
  }
}
