import { and, type Filter, or } from "../filter/filter.ts"
import { type ConditionFold, fold } from "../filter/fold.ts"
import type { Schema } from "../schema/schema.ts"
import { filterKeys } from "./filter-keys.ts"
import { fieldJoiner } from "./join-fields.ts"
import { isSettledByMany } from "./to-many.ts"

/**
 * Simplifies a filter. The result matches the same records and has at most as many conditions and values.
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
  return fold(filter, simplifier<S>())
}

/** Whether the filter is an empty `and`, which matches every record, or an empty `or`, which matches none. */
export function isConstant(kind: "and" | "or", filter: Filter): boolean {
  return filter.kind === kind && filter.operands.length === 0
}

/** Simplifies one filter, from the leaves up. The comments are about `and`; for `or`, exchange true and false. */
function simplifier<S extends Schema>(): ConditionFold<Filter<S>, S> {
  const keyOf = filterKeys()
  const { setOf, joinFields, joinCondition, remember } = fieldJoiner<S>()
  return {
    and: (operands) => remember("and", junction("and", operands)),
    or: (operands) => remember("or", junction("or", operands)),
    condition: (node) => and([...joinCondition(node)]),
  }

  function junction(kind: "and" | "or", operands: readonly Filter<S>[]): Filter<S> {
    const [join, other, opposite] = kind === "and" ? ([and, "or", or] as const) : ([or, "and", and] as const)
    const flat = operands.flatMap((operand) => (operand.kind === kind ? operand.operands : [operand]))
    const grouped = joinFields(kind, flat)
    // Without another operand to compare it with, an operand needs no key.
    if (grouped.length < 2) return join([...grouped])
    if (isSettledByMany(kind, grouped, setOf)) return opposite([])
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
}
