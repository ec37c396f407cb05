import { type Comparable, compareComparables } from "../schema/comparison-form.ts"

/** A value of the order, with a label that the caller gets back. */
export interface Point<Label> {
  readonly at: Comparable
  readonly label: Label
}

/** A position in the order, just before a point or just after it. Membership flips at each boundary. */
export interface Boundary<Label> extends Point<Label> {
  readonly after: boolean
}

/**
 * A set of values: null or not, and intervals of the ordered values. The boundaries go from the smallest value up.
 */
export interface IntervalSet<Label> {
  readonly null: boolean
  /** Whether the values below the first boundary belong to the set. */
  readonly lowest: boolean
  readonly boundaries: readonly Boundary<Label>[]
}

/** Every value except null. */
export const everyValue: IntervalSet<never> = { null: false, lowest: true, boundaries: [] }

/** These points, in any order and as often as they come, and null or not. */
export function pointSet<Label>(points: readonly Point<Label>[], hasNull: boolean): IntervalSet<Label> {
  const sorted = [...points].sort((a, b) => compareComparables(a.at, b.at))
  const boundaries: Boundary<Label>[] = []
  for (const { at, label } of sorted)
    if (boundaries.at(-1)?.at !== at) boundaries.push({ at, label, after: false }, { at, label, after: true })
  return { null: hasNull, lowest: false, boundaries }
}

/** The values on one side of a point, with the point or without it. Null is on no side. */
export function ray<Label>(
  point: Point<Label>,
  side: "below" | "above",
  inclusive = false,
): IntervalSet<Label> {
  const isBelow = side === "below"
  return { null: false, lowest: isBelow, boundaries: [{ ...point, after: isBelow === inclusive }] }
}

/** The values that are not in the set. */
export function complement<Label>(set: IntervalSet<Label>): IntervalSet<Label> {
  return { ...set, null: !set.null, lowest: !set.lowest }
}

/** The values that are in all the sets. */
export function intersection<Label>(sets: readonly IntervalSet<Label>[]): IntervalSet<Label> {
  return joinAll(sets, true)
}

/** The values that are in one of the sets. */
export function union<Label>(sets: readonly IntervalSet<Label>[]): IntervalSet<Label> {
  return joinAll(sets, false)
}

/** Joins halves, so that each boundary takes part in few joins. */
function joinAll<Label>(sets: readonly IntervalSet<Label>[], inBoth: boolean): IntervalSet<Label> {
  const [first = { null: inBoth, lowest: inBoth, boundaries: [] }] = sets
  if (sets.length < 2) return first
  const half = sets.length >>> 1
  return joinPair(joinAll(sets.slice(0, half), inBoth), joinAll(sets.slice(half), inBoth), inBoth)
}

/** One sweep over the boundaries of two sets. A boundary stays where it makes a difference. */
function joinPair<Label>(
  one: IntervalSet<Label>,
  other: IntervalSet<Label>,
  inBoth: boolean,
): IntervalSet<Label> {
  const join = (inOne: boolean, inOther: boolean) => (inBoth ? inOne && inOther : inOne || inOther)
  const lowest = join(one.lowest, other.lowest)
  const boundaries: Boundary<Label>[] = []
  for (let i = 0, j = 0, isInside = lowest; ; ) {
    const a = one.boundaries[i]
    const b = other.boundaries[j]
    const order = b === undefined ? -1 : a === undefined ? 1 : compareBoundaries(a, b)
    const boundary = order > 0 ? b : a
    if (boundary === undefined) return { null: join(one.null, other.null), lowest, boundaries }
    if (order <= 0) i++
    if (order >= 0) j++
    if (join(isInsideAfter(i, one), isInsideAfter(j, other)) === isInside) continue
    isInside = !isInside
    boundaries.push(boundary)
  }
}

/** Whether the values after so many boundaries belong to the set. */
function isInsideAfter(count: number, { lowest }: IntervalSet<unknown>): boolean {
  return (count % 2 === 0) === lowest
}

/** Whether the values above the last boundary belong to the set. */
export function reachesHighest(set: IntervalSet<unknown>): boolean {
  return isInsideAfter(set.boundaries.length, set)
}

/** Whether the set has this value. */
export function has(set: IntervalSet<unknown>, at: Comparable): boolean {
  const { boundaries } = set
  let below = 0
  let end = boundaries.length
  while (below < end) {
    const middle = (below + end) >>> 1
    if (compareBoundaries(boundaries[middle] as Position, { at, after: true }) < 0) below = middle + 1
    else end = middle
  }
  return isInsideAfter(below, set)
}

/** Whether the set has all of these points. */
export function includes(set: IntervalSet<unknown>, points: IntervalSet<unknown>): boolean {
  return (set.null || !points.null) && points.boundaries.every(({ at, after }) => after || has(set, at))
}

/** The labels of the points that pairs of boundaries enclose one by one. Undefined if some pair encloses more than one value. */
export function pointsBetween<Label>(boundaries: readonly Boundary<Label>[]): readonly Label[] | undefined {
  const arePoints = boundaries.every(({ at, after }, i) => {
    const other = boundaries[after ? i - 1 : i + 1]
    return at === other?.at
  })
  return arePoints ? boundaries.filter(({ after }) => !after).map(({ label }) => label) : undefined
}

/**
 * The set where the order has no other values than so many points, and every boundary is at one of them: with all of
 * the points it has every value, with none of them no value.
 */
export function withinListed<Label>(set: IntervalSet<Label>, count: number): IntervalSet<Label> {
  return set.boundaries.length < 2 * count ? set : { ...set, lowest: !set.lowest, boundaries: [] }
}

type Position = Omit<Boundary<unknown>, "label">

function compareBoundaries(a: Position, b: Position): number {
  return compareComparables(a.at, b.at) || Number(a.after) - Number(b.after)
}
