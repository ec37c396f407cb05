import { didYouMean, suggest } from "../diagnostics/suggest.ts"
import { fieldOperatorOf, isLogicalOperator, operatorNames } from "../schema/operators.ts"
import type { Schema } from "../schema/schema.ts"
import type { FieldNode } from "../syntax/syntax-tree.ts"
import type { Rule } from "./rule.ts"
import { advice } from "./translation/advice.ts"
import { plainName, renamedOperator } from "./translation/foreign-operators.ts"
import { Translator } from "./translation/translator.ts"
import { isForeign, unknownOperator } from "./unknown-operator.ts"

/** The name of a field does not begin with `$`: it would be an operator in the wrong place. */
export const noOperatorAsField: Rule<"fieldName"> = {
  on: "fieldName",
  check(node, { schema }) {
    const { text, span } = node.name
    if (!text.startsWith("$")) return undefined
    if (fieldOperatorOf(text) === undefined) return unknownOperator(node.name, () => hintFor(node, schema))
    return {
      code: "unknown-operator",
      message: `Expected a field name, not the operator ${text}`,
      hint: insideField(text),
      span,
    }
  },
}

function hintFor({ name: { text }, value }: FieldNode, schema: Schema): string | undefined {
  switch (plainName(text)) {
    case "and":
    case "or":
      return `write "$${plainName(text)}"`
    case "not":
    case "nor":
      return advice(new Translator(schema).member({ name: text, value }))
    case "comment":
      return "leave it out"
    case "text":
    case "search":
      return "a filter has no full-text search: $contains finds a substring of one field"
    default:
      return similarHint(text)
  }
}

function similarHint(text: string): string {
  const renamed = renamedOperator(text)
  if (renamed !== undefined) return insideField(renamed)
  // The name of an operator that exists elsewhere is no slip.
  const candidates = isForeign(text) ? [] : operatorNames()
  const logical = didYouMean(suggest(text, candidates.filter(isLogicalOperator)))
  if (logical !== undefined) return logical
  const [similar] = suggest(text, candidates)
  return similar === undefined
    ? 'a condition begins with the name of a field: {"field":…}'
    : insideField(similar)
}

function insideField(operator: string): string {
  return `write the operator inside a field: {"field":{"${operator}":…}}`
}
