import type { Condition, Filter } from "../filter/filter.ts"
import type { Field } from "../schema/field.ts"
import { factsOf, isNegative, type OperatorTest, rangeOf } from "../schema/operators.ts"
import { type ConditionSet, listedSet } from "./condition-set.ts"
import { includes, union } from "./interval-set.ts"

/** Whether a record may have several values in the field: those of its related records. */
export function isToMany({ relation }: Field): boolean {
  return relation?.cardinality === "many"
}

/** The group in which a condition on a relation to many can be joined. Undefined if it must stay alone. */
export function groupToMany(kind: "and" | "or", condition: Condition): string | undefined {
  const { field, operator } = condition
  const group = groups[factsOf(operator).tests](kind, condition)
  return group && `${field.name} ${group}`
}

/**
 * How conditions on one relation to many group. Different related records may satisfy two of them, so only these
 * can be joined: ANY is equal, in an `or`; NONE is equal, in an `and`; and orders to one side, because the weaker
 * one follows from the stronger one.
 */
const groups: Readonly<
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
export function isSettledByMany(
  kind: "and" | "or",
  operands: readonly Filter[],
  setOf: (condition: Condition) => ConditionSet | undefined,
): boolean {
  const fields = new Map<string, EqualitiesToMany>()
  for (const operand of operands) {
    if (!("field" in operand) || !isToMany(operand.field)) continue
    if (factsOf(operand.operator).tests !== "equality") continue
    const { name } = operand.field
    const equalities = fields.get(name) ?? { joinable: [], single: [] }
    fields.set(name, equalities)
    equalities[groupToMany(kind, operand) === undefined ? "single" : "joinable"].push(operand)
  }
  const listedBy = (condition: Condition) => listedSet(condition, setOf(condition) ?? union([]))
  return [...fields.values()].some(({ joinable, single }) => {
    if (single.length === 0) return false
    // One set for all of them, so that each value is looked up once.
    const set = union(joinable.map(listedBy))
    return single.some((condition) => includes(set, listedBy(condition)))
  })
}

/** Equalities with one field of a relation to many. */
interface EqualitiesToMany {
  /** Those that mean the same as one list: ANY in an `or`, NONE in an `and`. */
  readonly joinable: Condition[]
  /** The opposite ones. */
  readonly single: Condition[]
}
