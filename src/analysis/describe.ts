import { type Condition, conditionValues, type Filter } from "../filter/filter.ts"
import { fold } from "../filter/fold.ts"
import type { Field, FieldTypeName } from "../schema/field.ts"
import type { Value } from "../schema/field-type.ts"
import { isNegative, negationOf, type Operator } from "../schema/operators.ts"
import { quote } from "../text/quote.ts"

/** How many values of a list the phrase names. It counts the others. */
const MAX_NAMED = 10

interface Phrase {
  readonly text: string
  /** Whether it needs parentheses inside another phrase. */
  readonly joined: boolean
}

/**
 * Describes a filter in one English phrase, for example for a log or for a summary above search results.
 * Long texts are shortened, and control characters are escaped.
 *
 * @param filter a checked filter
 * @returns the phrase, without a full stop. It names at most ten values of a list
 * @throws TypeError if the filter is not a checked filter
 *
 * @example
 * ```ts
 * const filter = parseFilter(customers, '{"state":"active","createdAt":{"$gte":"2024-01-01"},"id":{"$in":[1,2]}}')
 * describe(filter) // 'state is "active" and createdAt is 2024-01-01T00:00:00Z or later and id is 1 or 2'
 * ```
 */
export function describe(filter: Filter): string {
  return fold<Phrase>(filter, {
    and: (operands) => joinPhrases(operands, "and", "any record"),
    or: (operands) => joinPhrases(operands, "or", "no record"),
    condition: conditionPhrase,
  }).text
}

function joinPhrases(operands: readonly Phrase[], word: string, none: string): Phrase {
  const [first, ...others] = operands.map(({ text, joined }) => (joined ? `(${text})` : text))
  if (first === undefined) return { text: none, joined: false }
  // Engines append without copying, unlike join, which would copy a text again at each level above it.
  return { text: others.reduce((text, other) => `${text} ${word} ${other}`, first), joined: true }
}

/** A relation to many asks whether any related record satisfies the condition; `$ne` and `$nin` ask whether none is equal. */
function conditionPhrase(condition: Condition): Phrase {
  const { field, operator } = condition
  const values = conditionValues(condition)
  const predicate = (operator: Operator) => PREDICATES[operator](values, field)
  if (field.relation?.cardinality !== "many")
    return { text: `${field.name} ${predicate(operator)}`, joined: false }
  const negation = isNegative(operator) ? negationOf(operator) : undefined
  const text =
    negation === undefined
      ? `some ${field.name} ${predicate(operator)}`
      : `no ${field.name} ${predicate(negation)}`
  return { text, joined: false }
}

type Values = readonly (Value | null)[]

/** The words that follow the name of the field. */
const PREDICATES: Readonly<Record<Operator, (values: Values, field: Field) => string>> = {
  $eq: ([value], field) => `is ${show(value, field)}`,
  $ne: ([value], field) => `is not ${show(value, field)}`,
  $lt: ([value], field) => `is ${WORDS[field.type].less} ${show(value, field)}`,
  $lte: ([value], field) => `is ${show(value, field)} or ${WORDS[field.type].orLess}`,
  $gt: ([value], field) => `is ${WORDS[field.type].more} ${show(value, field)}`,
  $gte: ([value], field) => `is ${show(value, field)} or ${WORDS[field.type].orMore}`,
  $in: (values, field) => `is ${alternatives(values, field)}`,
  $nin: (values, field) => `is not ${alternatives(values, field)}`,
  $contains: ([value], field) => `contains ${show(value, field)}`,
}

/** How to speak of the order of values, and how to write one. */
interface Words {
  readonly less: string
  readonly more: string
  readonly orLess: string
  readonly orMore: string
  show(value: Value): string
}

const quantity = /* @__PURE__ */ byAmount(String)
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
  opaque: quantity,
  uuid: quantity,
  decimal: quantity,
  date: time,
}

function byAmount(show: Words["show"]): Words {
  return { less: "less than", more: "more than", orLess: "less", orMore: "more", show }
}

function alternatives(values: Values, field: Field): string {
  if (values.length === 0) return "in an empty list"
  const words = values.slice(0, MAX_NAMED).map((value) => show(value, field))
  if (values.length > MAX_NAMED) words.push(`${values.length - MAX_NAMED} more`)
  const last = words.pop()
  return words.length === 0 ? String(last) : `${words.join(", ")} or ${last}`
}

function show(value: Value | null | undefined, field: Field): string {
  return value === null || value === undefined ? "empty" : WORDS[field.type].show(value)
}
