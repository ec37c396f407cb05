import { didYouMean, suggest } from "../diagnostics/suggest.ts"
import type { Field } from "../schema/field.ts"
import { isLogicalOperator } from "../schema/operators.ts"
import type { Schema } from "../schema/schema.ts"
import type { OperatorNode, OperatorsNode } from "../syntax/syntax-tree.ts"
import { membersOf } from "../syntax/value-node.ts"
import { quote } from "../text/quote.ts"
import type { Rule } from "./rule.ts"
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
    const hint = () => operatorHint(node, field, schema, siblings)
    const isLogical = isLogicalOperator(text)
    if (text.startsWith("$") && !isLogical) return unknownOperator(node.name, hint)
    const message = isLogical
      ? `${text} joins filters and cannot be used inside a field`
      : `Field ${field.name} expects an operator, not ${quote(text)}`
    return { code: "unknown-operator", message, hint, span }
  },
}

function operatorHint(
  { name: { text }, operand }: OperatorNode,
  field: Field,
  schema: Schema,
  siblings: OperatorsNode,
): string | undefined {
  const { name, operators, type } = field
  const renamed = renamedOperator(text)
  if (renamed !== undefined) {
    if (!operators.includes(renamed))
      return `field ${name} of type ${type} does not support ${renamed}: it supports ${operators.join(", ")}`
    return text.startsWith("$") ? `use ${renamed}` : `operators begin with $: write "${renamed}"`
  }
  const member = { name: text, value: operand }
  const translation = new Translator(schema).operator(field, member, membersOf(siblings) ?? [member])
  if (isLogicalOperator(text) && typeof translation === "string")
    return `repeat the field in each filter: {"${text}":[{"${name}":…},{"${name}":…}]}`
  if (translation !== undefined) return advice(translation)
  if (text.startsWith("$"))
    return (
      didYouMean(isForeign(text) ? [] : suggest(text, operators)) ??
      `field ${name} supports ${operators.join(", ")}`
    )
  return `operators begin with $, as in "${operators[0]}"`
}
