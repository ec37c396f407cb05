import { filterText } from "../../check/translation/filter-text.ts"
import type { Translation } from "../../check/translation/translation.ts"
import { Translator } from "../../check/translation/translator.ts"
import type { DiagnosticOf } from "../../diagnostics/diagnostic.ts"
import { isFilters, type OperatorNode } from "../../syntax/syntax-tree.ts"
import type { ValueNode } from "../../syntax/value-node.ts"
import { quote, quoteSource } from "../../text/quote.ts"
import { treeOf } from "../tree-of.ts"
import type { Fix } from "./fix.ts"
import type { FixContext } from "./fix-context.ts"
import type { Location } from "./location.ts"
import { replaceMember, replaceOperators } from "./members.ts"

/** Corrects the name of a member in the place of a field. */
export function nameFixes(
  { params, span }: DiagnosticOf<"unknown-field" | "unknown-operator" | "unsupported-operator">,
  context: FixContext,
): readonly Fix[] {
  const location = context.locate(span)
  if (location === undefined) return []
  const { filter, member } = location
  const value = valueIn(location)
  const translation = value && new Translator(context.schema).member({ name: member.name.text, value })
  return [
    ...suggestionFixes(params, location.member.name.span),
    ...translationFixes(translation, (text, names) => replaceMember(filter, member, text, names)),
  ]
}

/** Corrects an operator: its name, or what another language means by it. */
export function operatorFixes(
  diagnostic: DiagnosticOf<"unknown-operator" | "unsupported-operator">,
  context: FixContext,
): readonly Fix[] {
  const { params, span } = diagnostic
  const location = context.locate(span)
  const { filter, member, operators, operator } = location ?? {}
  if (filter === undefined || member === undefined) return []
  if (operators === undefined || operator === undefined) return nameFixes(diagnostic, context)
  const field = context.schema.fields.get(member.name.text)
  const named = operators.operators.filter((node): node is OperatorNode => node.kind !== "gap")
  const members = named.map(({ name, operand }) => ({ name: name.text, value: operand as ValueNode }))
  const translation =
    field &&
    new Translator(context.schema).operator(
      field,
      { name: operator.name.text, value: operator.operand },
      members,
    )
  // $options is a part of $regex.
  const replaced = named.filter((node) => node === operator || node.name.text === "$options")
  return [
    ...suggestionFixes(params, operator.name.span),
    ...translationFixes(translation, (text, names) =>
      replaceOperators(filter, member, operators, replaced, text, names),
    ),
  ]
}

/** Changes the name to the only one that may be meant. */
function suggestionFixes(params: object, span: Location["member"]["name"]["span"]): readonly Fix[] {
  const suggestions = "suggestions" in params ? (params.suggestions as readonly string[]) : []
  const [suggestion, another] = suggestions
  if (suggestion === undefined || another !== undefined || span === undefined) return []
  return [
    {
      title: `Change to ${quote(suggestion)}`,
      edits: [{ start: span.start, end: span.end, text: JSON.stringify(suggestion) }],
    },
  ]
}

/** Writes the filter of the same meaning. */
function translationFixes(
  translation: Translation | undefined,
  replace: (text: string, names: readonly string[]) => Fix["edits"] | undefined,
): readonly Fix[] {
  if (translation === undefined || typeof translation === "string") return []
  const text = filterText(translation)
  const edits = replace(text, namesIn(text))
  return edits === undefined ? [] : [{ title: `Write ${quoteSource(text)}`, edits }]
}

/** The names of the members of a filter. */
function namesIn(text: string): readonly string[] {
  const tree = treeOf(text)
  if (tree.kind !== "object") return []
  return tree.entries.flatMap((entry) => (entry.kind === "gap" ? [] : [entry.name.text]))
}

function valueIn({ member }: Location): ValueNode | undefined {
  if (member.kind === "field") return member.value
  return isFilters(member.operands) ? undefined : member.operands
}
