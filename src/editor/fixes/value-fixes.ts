import { valueAdvice } from "../../check/native-value.ts"
import { unwrapped } from "../../check/translation/unwrapped.ts"
import type { DiagnosticOf } from "../../diagnostics/diagnostic.ts"
import type { Field } from "../../schema/field.ts"
import { isInvalidOperand } from "../../schema/field-type.ts"
import { factsOf, fieldOperatorOf, isNegative, takesList } from "../../schema/operators.ts"
import { fieldTypes } from "../../schema/types/index.ts"
import type { Literal } from "../../syntax/literal.ts"
import { isFilters, type ListNode, type OperatorNode } from "../../syntax/syntax-tree.ts"
import { itemsOf, membersOf, scalarOf, type ValueNode } from "../../syntax/value-node.ts"
import { isJsonNumber } from "../../text/decimal.ts"
import { quoteSource } from "../../text/quote.ts"
import { jsonOf } from "../json-of.ts"
import type { Fix } from "./fix.ts"
import type { FixContext } from "./fix-context.ts"
import type { Location } from "./location.ts"
import { removeNodes } from "./members.ts"

type Mismatch = DiagnosticOf<"type-mismatch">

/** Corrects a value of the wrong kind. */
export function mismatchFixes(diagnostic: Mismatch, context: FixContext): readonly Fix[] {
  return mismatches[diagnostic.params.reason](context, context.locate(diagnostic.span))
}

const mismatches: Readonly<
  Record<
    Mismatch["params"]["reason"],
    (context: FixContext, location: Location | undefined) => readonly Fix[]
  >
> = {
  filter: wholeFilter,
  filters: (context, location) => onlyFilter(context, location),
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

/** A string that contains the filter. */
function wholeFilter({ tree }: FixContext): readonly Fix[] {
  const scalar = tree.kind === "misplaced" && "scalar" in tree ? tree.scalar : undefined
  if (scalar?.kind !== "string" || scalar.span === undefined) return []
  return [{ title: "Write the object itself", edits: [{ ...scalar.span, text: scalar.value }] }]
}

/** `$and` or `$or` with one filter that is not in a list. An object with several members may mean one filter or several. */
function onlyFilter(context: FixContext, location: Location | undefined): readonly Fix[] {
  const { member } = location ?? {}
  if (member?.kind !== "logical" || isFilters(member.operands)) return []
  return (membersOf(member.operands) ?? []).length === 1
    ? rewritten(member.operands, context, (it) => `[${it}]`)
    : []
}

/** A field with a list. */
function bareList(context: FixContext, location: Location | undefined): readonly Fix[] {
  return rewritten(location?.value, context, (list) => `{"$in":${list}}`)
}

/** One value, or a list in one string, where the operator takes a list. */
function bareValue(context: FixContext, location: Location | undefined): readonly Fix[] {
  const { value } = location ?? {}
  const parts = partsOf(value, fieldOf(location, context))
  if (parts !== undefined) return rewritten(value, context, () => `[${parts}]`)
  return rewritten(value, context, (one) => `[${unwrappedSource(value, location, context) ?? one}]`)
}

/** A list where the operator takes one value: the operator for lists, or the only item. */
function listForOneValue(context: FixContext, location: Location | undefined): readonly Fix[] {
  const { operator, value } = location ?? {}
  const single = unwrappedSource(value, location, context)
  if (single !== undefined) return rewritten(value, context, () => single)
  const items = value === undefined ? undefined : listOf(operator)?.items
  const name = operator && fieldOperatorOf(operator.name.text)
  if (items === undefined || operator?.name.span === undefined || name === undefined) return []
  if (factsOf(name).tests === "equality") {
    const forAll = isNegative(name) ? "$nin" : "$in"
    return [{ title: `Change to "${forAll}"`, edits: [{ ...operator.name.span, text: `"${forAll}"` }] }]
  }
  const [only, ...others] = items
  const list = listOf(operator)
  if (only?.span === undefined || others.length > 0) return []
  const source = context.sourceOf(only.span)
  return rewritten(list, context, () => source)
}

/** A list in a list, or an object that wraps a value. */
function nestedItem(context: FixContext, location: Location | undefined): readonly Fix[] {
  const { value } = location ?? {}
  const single = unwrappedSource(value, location, context)
  if (single !== undefined) return rewritten(value, context, () => single)
  const items = value && itemsOf(value)
  const texts = items?.flatMap(({ span }) => (span === undefined ? [] : [context.sourceOf(span)]))
  return texts === undefined || texts.length === 0 ? [] : rewritten(value, context, () => texts.join(","))
}

/** A value in quotes that needs none, without quotes that it needs, or a list in one string. */
function valueOfOtherKind(context: FixContext, location: Location | undefined): readonly Fix[] {
  const { value, operator } = location ?? {}
  const field = fieldOf(location, context)
  const scalar = value && scalarOf(value)
  if (field === undefined || scalar === undefined) return []
  const advice = valueAdvice(scalar, field)
  if (typeof advice === "object") return rewritten(value, context, () => jsonFor(advice.write, field))
  const parts = partsOf(value, field)
  if (parts !== undefined) {
    const list = parts.join(",")
    const name = operator && fieldOperatorOf(operator.name.text)
    if (name === undefined) return rewritten(value, context, () => `{"$in":[${list}]}`)
    return takesList(name) ? rewritten(value, context, () => list) : []
  }
  return rewritten(value, context, (source) => otherNotation(scalar, source))
}

/** A value as JSON: a number or null as such if the field takes it, and a string otherwise. */
function jsonFor(text: string, field: Field): string {
  if (text === "null") return text
  const isNumber =
    isJsonNumber(text) &&
    !isInvalidOperand(fieldTypes[field.type].read({ kind: "number", digits: text }, field))
  return isNumber ? text : JSON.stringify(text)
}

/** The same text as another kind of literal. */
function otherNotation(scalar: Literal, source: string): string {
  if (scalar.kind !== "string") return JSON.stringify(source)
  const { value } = scalar
  return ["true", "false", "null"].includes(value) || isJsonNumber(value) ? value : source
}

/** Corrects a value that the field cannot have, if one value only may be meant. */
export function valueFixes(
  { params, span }: DiagnosticOf<"invalid-value">,
  context: FixContext,
): readonly Fix[] {
  const { value } = context.locate(span) ?? {}
  if (params.reason !== "not-listed") return valueOfOtherKind(context, context.locate(span))
  const parts = valueOfOtherKind(context, context.locate(span))
  const [suggestion, another] = params.suggestions
  if (suggestion === undefined || another !== undefined) return parts
  return rewritten(value, context, () => JSON.stringify(suggestion))
}

/** Removes a null from the list of a field that always has a value. */
export function nullFixes({ span }: DiagnosticOf<"null-not-allowed">, context: FixContext): readonly Fix[] {
  const { operator, value } = context.locate(span) ?? {}
  const items = listOf(operator)?.items ?? []
  const edits = removeNodes(items, [value])
  return edits.length === 0 ? [] : [{ title: "Remove null", edits }]
}

function rewritten(
  node: ValueNode | undefined,
  context: FixContext,
  rewrite: (source: string) => string,
): readonly Fix[] {
  if (node?.span === undefined) return []
  const source = context.sourceOf(node.span)
  const text = rewrite(source)
  return text === source ? [] : [{ title: `Write ${quoteSource(text)}`, edits: [{ ...node.span, text }] }]
}

function fieldOf(location: Location | undefined, { schema }: FixContext): Field | undefined {
  return location && schema.fields.get(location.member.name.text)
}

function listOf(operator: OperatorNode | undefined): ListNode | undefined {
  return operator?.operand.kind === "list" ? operator.operand : undefined
}

/** The JSON of the value that an object stands for in another notation. */
function unwrappedSource(
  value: ValueNode | undefined,
  location: Location | undefined,
  context: FixContext,
): string | undefined {
  const field = fieldOf(location, context)
  const literal = value && field && unwrapped(value, field)
  return literal && jsonOf(literal)
}

/** A longer string is not searched for a list. */
const LONGEST_LIST = 1000

/** The values in a list that was written as one string, if the field cannot have the string as a value. */
function partsOf(value: ValueNode | undefined, field: Field | undefined): readonly string[] | undefined {
  const scalar = value && scalarOf(value)
  if (scalar?.kind !== "string" || field === undefined || scalar.value.length > LONGEST_LIST) return undefined
  const type = fieldTypes[field.type]
  const isValid = (literal: Exclude<Literal, { kind: "null" }>) =>
    !isInvalidOperand(type.read(literal, field))
  const parts = scalar.value.split(",").map((part) => part.trim())
  if (parts.length < 2 || isValid(scalar)) return undefined
  const texts: string[] = []
  for (const part of parts) {
    if (isJsonNumber(part) && isValid({ kind: "number", digits: part })) texts.push(part)
    else if (isValid({ kind: "string", value: part })) texts.push(JSON.stringify(part))
    else return undefined
  }
  return texts
}
