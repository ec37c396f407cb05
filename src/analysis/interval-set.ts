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
  const distinct = sorted.filter(({ at }, i) => {
    const previous = sorted[i - 1]
    return previous === undefined || compareComparables(previous.at, at) !== 0
  })
  return {
    null: hasNull,
    lowest: false,
    boundaries: distinct.flatMap((point) => [
      { ...point, after: false },
      { ...point, after: true },
    ]),
  }
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
  return inAtLeast(sets.length, sets)
}

/** The values that are in one of the sets. */
export function union<Label>(sets: readonly IntervalSet<Label>[]): IntervalSet<Label> {
  return inAtLeast(1, sets)
}

/** The values that are in so many of the sets. All boundaries are sorted once, and one sweep counts the sets at each. */
function inAtLeast<Label>(enough: number, sets: readonly IntervalSet<Label>[]): IntervalSet<Label> {
  let count = sets.filter(({ lowest }) => lowest).length
  const lowest = count >= enough
  const steps = sets.flatMap(({ lowest, boundaries }) =>
    boundaries.map((boundary, i) => ({ boundary, step: (i % 2 === 0) === lowest ? -1 : 1 })),
  )
  steps.sort((a, b) => compareBoundaries(a.boundary, b.boundary))
  const boundaries: Boundary<Label>[] = []
  let isInside = lowest
  for (const [i, { boundary, step }] of steps.entries()) {
    count += step
    const next = steps[i + 1]
    if (next !== undefined && compareBoundaries(boundary, next.boundary) === 0) continue
    if (count >= enough !== isInside) {
      isInside = !isInside
      boundaries.push(boundary)
    }
  }
  return { null: sets.filter((set) => set.null).length >= enough, lowest, boundaries }
}

/** Whether every value of one set is in the other. */
export function isSubset<Label>(one: IntervalSet<Label>, other: IntervalSet<Label>): boolean {
  const outside = intersection([one, complement(other)])
  return !outside.null && !outside.lowest && outside.boundaries.length === 0
}

/** Whether the values above the last boundary belong to the set. */
export function reachesHighest({ lowest, boundaries }: IntervalSet<unknown>): boolean {
  return (boundaries.length % 2 === 0) === lowest
}

/** Whether the set has this value. */
export function has({ boundaries, ...set }: IntervalSet<unknown>, at: Comparable): boolean {
  const below = boundaries.filter((boundary) => compareBoundaries(boundary, { at, after: true }) < 0)
  return reachesHighest({ ...set, boundaries: below })
}

/** The labels of the points that pairs of boundaries enclose one by one. Undefined if some pair encloses more than one value. */
export function pointsBetween<Label>(boundaries: readonly Boundary<Label>[]): readonly Label[] | undefined {
  const arePoints = boundaries.every(({ at, after }, i) => {
    const other = boundaries[after ? i - 1 : i + 1]
    return other !== undefined && compareComparables(at, other.at) === 0
  })
  return arePoints ? boundaries.filter(({ after }) => !after).map(({ label }) => label) : undefined
}

/**
 * The set where the order has these bounds. No value lies beyond them, so a boundary there separates nothing.
 * The least or the greatest value alone keeps its boundaries, because it reads best as one point.
 */
export function withinBounds<Label>(
  set: IntervalSet<Label>,
  least: Comparable | undefined,
  greatest: Comparable | undefined,
): IntervalSet<Label> {
  const { boundaries } = set
  const isAt = (boundary: Boundary<Label> | undefined, at: Comparable | undefined, after: boolean) =>
    boundary !== undefined && at !== undefined && compareBoundaries(boundary, { at, after }) === 0
  const fromLeast = isAt(boundaries[0], least, false) && !isAt(boundaries[1], least, true)
  const toGreatest = isAt(boundaries.at(-1), greatest, true) && !isAt(boundaries.at(-2), greatest, false)
  return {
    ...set,
    lowest: set.lowest !== fromLeast,
    boundaries: boundaries.slice(fromLeast ? 1 : 0, toGreatest ? -1 : undefined),
  }
}

/** The set where the order has no other values than these: with all of them it has every value, with none of them no value. */
export function withinListed<Label>(
  set: IntervalSet<Label>,
  listed: readonly Comparable[],
): IntervalSet<Label> {
  const [first, ...others] = listed.map((at) => has(set, at))
  return first !== undefined && others.every((other) => other === first)
    ? { ...set, lowest: first, boundaries: [] }
    : set
}

type Position = Omit<Boundary<unknown>, "label">

function compareBoundaries(a: Position, b: Position): number {
  return compareComparables(a.at, b.at) || Number(a.after) - Number(b.after)
}
