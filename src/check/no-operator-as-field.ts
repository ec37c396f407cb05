import { didYouMean, suggest } from "../diagnostics/suggest.ts"
import { fieldOperatorOf, isLogicalOperator, operatorNames } from "../schema/operators.ts"
import type { Schema } from "../schema/schema.ts"
import type { FieldNode } from "../syntax/syntax-tree.ts"
import type { NameAdvice, Rule } from "./rule.ts"
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
    if (fieldOperatorOf(text) === undefined) return unknownOperator(node.name, () => adviceOn(node, schema))
    return {
      code: "unknown-operator",
      message: `Expected a field name, not the operator ${text}`,
      params: { reason: "outside-field", operator: text },
      hint: insideField(text),
      span,
    }
  },
}

function adviceOn({ name: { text }, value }: FieldNode, schema: Schema): NameAdvice {
  const plain = plainName(text)
  const withoutName = (hint: string | undefined): NameAdvice => ({ suggestions: [], hint })
  switch (plain) {
    case "and":
    case "or":
      return { suggestions: [`$${plain}`], hint: `write "$${plain}"` }
    case "not":
    case "nor":
      return withoutName(advice(new Translator(schema).member({ name: text, value })))
    case "comment":
      return withoutName("leave it out")
    case "text":
    case "search":
      return withoutName("a filter has no full-text search: $contains finds a substring of one field")
    default:
      return similarTo(text)
  }
}

function similarTo(text: string): NameAdvice {
  const renamed = renamedOperator(text)
  if (renamed !== undefined) return { suggestions: [renamed], hint: insideField(renamed) }
  // The name of an operator that exists elsewhere is no slip.
  const candidates = isForeign(text) ? [] : operatorNames()
  const logical = suggest(text, candidates.filter(isLogicalOperator))
  if (logical.length > 0) return { suggestions: logical, hint: didYouMean(logical) }
  const suggestions = suggest(text, candidates).slice(0, 1)
  const [similar] = suggestions
  const hint =
    similar === undefined ? 'a condition begins with the name of a field: {"field":…}' : insideField(similar)
  return { suggestions, hint }
}

function insideField(operator: string): string {
  return `write the operator inside a field: {"field":{"${operator}":…}}`
}
