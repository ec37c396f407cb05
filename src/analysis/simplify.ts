import { and, type Condition, type Filter, or } from "../filter/filter.ts"
import { fold } from "../filter/fold.ts"
import type { Field } from "../schema/field.ts"
import { factsOf, isNegative, type OperatorTest, rangeOf } from "../schema/operators.ts"
import type { Schema } from "../schema/schema.ts"
import { type ConditionSet, listedSet, operandsOf, satisfyingSet, withinType } from "./condition-set.ts"
import { filterKey } from "./filter-key.ts"
import { intersection, isSubset, union } from "./interval-set.ts"

/**
 * Simplifies a filter. The result matches the same records and has at most as many conditions.
 *
 * - Equal operands are kept once. Conditions that are always or never true disappear.
 * - In an `$or`, `$eq` and `$in` on one field become one `$in`. In an `$and`, `$ne` and `$nin` become one `$nin`.
 * - In an `$and`, ranges become their intersection. An empty intersection matches no record.
 * - Lists are sorted, without duplicates. A list of one value becomes `$eq` or `$ne`.
 * - Conditions on a relation to many stay separate if different related records may satisfy them.
 *
 * @param filter a checked filter
 * @returns the simpler filter. Simplifying it again changes nothing
 * @throws TypeError if the filter is not a checked filter
 *
 * @example
 * ```ts
 * const filter = parseFilter(customers, '{"$or":[{"id":7},{"id":{"$in":[9,8]}}],"id":{"$gt":7,"$lte":20}}')
 * stringify(simplify(filter)) // '{"id":{"$in":[8,9]}}'
 * ```
 */
export function simplify<S extends Schema>(filter: Filter<S>): Filter<S> {
  return fold<Filter<S>, S>(filter, {
    and: (operands) => simplifyJunction("and", operands),
    or: (operands) => simplifyJunction("or", operands),
    condition: (node) => simplifyJunction("and", [node]),
  })
}

/** Whether the filter is an empty `and`, which matches every record, or an empty `or`, which matches none. */
export function isConstant(kind: "and" | "or", filter: Filter): boolean {
  return filter.kind === kind && filter.operands.length === 0
}

/** Joins simplified operands. The comments are about `and`; for `or`, exchange true and false. */
function simplifyJunction<S extends Schema>(kind: "and" | "or", operands: readonly Filter<S>[]): Filter<S> {
  const [join, other, opposite] = kind === "and" ? ([and, "or", or] as const) : ([or, "and", and] as const)
  const flat = operands.flatMap((operand) => (operand.kind === kind ? operand.operands : [operand]))
  const grouped = byField(kind, flat)
  if (isSettledByMany(kind, grouped)) return opposite([])
  const distinct = new Map<string, Filter<S>>()
  for (const operand of grouped) {
    // a AND false is false.
    if (isConstant(other, operand)) return opposite([])
    const key = filterKey(operand)
    if (!isConstant(kind, operand) && !distinct.has(key)) distinct.set(key, operand)
  }
  // a AND (a OR b) is a.
  const kept = [...distinct.values()].filter(
    (operand) => operand.kind !== other || !operand.operands.some((inner) => distinct.has(filterKey(inner))),
  )
  return join(kept)
}

/** The operands, with the conditions on one field joined at the position of the first one. */
function byField<S extends Schema>(kind: "and" | "or", operands: readonly Filter<S>[]): Filter<S>[] {
  const groups = new Map<string | number, Group<S>>()
  for (const [i, operand] of operands.entries()) {
    const condition = "field" in operand ? operand : undefined
    const set = condition && satisfyingSet(condition)
    const shared = condition && groupOf(kind, condition)
    // A condition whose values are no intervals cannot be joined, whatever its group.
    const key = (set && shared) ?? i
    const group = groups.get(key) ?? { operands: [], field: condition?.field, sets: [] }
    groups.set(key, group)
    group.operands.push(operand)
    if (set) group.sets.push(set)
  }
  return [...groups.values()].flatMap((group) => simplifyGroup(kind, group))
}

/** Conditions on one field that can be joined, or one operand that cannot. */
interface Group<S extends Schema> {
  readonly operands: Filter<S>[]
  readonly field: Field | undefined
  readonly sets: ConditionSet[]
}

function simplifyGroup<S extends Schema>(
  kind: "and" | "or",
  { operands, field, sets }: Group<S>,
): readonly Filter<S>[] {
  if (field === undefined || sets.length === 0) return operands
  const set = kind === "and" ? intersection(sets) : union(sets)
  return operandsOf(kind, field, isToMany(field) ? set : withinType(field, set)) ?? operands
}

/** The group in which conditions can be joined. Undefined if the condition must stay alone. */
function groupOf(kind: "and" | "or", condition: Condition): string | undefined {
  const { field, operator } = condition
  if (!isToMany(field)) return field.name
  const group = groupsToMany[factsOf(operator).tests](kind, condition)
  return group && `${field.name} ${group}`
}

/**
 * How conditions on one relation to many group. Different related records may satisfy two of them, so only these
 * can be joined: ANY is equal, in an `or`; NONE is equal, in an `and`; and orders to one side, because the weaker
 * one follows from the stronger one.
 */
const groupsToMany: Readonly<
  Record<OperatorTest, (kind: "and" | "or", condition: Condition) => string | undefined>
> = {
  equality: (kind, { operator }) => ((kind === "and") === isNegative(operator) ? "equality" : undefined),
  order: (_, { operator }) => rangeOf(operator)?.side,
  text: () => undefined,
}

/**
 * Whether conditions on a relation to many decide the whole: ANY of these values OR NONE of fewer is true of
 * every record, and ANY of these values AND NONE of more is true of none.
 */
function isSettledByMany(kind: "and" | "or", operands: readonly Filter[]): boolean {
  const equalities = operands.filter(
    (operand): operand is Condition =>
      "field" in operand && isToMany(operand.field) && factsOf(operand.operator).tests === "equality",
  )
  const none = equalities.filter(({ operator }) => isNegative(operator))
  const any = equalities.filter(({ operator }) => !isNegative(operator))
  return any.some((some) =>
    none.some(
      (other) => other.field === some.field && (kind === "or" ? covers(some, other) : covers(other, some)),
    ),
  )
}

/** Whether one condition names every value that the other one names. */
function covers(one: Condition, other: Condition): boolean {
  return isSubset(listedSet(other), listedSet(one))
}

function isToMany({ relation }: Field): boolean {
  return relation?.cardinality === "many"
}
