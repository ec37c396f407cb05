import { valueAdvice } from "../../check/native-value.ts"
import { unwrapped } from "../../check/translation/unwrapped.ts"
import type { DiagnosticOf } from "../../diagnostics/diagnostic.ts"
import type { Field } from "../../schema/field.ts"
import { isInvalidOperand } from "../../schema/field-type.ts"
import { factsOf, fieldOperatorOf, isNegative, type Operator, takesList } from "../../schema/operators.ts"
import { fieldTypes } from "../../schema/types/index.ts"
import type { Literal } from "../../syntax/literal.ts"
import type { Span } from "../../syntax/span.ts"
import type { ListNode, ScalarNode } from "../../syntax/syntax-tree.ts"
import { itemsOf, membersOf, scalarOf, type ValueNode } from "../../syntax/value-node.ts"
import { isJsonNumber } from "../../text/decimal.ts"
import { quoteSource } from "../../text/quote.ts"
import { jsonOf } from "../json-of.ts"
import type { Fix } from "./fix.ts"
import type { FixContext } from "./fix-context.ts"
import type { Location } from "./location.ts"
import { removeNodes } from "./members.ts"
import { partsOf } from "./parts-of.ts"

type Mismatch = DiagnosticOf<"type-mismatch">

/** A string that contains the filter, in place of the filter. */
export function wholeFilterFixes({ tree }: FixContext): readonly Fix[] {
  const scalar = tree.kind === "misplaced" && "scalar" in tree ? tree.scalar : undefined
  if (scalar?.kind !== "string") return []
  return [{ title: "Write the object itself", edits: [{ ...(scalar.span as Span), text: scalar.value }] }]
}

/** Corrects a value of the wrong kind. */
export function mismatchFixes(location: Location, context: FixContext, { params }: Mismatch): readonly Fix[] {
  return mismatches[params.reason](location, context)
}

type FindFixes = (location: Location, context: FixContext) => readonly Fix[]

const mismatches: Readonly<Record<Mismatch["params"]["reason"], FindFixes>> = {
  filter: none,
  filters: onlyFilter,
  field: bareList,
  list: bareValue,
  scalar: listForOneValue,
  item: nestedItem,
  value: valueOfOtherKind,
  listed: valueOfOtherKind,
  hole: none,
}

function none(): readonly Fix[] {
  return []
}

/** `$and` or `$or` with one filter that is not in a list. An object with several members may mean one filter or several. */
function onlyFilter({ value }: Location, context: FixContext): readonly Fix[] {
  const members = membersOf(value as ValueNode)
  return members?.length === 1 ? rewritten(value as ValueNode, context, (filter) => `[${filter}]`) : []
}

/** A field with a list. */
function bareList({ value }: Location, context: FixContext): readonly Fix[] {
  return rewritten(value as ValueNode, context, (list) => `{"$in":${list}}`)
}

/** One value, or a list in one string, where the operator takes a list. */
function bareValue(location: Location, context: FixContext): readonly Fix[] {
  const value = location.value as ValueNode
  const field = fieldOf(location, context)
  const parts = partsOf(value, field)
  return rewritten(value, context, (source) => `[${parts ?? unwrappedSource(value, field) ?? source}]`)
}

/** A list where the operator takes one value: the operator for lists, or the only item. */
function listForOneValue(location: Location, context: FixContext): readonly Fix[] {
  const value = location.value as ValueNode
  const single = unwrappedSource(value, fieldOf(location, context))
  if (single !== undefined) return rewritten(value, context, () => single)
  const items = itemsOf(value)
  if (items === undefined) return []
  const { name } = operatorOf(location)
  const operator = fieldOperatorOf(name.text) as Operator
  if (factsOf(operator).tests === "equality") {
    const forAll = isNegative(operator) ? "$nin" : "$in"
    return [{ title: `Change to "${forAll}"`, edits: [{ ...(name.span as Span), text: `"${forAll}"` }] }]
  }
  return items.length === 1 ? rewritten(value, context, () => sourcesOf(items, context)) : []
}

/** A list in a list, or an object that wraps a value. */
function nestedItem(location: Location, context: FixContext): readonly Fix[] {
  const value = location.value as ValueNode
  const single = unwrappedSource(value, fieldOf(location, context))
  const items = itemsOf(value) ?? []
  if (single === undefined && items.length === 0) return []
  return rewritten(value, context, () => single ?? sourcesOf(items, context))
}

/** A value in quotes that needs none, without quotes that it needs, in another notation, or a list in one string. */
function valueOfOtherKind(location: Location, context: FixContext): readonly Fix[] {
  const value = location.value as ValueNode
  const field = fieldOf(location, context)
  const scalar = scalarOf(value) as ScalarNode
  const advice = valueAdvice(scalar, field)
  if (typeof advice === "object") return rewritten(value, context, () => jsonFor(advice.write, field))
  const parts = partsOf(value, field)
  if (parts === undefined) return rewritten(value, context, (source) => otherNotation(scalar, source))
  const { condition } = location
  if (condition === undefined) return rewritten(value, context, () => `{"$in":[${parts}]}`)
  const operator = fieldOperatorOf(condition.operator.name.text) as Operator
  return takesList(operator) ? rewritten(value, context, () => parts.join(",")) : []
}

/** A value as JSON: a number or null as such if the field takes it, and a string otherwise. */
function jsonFor(text: string, field: Field): string {
  const isNumber =
    isJsonNumber(text) &&
    !isInvalidOperand(fieldTypes[field.type].read({ kind: "number", digits: text }, field))
  return isNumber || text === "null" ? text : JSON.stringify(text)
}

/** The same text as another kind of literal. */
function otherNotation(scalar: Literal, source: string): string {
  if (scalar.kind !== "string") return JSON.stringify(source)
  const { value } = scalar
  return ["true", "false"].includes(value) || isJsonNumber(value) ? value : source
}

/** Corrects a value that the field cannot have, if one value only may be meant. */
export function valueFixes(
  location: Location,
  context: FixContext,
  { params }: DiagnosticOf<"invalid-value">,
): readonly Fix[] {
  const [suggestion, another] = params.reason === "not-listed" ? params.suggestions : []
  if (suggestion === undefined || another !== undefined) return valueOfOtherKind(location, context)
  return rewritten(location.value as ValueNode, context, () => JSON.stringify(suggestion))
}

/** Removes a null from the list of a field that always has a value. */
export function nullFixes({ condition, value }: Location): readonly Fix[] {
  const operand = condition?.operator.operand
  if (operand?.kind !== "list") return []
  return [{ title: "Remove null", edits: removeNodes(operand.items, [value as ListNode["items"][number]]) }]
}

function rewritten(
  node: ValueNode,
  context: FixContext,
  rewrite: (source: string) => string,
): readonly Fix[] {
  const span = node.span as Span
  const source = context.sourceOf(span)
  const text = rewrite(source)
  return text === source ? [] : [{ title: `Write ${quoteSource(text)}`, edits: [{ ...span, text }] }]
}

function sourcesOf(items: readonly ValueNode[], context: FixContext): string {
  return items.map(({ span }) => context.sourceOf(span as Span)).join(",")
}

/** The field of a value. A value of an unknown field is not checked. */
function fieldOf({ member }: Location, { schema }: FixContext): Field {
  return schema.fields.get(member.name.text) as Field
}

function operatorOf({ condition }: Location) {
  return (condition as NonNullable<Location["condition"]>).operator
}

/** The JSON of the value that an object stands for in another notation. */
function unwrappedSource(value: ValueNode, field: Field): string | undefined {
  const literal = unwrapped(value, field)
  return literal && jsonOf(literal)
}
