import { and, type Condition, type Filter, or } from "../filter/filter.ts"
import { fold } from "../filter/fold.ts"
import type { Field } from "../schema/field.ts"
import { isNegative } from "../schema/operators.ts"
import type { Schema } from "../schema/schema.ts"
import { contraryKey, filterKey } from "./filter-key.ts"
import { combine, conditionsOf, listsNoMore, type ValueSet, valuesOf, withinType } from "./interval-set.ts"

/**
 * A filter that matches the same records and has no more conditions: equal operands once, the conditions on one
 * field joined into the fewest that say the same, and what is always or never true taken out.
 *
 * - `$eq` and `$in` of one field in an `$or` become one `$in`, `$ne` and `$nin` in an `$and` one `$nin`.
 * - Ranges in an `$and` are cut to what they have in common; what nothing can satisfy matches nothing.
 * - Lists are sorted and have no value twice; a list of one is `$eq` or `$ne`.
 * - Conditions on a relation to many stay apart where different related records may satisfy them.
 *
 * @param filter a checked filter
 * @returns the simpler filter; simplifying it again changes nothing
 *
 * @example
 * ```ts
 * const filter = parseFilter(customers, '{"$or":[{"id":7},{"id":{"$in":[9,8]}}],"id":{"$gt":7,"$lte":20}}')
 * stringify(simplify(filter)) // '{"id":{"$in":[8,9]}}'
 * ```
 */
export function simplify<S extends Schema>(filter: Filter<S>): Filter<S> {
  const alone = (node: Condition<S>) => joined<S>("and", [node])
  return fold<Filter<S>, S>(filter, {
    and: (operands) => joined("and", operands),
    or: (operands) => joined("or", operands),
    compare: alone,
    in: alone,
    contains: alone,
  })
}

/** Whether the filter is `and` of nothing, which is true of every record, or `or` of nothing, which is true of none. */
export function isConstant(kind: "and" | "or", filter: Filter): boolean {
  return filter.kind === kind && filter.operands.length === 0
}

/** Joins operands that are simple already. What is said here of `and` holds for `or` with true and false exchanged. */
function joined<S extends Schema>(kind: "and" | "or", operands: readonly Filter<S>[]): Filter<S> {
  const [join, other, opposite] = kind === "and" ? ([and, "or", or] as const) : ([or, "and", and] as const)
  const flat = operands.flatMap((operand) => (operand.kind === kind ? operand.operands : [operand]))
  const grouped = byField(kind, flat)
  if (isSettledByMany(kind, grouped)) return opposite([])
  const distinct = new Map<string, Filter<S>>()
  for (const operand of grouped) {
    // false, or a condition and its contrary: the whole is false.
    if (isConstant(other, operand)) return opposite([])
    const contrary = contraryKey(operand)
    if (contrary !== undefined && distinct.has(contrary)) return opposite([])
    const key = filterKey(operand)
    if (!isConstant(kind, operand) && !distinct.has(key)) distinct.set(key, operand)
  }
  // a AND (a OR b) is a.
  const kept = [...distinct.values()].filter(
    (operand) => operand.kind !== other || !operand.operands.some((inner) => distinct.has(filterKey(inner))),
  )
  return join(kept)
}

/** The operands, with the conditions on one field joined where the first of them stands. */
function byField<S extends Schema>(kind: "and" | "or", operands: readonly Filter<S>[]): Filter<S>[] {
  const groups = new Map<string | number, Group<S>>()
  for (const [i, operand] of operands.entries()) {
    const condition = operand.kind === "and" || operand.kind === "or" ? undefined : operand
    const set = condition && valuesOf(condition)
    const key = condition && set ? (groupOf(kind, condition) ?? i) : i
    const group = groups.get(key)
    if (group === undefined)
      groups.set(key, { operands: [operand], field: condition?.field, sets: set ? [set] : [] })
    else {
      group.operands.push(operand)
      if (set !== undefined) group.sets.push(set)
    }
  }
  return [...groups.values()].flatMap((group) => joinedGroup(kind, group))
}

/** Operands that are joined: conditions on one field, or one operand that is no such condition. */
interface Group<S extends Schema> {
  readonly operands: Filter<S>[]
  readonly field: Field | undefined
  readonly sets: ValueSet[]
}

function joinedGroup<S extends Schema>(
  kind: "and" | "or",
  { operands, field, sets }: Group<S>,
): readonly Filter<S>[] {
  if (field === undefined || sets.length === 0) return operands
  const set = combine(kind, sets)
  const found = conditionsOf<S>(kind, field, isOfMany(field) ? set : withinType(field, set))
  if (found === "always") return [and([])]
  if (found === "never") return [or([])]
  return found ?? operands
}

/**
 * Which conditions are joined. Of a relation to many, conditions that different related records may
 * satisfy are not: ANY is equal to one of several values in an OR alone, NONE is in an AND, and of
 * orders to one side the weaker one follows from the stronger.
 */
function groupOf(kind: "and" | "or", { field, operator }: Condition): string | undefined {
  if (!isOfMany(field)) return field.name
  switch (operator) {
    case "$eq":
    case "$in":
      return kind === "or" ? `${field.name} $in` : undefined
    case "$ne":
    case "$nin":
      return kind === "and" ? `${field.name} $nin` : undefined
    case "$lt":
    case "$lte":
      return `${field.name} $lt`
    case "$gt":
    case "$gte":
      return `${field.name} $gt`
    case "$contains":
      return undefined
  }
}

/**
 * Whether conditions on a relation to many leave nothing open: ANY of these values OR NONE of fewer is true of
 * every record, and ANY of these AND NONE of more is true of none.
 */
function isSettledByMany(kind: "and" | "or", operands: readonly Filter[]): boolean {
  const lists = operands.filter((operand) => operand.kind === "compare" || operand.kind === "in")
  const ofMany = lists.filter(({ field }) => isOfMany(field))
  const any = ofMany.filter(({ operator }) => operator === "$eq" || operator === "$in")
  const none = ofMany.filter(({ operator }) => isNegative(operator))
  return any.some((some) =>
    none.some(
      (other) =>
        other.field === some.field && (kind === "or" ? listsNoMore(other, some) : listsNoMore(some, other)),
    ),
  )
}

function isOfMany({ relation }: Field): boolean {
  return relation?.cardinality === "many"
}
