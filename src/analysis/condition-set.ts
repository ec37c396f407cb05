import { and, type Condition, compare, conditionValues, type Filter, or, within } from "../filter/filter.ts"
import { comparableOf } from "../schema/comparable.ts"
import type { Field } from "../schema/field.ts"
import type { Value } from "../schema/field-type.ts"
import {
  factsOf,
  isNegative,
  type Operator,
  type OperatorTest,
  type OrderOperator,
  rangeOf,
} from "../schema/operators.ts"
import type { Schema } from "../schema/schema.ts"
import {
  type Boundary,
  complement,
  everyValue,
  type IntervalSet,
  type Point,
  pointSet,
  pointsBetween,
  ray,
  reachesHighest,
} from "./interval-set.ts"

/** The values of a field that satisfy a condition. Each boundary is labelled with the value that the filter holds. */
export type ConditionSet = IntervalSet<Value>

/** The values that satisfy a condition, by what its operator tests. Undefined if they are no intervals. */
const sets: Readonly<Record<OperatorTest, (condition: Condition) => ConditionSet | undefined>> = {
  equality: (condition) =>
    listedSet(condition, pointSet(pointsOf(condition), conditionValues(condition).includes(null))),
  order: (condition) => {
    const [point] = pointsOf(condition)
    const range = rangeOf(condition.operator)
    return point && range && ray(point, range.side, range.inclusive)
  },
  // The empty text is in every text. On a relation to many, the condition still asks for a related record.
  text: (condition) =>
    conditionValues(condition)[0] === "" && condition.field.relation?.cardinality !== "many"
      ? everyValue
      : undefined,
}

/** The values that satisfy a condition. Undefined for a text inside a text, because those values are no intervals. */
export function satisfyingSet(condition: Condition): ConditionSet | undefined {
  return sets[factsOf(condition.operator).tests](condition)
}

/** The values that an equality names, made of the values that satisfy it; or the other way round. */
export function listedSet({ operator }: Condition, set: ConditionSet): ConditionSet {
  return isNegative(operator) ? complement(set) : set
}

function pointsOf(condition: Condition): readonly Point<Value>[] {
  return conditionValues(condition)
    .filter((value) => value !== null)
    .map((label) => pointOf(condition.field, label))
}

/** A value as a point of the order, in comparison form. */
export function pointOf(field: Field, label: Value): Point<Value> {
  return { label, at: comparableOf(field, label) }
}

/**
 * What is left of the values in a list, if they must also contain texts; or, for `or`, of the values that a list excludes,
 * if they may contain one of the texts instead. Undefined if the set is no list, or if there is too much to compare.
 */
export function settledBy(
  kind: "and" | "or",
  texts: readonly Condition[],
  set: ConditionSet,
): ConditionSet | undefined {
  const needles = [...new Set(texts.flatMap(pointsOf).map(({ at }) => at))]
  const isAnd = kind === "and"
  const { null: hasNull, lowest, boundaries } = isAnd ? set : complement(set)
  if (lowest || pointsBetween(boundaries) === undefined) return undefined
  if (boundaries.map(({ at }) => at).join("").length * needles.join("").length > MAX_COMPARED)
    return undefined
  const left: ConditionSet = {
    // Null contains no text.
    null: hasNull && !isAnd,
    lowest,
    boundaries: boundaries.filter(({ at }) =>
      needles.every((needle) => String(at).includes(String(needle)) === isAnd),
    ),
  }
  return isAnd ? left : complement(left)
}

/** The letters of values times the letters of texts. To look for many or long texts would take more than linear time. */
const MAX_COMPARED = 1_000_000

/**
 * What describes the set, joined by `kind`: conditions, or what is always or never true. Undefined if the field's operators cannot describe it.
 *
 * An intersection of conditions is one interval with single values missing. A union is everything outside of one
 * interval, and single values inside it.
 */
export function operandsOf<S extends Schema>(
  kind: "and" | "or",
  field: Field,
  set: ConditionSet,
): readonly Filter<S>[] | undefined {
  const { lowest, boundaries } = set
  const withNull = set.null && field.nullable
  const highest = reachesHighest(set)
  // Without a null to match, it makes no difference whether null belongs to the set.
  if (boundaries.length === 0 && lowest && (withNull || !field.nullable)) return [and([])]
  if (boundaries.length === 0 && !lowest && !withNull) return [or([])]

  const points = lowest === highest ? pointsBetween(boundaries) : undefined
  if (points !== undefined) {
    const nullIsListed = lowest ? !withNull && field.nullable : withNull
    const condition = membership<S>(lowest, field, nullIsListed ? [...points, null] : points)
    return condition && [condition]
  }
  // An intersection has a bound where it ends, a union where it begins again.
  const isIntersection = kind === "and"
  // Null is on no side of a bound, but beside the intervals of a union.
  if (isIntersection && withNull) return undefined
  const below = lowest === isIntersection ? undefined : boundaries[0]
  const above = highest === isIntersection ? undefined : boundaries.at(-1)
  const between = pointsBetween(boundaries.slice(below && 1, above && -1))
  if (between === undefined) return undefined
  const conditions: (Condition<S> | undefined)[] = []
  if (below !== undefined) conditions.push(bound(below, isIntersection, field))
  if (above !== undefined) conditions.push(bound(above, !isIntersection, field))
  const listed = withNull ? [...between, null] : between
  if (listed.length > 0) conditions.push(membership(isIntersection, field, listed))
  return conditions.every((condition) => condition !== undefined) ? conditions : undefined
}

/** The order that begins or ends at a boundary. Undefined if the field does not take its operator. */
function bound<S extends Schema>(
  { after, label }: Boundary<Value>,
  begins: boolean,
  field: Field,
): Condition<S> | undefined {
  const operator: OrderOperator = begins ? (after ? "$gt" : "$gte") : after ? "$lte" : "$lt"
  return takes(field, operator) ? compare(operator, field, label) : undefined
}

/** Membership in a list, or equality with its only value; or the negation. Undefined if the field does not take the operator. */
function membership<S extends Schema>(
  negative: boolean,
  field: Field,
  values: readonly (Value | null)[],
): Condition<S> | undefined {
  const [only] = values
  const [single, several] = negative ? (["$ne", "$nin"] as const) : (["$eq", "$in"] as const)
  if (values.length === 1 && only !== undefined && takes(field, single)) return compare(single, field, only)
  return takes(field, several) ? within(several, field, [...values]) : undefined
}

function takes(field: Field, operator: Operator): boolean {
  return field.operators.includes(operator)
}
