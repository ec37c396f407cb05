import { type Condition, compare, conditionValues, within } from "../filter/filter.ts"
import type { Field, FieldTypeName } from "../schema/field.ts"
import type { Value } from "../schema/field-type.ts"
import type { Operator, OrderOperator } from "../schema/operators.ts"
import type { Schema } from "../schema/schema.ts"
import { readInstant, sortableInstant } from "../text/datetime.ts"
import { compareCodePoints, foldAscii } from "../text/unicode.ts"

/** A value in the form that comparing needs. */
type Comparable = string | number | bigint

/** A place in the order of values: just before a value, or just after it. */
interface Cut {
  readonly value: Value
  readonly at: Comparable
  readonly after: boolean
}

/**
 * The values of a field that satisfy a condition: null or not, and stretches of the ordered values.
 * Whoever walks up the order enters and leaves the set at each cut in turn.
 */
export interface ValueSet {
  readonly null: boolean
  /** Whether the values below every cut belong to the set. */
  readonly lowest: boolean
  readonly cuts: readonly Cut[]
}

/**
 * The values that satisfy a condition; undefined for a part of a text, which is no stretch of the order.
 * The empty text is part of every text; but of a relation to many it asks whether there is one.
 */
export function valuesOf(condition: Condition): ValueSet | undefined {
  const { field, operator } = condition
  switch (operator) {
    case "$contains":
      return condition.value === "" && field.relation?.cardinality !== "many"
        ? { null: false, lowest: true, cuts: [] }
        : undefined
    case "$in":
      return among(field, condition.values)
    case "$nin":
      return complement(among(field, condition.values))
    case "$eq":
      return among(field, [condition.value])
    case "$ne":
      return complement(among(field, [condition.value]))
    default: {
      const { value } = condition
      if (value === null) return undefined
      const after = operator === "$lte" || operator === "$gt"
      const lowest = operator === "$lt" || operator === "$lte"
      return { null: false, lowest, cuts: [{ value, at: comparable(field, value), after }] }
    }
  }
}

/** What all the sets have in common, or what they have together. All cuts are sorted once. */
export function combine(kind: "and" | "or", sets: readonly ValueSet[]): ValueSet {
  const enough = kind === "and" ? sets.length : 1
  const count = (belongs: (set: ValueSet) => boolean) => sets.filter(belongs).length >= enough
  let inside = sets.filter(({ lowest }) => lowest).length
  const lowest = inside >= enough
  const steps = sets.flatMap(({ lowest, cuts }) =>
    cuts.map((cut, i) => ({ cut, step: (i % 2 === 0) === lowest ? -1 : 1 })),
  )
  steps.sort((a, b) => compareCuts(a.cut, b.cut))
  const cuts: Cut[] = []
  let belongs = lowest
  for (const [i, { cut, step }] of steps.entries()) {
    inside += step
    const next = steps[i + 1]
    if (next !== undefined && compareCuts(cut, next.cut) === 0) continue
    if (inside >= enough !== belongs) {
      belongs = !belongs
      cuts.push(cut)
    }
  }
  return { null: count((set) => set.null), lowest, cuts }
}

/**
 * The conditions that the set is made of, joined by `kind`; none of them for all values (of `and`) or
 * for no value (of `or`). Undefined when the field's operators cannot say it.
 *
 * What conditions have in common is a stretch with gaps of one value each; what they have together is
 * what lies at both ends, and single values between.
 */
export function conditionsOf<S extends Schema>(
  kind: "and" | "or",
  field: Field,
  set: ValueSet,
): readonly Condition<S>[] | "always" | "never" | undefined {
  const { lowest, cuts } = set
  const withNull = set.null && field.nullable
  const highest = (cuts.length % 2 === 0) === lowest
  // Without a null to match, whether null belongs to the set makes no difference.
  if (cuts.length === 0 && lowest && (withNull || !field.nullable)) return "always"
  if (cuts.length === 0 && !lowest && !withNull) return "never"

  const points = lowest === highest ? pointsBetween(cuts) : undefined
  if (points !== undefined) {
    const nullIsListed = lowest ? !withNull && field.nullable : withNull
    const found = list<S>(lowest ? "$nin" : "$in", field, nullIsListed ? [...points, null] : points)
    return found && [found]
  }
  // At either end of the order there is a bound, of what `and` leaves or of what `or` adds.
  const bounded = kind === "and"
  const below = lowest === bounded ? undefined : cuts[0]
  const above = highest === bounded ? undefined : cuts.at(-1)
  const between = pointsBetween(cuts.slice(below && 1, above && -1))
  if (between === undefined || (bounded && withNull)) return undefined
  const found: (Condition<S> | undefined)[] = []
  if (below !== undefined) found.push(order(beginsOrEnds(below, bounded), field, below.value))
  if (above !== undefined) found.push(order(beginsOrEnds(above, !bounded), field, above.value))
  const listed = withNull ? [...between, null] : between
  if (listed.length > 0) found.push(list(bounded ? "$nin" : "$in", field, listed))
  return found.every((condition) => condition !== undefined) ? found : undefined
}

/**
 * The set as the field's type sees it. There are no values beyond the least and the greatest, so that a
 * cut there divides nothing; and where the values are listed, a set that has all of them has every value,
 * and one that has none has none.
 */
export function withinType(field: Field, set: ValueSet): ValueSet {
  const listed = field.type === "boolean" ? [false, true] : field.type === "enum" ? (field.values ?? []) : []
  const [first, ...others] = listed.map((value) => has(set, comparable(field, value)))
  if (first !== undefined && others.every((other) => other === first))
    return { null: set.null, lowest: first, cuts: [] }
  const [least, greatest] = (BOUNDS[field.type] ?? []).map((value) => comparable(field, value))
  const { cuts } = set
  const is = (cut: Cut | undefined, at: Comparable | undefined, after: boolean) =>
    cut !== undefined && at !== undefined && cut.after === after && compareComparables(cut.at, at) === 0
  // But for the least or the greatest on its own, which is best said so.
  const fromLeast = is(cuts[0], least, false) && !is(cuts[1], least, true)
  const toGreatest = is(cuts.at(-1), greatest, true) && !is(cuts.at(-2), greatest, false)
  return {
    null: set.null,
    lowest: set.lowest !== fromLeast,
    cuts: cuts.slice(fromLeast ? 1 : 0, toGreatest ? -1 : undefined),
  }
}

/** Whether every value that one condition lists is listed by the other. */
export function listsNoMore(one: Condition, other: Condition): boolean {
  const listed = among(one.field, conditionValues(one))
  const common = combine("and", [listed, among(other.field, conditionValues(other))])
  return common.null === listed.null && common.cuts.length === listed.cuts.length
}

/** The least value of a type, and the greatest, where there is one. */
const BOUNDS: Readonly<Partial<Record<FieldTypeName, readonly Value[]>>> = {
  integer: [-(2n ** 63n), 2n ** 63n - 1n],
  reference: [-(2n ** 63n), 2n ** 63n - 1n],
  string: [""],
  datetime: ["0000-01-01T00:00:00Z", "9999-12-31T23:59:59.999999999Z"],
}

function has({ lowest, cuts }: ValueSet, at: Comparable): boolean {
  const below = cuts.filter((cut) => compareComparables(cut.at, at) < 0 || (cut.at === at && !cut.after))
  return below.length % 2 === 0 ? lowest : !lowest
}

/** What begins at a cut, or ends there. */
function beginsOrEnds({ after }: Cut, begins: boolean): OrderOperator {
  if (begins) return after ? "$gt" : "$gte"
  return after ? "$lte" : "$lt"
}

function complement(set: ValueSet): ValueSet {
  return { null: !set.null, lowest: !set.lowest, cuts: set.cuts }
}

function among(field: Field, values: readonly (Value | null)[]): ValueSet {
  const points = values
    .filter((value) => value !== null)
    .map((value) => ({ value, at: comparable(field, value) }))
    .sort((a, b) => compareComparables(a.at, b.at))
  const distinct = points.filter(
    ({ at }, i) => i === 0 || compareComparables(points[i - 1]?.at ?? at, at) !== 0,
  )
  return {
    null: values.includes(null),
    lowest: false,
    cuts: distinct.flatMap((point) => [
      { ...point, after: false },
      { ...point, after: true },
    ]),
  }
}

/** The values that pairs of cuts enclose one by one; undefined if some pair encloses more than one. */
function pointsBetween(cuts: readonly Cut[]): Value[] | undefined {
  const arePoints = cuts.every(({ at, after }, i) => {
    const other = cuts[after ? i - 1 : i + 1]
    return (i % 2 === 1) === after && other !== undefined && compareComparables(at, other.at) === 0
  })
  return arePoints ? cuts.filter(({ after }) => !after).map(({ value }) => value) : undefined
}

/** A list, or the one value of it; undefined if the field does not take the operator. */
function list<S extends Schema>(
  operator: "$in" | "$nin",
  field: Field,
  values: readonly (Value | null)[],
): Condition<S> | undefined {
  const [only] = values
  const single = operator === "$in" ? "$eq" : "$ne"
  if (values.length === 1 && only !== undefined && takes(field, single)) return compare(single, field, only)
  return takes(field, operator) ? within(operator, field, [...values]) : undefined
}

function order<S extends Schema>(
  operator: OrderOperator,
  field: Field,
  value: Value,
): Condition<S> | undefined {
  return takes(field, operator) ? compare(operator, field, value) : undefined
}

function takes(field: Field, operator: Operator): boolean {
  return field.operators.includes(operator)
}

function comparable(field: Field, value: Value): Comparable {
  if (typeof value === "boolean") return Number(value)
  if (typeof value !== "string") return value
  const instant = field.type === "datetime" ? readInstant(value) : undefined
  if (instant !== undefined) return sortableInstant(instant)
  return field.caseSensitive ? value : foldAscii(value)
}

function compareCuts(a: Cut, b: Cut): number {
  return compareComparables(a.at, b.at) || Number(a.after) - Number(b.after)
}

function compareComparables(a: Comparable, b: Comparable): number {
  if (typeof a === "string" && typeof b === "string") return compareCodePoints(a, b)
  return a < b ? -1 : a > b ? 1 : 0
}
