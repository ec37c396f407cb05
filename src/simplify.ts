import { and, compare, type Filter, or, within } from "./filter.ts"
import { fold } from "./fold.ts"
import { contrary, hasContrary } from "./operators.ts"
import type { Field } from "./schema/field.ts"
import type { Value } from "./schema/field-type.ts"
import type { Schema } from "./schema/schema.ts"

/**
 * A filter that matches the same records and is no longer: equal operands once, lists without
 * repetition, a list of one as `$eq` or `$ne`, what is always or never true taken out.
 *
 * @param filter a checked filter
 * @returns the simpler filter; simplifying it again changes nothing
 *
 * @example
 * ```ts
 * const filter = parseFilter(customers, '{"$and":[{"id":{"$in":[7]}},{"id":7},{"state":{"$nin":[]}}]}')
 * stringify(simplify(filter)) // '{"id":7}'
 * ```
 */
export function simplify<S extends Schema>(filter: Filter<S>): Filter<S> {
  return fold<Filter<S>, S>(filter, {
    and: (operands) => junction("and", operands),
    or: (operands) => junction("or", operands),
    compare: (node) => node,
    in: (node) => {
      const { field, operator } = node
      const values = [...new Set(node.values)]
      const [only] = values
      if (only === undefined) return operator === "$in" ? or([]) : and([])
      const single = operator === "$in" ? "$eq" : "$ne"
      if (values.length === 1 && field.operators.includes(single)) return compare(single, field, only)
      return values.length === node.values.length ? node : within(operator, field, values)
    },
    contains: (node) => (node.value === "" && isAlwaysThere(node.field) ? and([]) : node),
  })
}

/**
 * Whether every record is certain to match: the guard of a bulk update. It never says yes to a filter
 * that leaves a record out; it may miss one that matches everything in a roundabout way.
 *
 * @param filter a checked filter
 * @returns true when no record can fail to match
 *
 * @example
 * ```ts
 * matchesEverything(parseFilter(customers, '{"$or":[{"id":7},{"id":{"$ne":7}}]}')) // true
 * matchesEverything(parseFilter(customers, '{"id":{"$ne":7}}')) // false
 * ```
 */
export function matchesEverything(filter: Filter): boolean {
  return isConstant("and", simplify(filter))
}

/** `and` of nothing is true of every record, `or` of nothing of none. */
function isConstant(kind: "and" | "or", filter: Filter): boolean {
  return filter.kind === kind && filter.operands.length === 0
}

/** Joins operands that are simple already. What is said here of `and` holds for `or` with true and false exchanged. */
function junction<S extends Schema>(kind: "and" | "or", operands: readonly Filter<S>[]): Filter<S> {
  const [join, other, opposite] = kind === "and" ? ([and, "or", or] as const) : ([or, "and", and] as const)
  const distinct = new Map<string, Filter<S>>()
  for (const operand of operands.flatMap((inner) => (inner.kind === kind ? inner.operands : [inner]))) {
    // false, or a condition and its contrary: the whole is false.
    if (isConstant(other, operand)) return opposite([])
    const contrary = keyOfContrary(operand)
    if (contrary !== undefined && distinct.has(contrary)) return opposite([])
    const key = keyOf(operand)
    if (!distinct.has(key)) distinct.set(key, operand)
  }
  return join([...distinct.values()])
}

/** The key of the condition that is true exactly when this one is not, if there is one. */
function keyOfContrary(filter: Filter): string | undefined {
  if (filter.kind !== "compare" && filter.kind !== "in") return undefined
  if (!hasContrary(filter.operator)) return undefined
  return conditionKey(
    filter.field,
    contrary[filter.operator],
    filter.kind === "in" ? filter.values : [filter.value],
  )
}

/** A text that two filters share exactly when they are the same. */
function keyOf(filter: Filter): string {
  return fold<string>(filter, {
    and: (operands) => `and(${operands.join()})`,
    or: (operands) => `or(${operands.join()})`,
    compare: ({ field, operator, value }) => conditionKey(field, operator, [value]),
    in: ({ field, operator, values }) => conditionKey(field, operator, values),
    contains: ({ field, operator, value }) => conditionKey(field, operator, [value]),
  })
}

function conditionKey(field: Field, operator: string, values: readonly (Value | null)[]): string {
  return JSON.stringify([field.name, operator, ...values.map((value) => [typeof value, String(value)])])
}

/** Whether every record has a value here: related records may be missing altogether. */
function isAlwaysThere({ nullable, relation }: Field): boolean {
  return !nullable && relation === undefined
}
