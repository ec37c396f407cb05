import { filterText } from "../../check/translation/filter-text.ts"
import type { Translation } from "../../check/translation/translation.ts"
import { Translator } from "../../check/translation/translator.ts"
import type { DiagnosticOf } from "../../diagnostics/diagnostic.ts"
import type { Field } from "../../schema/field.ts"
import type { Span } from "../../syntax/span.ts"
import type { FieldNode, LogicalNode, NameNode, ObjectNode, OperatorNode } from "../../syntax/syntax-tree.ts"
import type { ValueNode } from "../../syntax/value-node.ts"
import { quote, quoteSource } from "../../text/quote.ts"
import { treeOf } from "../tree-of.ts"
import type { Fix } from "./fix.ts"
import type { FixContext } from "./fix-context.ts"
import type { Location } from "./location.ts"
import { replaceMember, replaceOperators } from "./members.ts"

/** Corrects the name of a member in the place of a field. */
export function nameFixes(
  { filter, member, value }: Location,
  { schema }: FixContext,
  { params }: DiagnosticOf<"unknown-field" | "unknown-operator" | "unsupported-operator">,
): readonly Fix[] {
  const translation = new Translator(schema).member({ name: member.name.text, value: value as ValueNode })
  return [
    ...suggestionFixes(params, member.name),
    ...translationFixes(translation, (text, names) => replaceMember(filter, member, text, names)),
  ]
}

/** Corrects an operator: its name, or what another language means by it. */
export function operatorFixes(
  location: Location,
  context: FixContext,
  diagnostic: DiagnosticOf<"unknown-operator" | "unsupported-operator">,
): readonly Fix[] {
  const { filter, member, condition } = location
  if (condition === undefined) return nameFixes(location, context, diagnostic)
  const { operators, operator } = condition
  // The operators of an unknown field are not checked.
  const field = context.schema.fields.get(member.name.text) as Field
  const named = operators.operators.filter((node): node is OperatorNode => node.kind !== "gap")
  const members = named.map(({ name, operand }) => ({ name: name.text, value: operand as ValueNode }))
  const translation = new Translator(context.schema).operator(
    field,
    { name: operator.name.text, value: operator.operand },
    members,
  )
  // $options is a part of $regex.
  const replaced = named.filter((node) => node === operator || node.name.text === "$options")
  return [
    ...suggestionFixes(diagnostic.params, operator.name),
    ...translationFixes(translation, (text, names) =>
      replaceOperators(filter, member, operators, replaced, text, names),
    ),
  ]
}

/** Changes the name to the only one that may be meant. */
function suggestionFixes(params: object, { span }: NameNode): readonly Fix[] {
  const suggestions = "suggestions" in params ? (params.suggestions as readonly string[]) : []
  const [suggestion, another] = suggestions
  if (suggestion === undefined || another !== undefined) return []
  return [
    {
      title: `Change to ${quote(suggestion)}`,
      edits: [{ ...(span as Span), text: JSON.stringify(suggestion) }],
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
  const { entries } = treeOf(text) as ObjectNode
  return entries.map((entry) => (entry as FieldNode | LogicalNode).name.text)
}
