import { and, type Condition, type Filter, or } from "../filter/filter.ts"
import { type ConditionFold, fold } from "../filter/fold.ts"
import type { Field } from "../schema/field.ts"
import { factsOf, isNegative, type OperatorTest, rangeOf } from "../schema/operators.ts"
import type { Schema } from "../schema/schema.ts"
import { type ConditionSet, listedSet, operandsOf, satisfyingSet, withinType } from "./condition-set.ts"
import { filterKeys } from "./filter-keys.ts"
import { includes, intersection, union } from "./interval-set.ts"

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
  return fold(filter, simplifier<S>(false))
}

/** Whether the filter is an empty `and`, which matches every record, or an empty `or`, which matches none. */
export function isConstant(kind: "and" | "or", filter: Filter): boolean {
  return filter.kind === kind && filter.operands.length === 0
}

/**
 * Simplifies one filter, from the leaves up. The comments are about `and`; for `or`, exchange true and false.
 *
 * @param onlyListed whether records have no other values of enum fields than those that the fields list
 */
export function simplifier<S extends Schema>(onlyListed: boolean): ConditionFold<Filter<S>, S> {
  const keyOf = filterKeys()
  /** The sets of conditions that were joined, because the next level up may join them again. */
  const sets = new WeakMap<Filter, ConditionSet>()
  return {
    and: (operands) => junction("and", operands),
    or: (operands) => junction("or", operands),
    condition: (node) => and([...joined("and", [node])]),
  }

  function junction(kind: "and" | "or", operands: readonly Filter<S>[]): Filter<S> {
    const [join, other, opposite] = kind === "and" ? ([and, "or", or] as const) : ([or, "and", and] as const)
    const flat = operands.flatMap((operand) => (operand.kind === kind ? operand.operands : [operand]))
    const grouped = byField(kind, flat)
    // Without another operand to compare it with, an operand needs no key.
    if (grouped.length < 2) return join([...grouped])
    if (isSettledByMany(kind, grouped)) return opposite([])
    const distinct = new Map<number, Filter<S>>()
    for (const operand of grouped) {
      // a AND false is false.
      if (isConstant(other, operand)) return opposite([])
      const key = keyOf(operand)
      if (!isConstant(kind, operand) && !distinct.has(key)) distinct.set(key, operand)
    }
    // a AND (a OR b) is a.
    const isImplied = (operand: Filter) =>
      operand.kind === other && operand.operands.some((inner) => distinct.has(keyOf(inner)))
    return join([...distinct.values()].filter((operand) => !isImplied(operand)))
  }

  /** The operands, with the conditions on one field joined at the position of the first one. */
  function byField(kind: "and" | "or", operands: readonly Filter<S>[]): readonly Filter<S>[] {
    const groups = new Map<string | Filter, Filter<S>[]>()
    for (const operand of operands) {
      const key = groupOf(kind, operand) ?? operand
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [operand])
      else group.push(operand)
    }
    // An operand that is alone was simplified before.
    return [...groups.values()].flatMap((group) => (group.length === 1 ? group : joined(kind, group)))
  }

  /** Joins conditions on one field. Operands that cannot be joined stay as they are. */
  function joined(kind: "and" | "or", operands: readonly Filter<S>[]): readonly Filter<S>[] {
    const parts = operands.flatMap((operand) => setOf(operand) ?? [])
    const [first] = operands
    if (first === undefined || !("field" in first) || parts.length < operands.length) return operands
    const { field } = first
    const whole = kind === "and" ? intersection(parts) : union(parts)
    const typed = isToMany(field) ? whole : withinType(field, whole, onlyListed)
    for (const set of [typed, whole]) {
      const [only, ...others] = operandsOf<S>(kind, field, set) ?? []
      if (only === undefined) continue
      if (parts.length > 1 && others.length === 0) sets.set(only, set)
      return [only, ...others]
    }
    return operands
  }

  function setOf(operand: Filter): ConditionSet | undefined {
    return sets.get(operand) ?? ("field" in operand ? satisfyingSet(operand) : undefined)
  }

  /**
   * Whether conditions on a relation to many decide the whole: ANY of these values OR NONE of fewer is true of
   * every record, and ANY of these values AND NONE of more is true of none.
   */
  function isSettledByMany(kind: "and" | "or", operands: readonly Filter[]): boolean {
    const fields = new Map<string, EqualitiesToMany>()
    for (const operand of operands) {
      if (!("field" in operand) || !isToMany(operand.field)) continue
      if (factsOf(operand.operator).tests !== "equality") continue
      const { name } = operand.field
      const equalities = fields.get(name) ?? { joinable: [], single: [] }
      fields.set(name, equalities)
      equalities[groupOf(kind, operand) === undefined ? "single" : "joinable"].push(operand)
    }
    return [...fields.values()].some(({ joinable, single }) => {
      if (single.length === 0) return false
      // One set for all of them, so that each value is looked up once.
      const set = union(joinable.map(listedBy))
      return single.some((condition) => includes(set, listedBy(condition)))
    })
  }

  /** The values that an equality names. */
  function listedBy(condition: Condition): ConditionSet {
    return listedSet(condition, setOf(condition) ?? union([]))
  }
}

/** The group in which a condition can be joined. Undefined if the operand must stay alone. */
function groupOf(kind: "and" | "or", operand: Filter): string | undefined {
  if (!("field" in operand)) return undefined
  const { field, operator } = operand
  const { tests } = factsOf(operator)
  if (isToMany(field)) {
    const group = groupsToMany[tests](kind, operand)
    return group && `${field.name} ${group}`
  }
  // A text inside a text is satisfied by values that are no intervals.
  return tests === "text" && satisfyingSet(operand) === undefined ? undefined : field.name
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

/** Equalities with one field of a relation to many. */
interface EqualitiesToMany {
  /** Those that mean the same as one list: ANY in an `or`, NONE in an `and`. */
  readonly joinable: Condition[]
  /** The opposite ones. */
  readonly single: Condition[]
}

function isToMany({ relation }: Field): boolean {
  return relation?.cardinality === "many"
}
