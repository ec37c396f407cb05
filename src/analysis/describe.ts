import { type Condition, conditionValues, type Filter } from "../filter/filter.ts"
import { fold } from "../filter/fold.ts"
import type { Field } from "../schema/field.ts"
import type { Value } from "../schema/field-type.ts"
import { contrary, isNegative, type Operator } from "../schema/operators.ts"
import { quote } from "../text/quote.ts"

/** How many values of a list are named; the rest is counted. */
const MOST = 10

/** An `and` or `or` with operands has parentheses where it stands inside of another. */
interface Phrase {
  readonly text: string
  readonly joined: boolean
}

/**
 * Says what a filter asks for, as one plain English phrase: for a log, or for the chips of a search.
 * Long texts are cut, and control characters escaped.
 *
 * @param filter a checked filter
 * @returns the phrase, without a full stop; of a list with more than ten values, the first ten
 *
 * @example
 * ```ts
 * const filter = parseFilter(customers, '{"state":"active","createdAt":{"$gte":"2024-01-01"},"id":{"$in":[1,2]}}')
 * describe(filter) // 'state is "active" and createdAt is 2024-01-01T00:00:00Z or later and id is 1 or 2'
 * ```
 */
export function describe(filter: Filter): string {
  return fold<Phrase>(filter, {
    and: (operands) => joined(operands, "and", "any record"),
    or: (operands) => joined(operands, "or", "no record"),
    compare: phrase,
    in: phrase,
    contains: phrase,
  }).text
}

function joined(operands: readonly Phrase[], word: string, none: string): Phrase {
  if (operands.length === 0) return { text: none, joined: false }
  const texts = operands.map(({ text, joined }) => (joined ? `(${text})` : text))
  return { text: texts.join(` ${word} `), joined: true }
}

/** A relation to many asks whether any related record satisfies the condition; `$ne` and `$nin` ask whether none is equal. */
function phrase(condition: Condition): Phrase {
  const { field, operator } = condition
  const values = conditionValues(condition)
  const predicate = (operator: Operator) => PREDICATES[operator](values, field)
  if (field.relation?.cardinality !== "many")
    return { text: `${field.name} ${predicate(operator)}`, joined: false }
  if (!isNegative(operator)) return { text: `some ${field.name} ${predicate(operator)}`, joined: false }
  return { text: `no ${field.name} ${predicate(contrary[operator])}`, joined: false }
}

type Values = readonly (Value | null)[]

/** What follows the name of the field. */
const PREDICATES: Readonly<Record<Operator, (values: Values, field: Field) => string>> = {
  $eq: ([value], field) => `is ${shown(value, field)}`,
  $ne: ([value], field) => `is not ${shown(value, field)}`,
  $lt: ([value], field) => `is ${isTime(field) ? "before" : "less than"} ${shown(value, field)}`,
  $lte: ([value], field) => `is ${shown(value, field)} or ${isTime(field) ? "earlier" : "less"}`,
  $gt: ([value], field) => `is ${isTime(field) ? "after" : "more than"} ${shown(value, field)}`,
  $gte: ([value], field) => `is ${shown(value, field)} or ${isTime(field) ? "later" : "more"}`,
  $in: (values, field) => `is ${listed(values, field)}`,
  $nin: (values, field) => `is not ${listed(values, field)}`,
  $contains: ([value], field) => `contains ${shown(value, field)}`,
}

function isTime({ type }: Field): boolean {
  return type === "datetime"
}

function listed(values: Values, field: Field): string {
  if (values.length === 0) return "in an empty list"
  const words = values.slice(0, MOST).map((value) => shown(value, field))
  if (values.length > MOST) words.push(`${values.length - MOST} more`)
  const last = words.pop()
  return words.length === 0 ? String(last) : `${words.join(", ")} or ${last}`
}

function shown(value: Value | null | undefined, field: Field): string {
  if (value === null || value === undefined) return "empty"
  return typeof value === "string" && !isTime(field) ? quote(value) : String(value)
}
