import { and, type Condition, type Filter, or } from "../filter/filter.ts"
import { type ConditionFold, fold } from "../filter/fold.ts"
import type { Field } from "../schema/field.ts"
import { factsOf, isNegative, type OperatorTest, rangeOf } from "../schema/operators.ts"
import type { Schema } from "../schema/schema.ts"
import { type ConditionSet, listedSet, operandsOf, satisfyingSet, settledBy } from "./condition-set.ts"
import { filterKeys } from "./filter-keys.ts"
import { includes, intersection, union } from "./interval-set.ts"
import { viewsOf } from "./views.ts"

/**
 * Simplifies a filter. The result matches the same records and has at most as many conditions.
 *
 * - Equal operands are kept once. Conditions that are always or never true disappear.
 * - In an `$or`, `$eq` and `$in` on one field become one `$in`. In an `$and`, `$ne` and `$nin` become one `$nin`.
 * - In an `$and`, ranges become their intersection. An empty intersection matches no record. No integer is between 0
 *   and 1, and one is between 0 and 2; the same holds for date-times and other types whose values have neighbours.
 * - An `$and` of one field inside an `$or`, or the other way round, is joined with the other conditions on the field if
 *   that takes fewer conditions.
 * - `$eq` and `$in` decide `$contains` on the same field in an `$and`, and so do `$ne` and `$nin` in an `$or`.
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
  /** The sets of operands that were joined, and of junctions on one field: the next level up may join them again. */
  const sets = new WeakMap<Filter, ConditionSet>()
  return {
    and: (operands) => junction("and", operands),
    or: (operands) => junction("or", operands),
    condition: (node) => (setOf(node) === undefined ? node : and([...joined("and", [node])])),
  }

  function junction(kind: "and" | "or", operands: readonly Filter<S>[]): Filter<S> {
    const whole = simplified(kind, operands)
    if (whole.kind !== kind || whole.operands.length === 0) return whole
    const groups = new Set(whole.operands.map((operand) => groupOf(kind, operand) ?? operand))
    if (groups.size === 1 && !isToMany(fieldOf(whole))) sets.set(whole, setOfAll(kind, whole.operands))
    return whole
  }

  function simplified(kind: "and" | "or", operands: readonly Filter<S>[]): Filter<S> {
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

  /** The operands, with those on one field joined at the position of the first one. */
  function byField(kind: "and" | "or", operands: readonly Filter<S>[]): readonly Filter<S>[] {
    const groups = new Map<string | Filter, Filter<S>[]>()
    /** Conditions that look for a text, by field: a list of the field's values settles them. */
    const texts = new Map<string | Filter, Condition<S>[]>()
    for (const operand of operands) {
      const key = groupOf(kind, operand) ?? operand
      append(groups, key, operand)
      if (key === operand && "field" in operand && !isToMany(operand.field))
        append(texts, operand.field.name, operand)
    }
    for (const [key, group] of groups) {
      if (typeof key !== "string") continue
      const found = texts.get(key) ?? []
      const left = found.length > 0 ? settledBy(kind, found, setOfAll(kind, group)) : undefined
      const settled = left && written(kind, left, [...group, ...found])
      if (settled !== undefined) for (const text of found) groups.delete(text)
      // An operand that is alone was simplified before.
      groups.set(key, [...(settled ?? (group.length === 1 ? group : joined(kind, group)))])
    }
    return [...groups.values()].flat()
  }

  /** Joins operands on one field. Those that cannot be joined stay as they are. */
  function joined(kind: "and" | "or", operands: readonly Filter<S>[]): readonly Filter<S>[] {
    const whole = written(kind, setOfAll(kind, operands), operands)
    if (whole !== undefined) return whole
    const conditions = operands.filter((operand) => "field" in operand)
    return conditions.length < 2 || conditions.length === operands.length
      ? operands
      : [...joined(kind, conditions), ...operands.filter((operand) => !("field" in operand))]
  }

  /** The fewest operands that describe the set. Undefined if none do, or if they are longer than the operands that they replace. */
  function written(
    kind: "and" | "or",
    set: ConditionSet,
    replaced: readonly Filter<S>[],
  ): readonly Filter<S>[] | undefined {
    const field = fieldOf(replaced[0] as Filter)
    const isFlat = replaced.every((operand) => "field" in operand)
    // A junction on the field is only worth replacing by fewer conditions.
    let most = conditionsIn(replaced) - (isFlat ? 0 : 1)
    let best: readonly Filter<S>[] | undefined
    for (const view of isToMany(field) ? [set] : viewsOf(field, set, onlyListed)) {
      for (const operands of isFlat ? [operandsOf<S>(kind, field, view)] : eitherWay(kind, field, view)) {
        if (operands === undefined || operands.length > replaced.length) continue
        const count = conditionsIn(operands)
        if (count > most) continue
        best = operands
        most = count - 1
        const [only] = operands
        if (operands.length === 1 && only !== undefined && count > 0) sets.set(only, view)
      }
      if (most < 1) break
    }
    return best
  }

  function setOfAll(kind: "and" | "or", operands: readonly Filter[]): ConditionSet {
    const parts = operands.flatMap((operand) => setOf(operand) ?? [])
    return kind === "and" ? intersection(parts) : union(parts)
  }

  function setOf(operand: Filter): ConditionSet | undefined {
    return sets.get(operand) ?? ("field" in operand ? satisfyingSet(operand) : undefined)
  }

  /** The group in which an operand can be joined. Undefined if it must stay alone. */
  function groupOf(kind: "and" | "or", operand: Filter): string | undefined {
    if ("field" in operand) return groupOfCondition(kind, operand)
    return sets.has(operand) ? fieldOf(operand).name : undefined
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
      equalities[groupOfCondition(kind, operand) === undefined ? "single" : "joinable"].push(operand)
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

/** The group in which a condition can be joined. Undefined if it must stay alone. */
function groupOfCondition(kind: "and" | "or", condition: Condition): string | undefined {
  const { field, operator } = condition
  const { tests } = factsOf(operator)
  if (isToMany(field)) {
    const group = groupsToMany[tests](kind, condition)
    return group && `${field.name} ${group}`
  }
  // A text inside a text is satisfied by values that are no intervals.
  return tests === "text" && satisfyingSet(condition) === undefined ? undefined : field.name
}

function append<Item>(lists: Map<string | Filter, Item[]>, key: string | Filter, item: Item): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [item])
  else list.push(item)
}

/** What describes the set inside a junction: its operands, or one operand of the other kind. */
function eitherWay<S extends Schema>(
  kind: "and" | "or",
  field: Field,
  set: ConditionSet,
): readonly (readonly Filter<S>[] | undefined)[] {
  const [other, join] = kind === "and" ? (["or", or] as const) : (["and", and] as const)
  const inner = operandsOf<S>(other, field, set)
  return [operandsOf<S>(kind, field, set), inner && [join([...inner])]]
}

/** The field of an operand whose conditions are all on one field. */
function fieldOf(operand: Filter): Field {
  return "field" in operand ? operand.field : fieldOf(operand.operands[0] as Filter)
}

function conditionsIn(operands: readonly Filter[]): number {
  return operands.reduce((sum, one) => sum + ("field" in one ? 1 : conditionsIn(one.operands)), 0)
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
