import { type Condition, conditionValues } from "../filter/filter.ts"
import type { Field, FieldTypeName } from "../schema/field.ts"
import type { Value } from "../schema/field-type.ts"
import { factsOf, type Operator } from "../schema/operators.ts"
import { quote, quoteSource } from "../text/quote.ts"

/** How many values of a list a phrase names. It counts the others. */
const MAX_NAMED = 10

type Values = readonly (Value | null)[]

/** The verb between a field and what an operator compares it with. */
export function verbOf(operator: Operator): string {
  return factsOf(operator).tests === "text" ? "contains" : "is"
}

/** What follows the verb: what the condition compares the field with, without its negation. */
export function objectOf(condition: Condition): string {
  return OBJECTS[condition.operator](conditionValues(condition), condition.field)
}

const only = ([value]: Values, field: Field) => show(value, field)

const OBJECTS: Readonly<Record<Operator, (values: Values, field: Field) => string>> = {
  $eq: only,
  $ne: only,
  $lt: ([value], field) => `${WORDS[field.type].less} ${show(value, field)}`,
  $lte: ([value], field) => `${show(value, field)} or ${WORDS[field.type].orLess}`,
  $gt: ([value], field) => `${WORDS[field.type].more} ${show(value, field)}`,
  $gte: ([value], field) => `${show(value, field)} or ${WORDS[field.type].orMore}`,
  $in: alternatives,
  $nin: alternatives,
  $contains: only,
}

/** How to speak of the order of values, and how to write one. */
interface Words {
  readonly less: string
  readonly more: string
  readonly orLess: string
  readonly orMore: string
  show(value: Value): string
}

const quantity = /* @__PURE__ */ byAmount((value) => quoteSource(String(value)))
const text = /* @__PURE__ */ byAmount((value) => quote(String(value)))
const time: Words = { less: "before", more: "after", orLess: "earlier", orMore: "later", show: String }

const WORDS: Readonly<Record<FieldTypeName, Words>> = {
  integer: quantity,
  number: quantity,
  string: text,
  boolean: quantity,
  enum: text,
  datetime: time,
  reference: quantity,
  // Its content stays hidden.
  opaque: /* @__PURE__ */ byAmount(() => "present"),
  uuid: quantity,
  decimal: quantity,
  date: time,
}

function byAmount(show: Words["show"]): Words {
  return { less: "less than", more: "more than", orLess: "less", orMore: "more", show }
}

function alternatives(values: Values, field: Field): string {
  return values.length === 0 ? "in an empty list" : listed(values, field, "or")
}

/** The values, with a word before the last one. */
export function listed(values: Values, field: Field, word: string): string {
  const words = values.slice(0, MAX_NAMED).map((value) => show(value, field))
  if (values.length > MAX_NAMED) words.push(`${values.length - MAX_NAMED} more`)
  const last = words.pop()
  return words.length === 0 ? String(last) : `${words.join(", ")} ${word} ${last}`
}

/** A value as a phrase names it. */
export function show(value: Value | null | undefined, field: Field): string {
  return value === null || value === undefined ? "empty" : WORDS[field.type].show(value)
}
