import type { Field } from "../schema/field.ts"
import type { Value } from "../schema/field-type.ts"
import { valueRanges } from "../schema/types/value-ranges.ts"
import { type ConditionSet, pointOf } from "./condition-set.ts"
import { type Boundary, pointSet, withinListed } from "./interval-set.ts"

type End = Boundary<Value> | undefined

/**
 * The set with the same values of its field's type, but other boundaries: between the integers 0 and 1 there is nothing,
 * and between 0 and 2 there is 1. Some of these sets take fewer conditions than others.
 */
export function* viewsOf(field: Field, set: ConditionSet): Generator<ConditionSet> {
  const typed = withinType(field, set)
  const seen = new Set<ConditionSet>()
  // A list first, because it is one condition.
  for (const view of [
    () => withPoints(field, typed, !typed.lowest),
    () => withPoints(field, typed, typed.lowest),
    () => typed,
    () => set,
  ]) {
    const one = view()
    if (one === undefined || seen.has(one)) continue
    seen.add(one)
    yield one
  }
}

/** The set without boundaries that separate nothing from the least or the greatest values, or without any if all values are listed. */
export function withinType(field: Field, set: ConditionSet): ConditionSet {
  const { listed, unlisted } = valueRanges[field.type]
  // Such a type has no order, so the set has or lacks single values, and a filter names only those that are listed.
  if (listed !== undefined) return unlisted ? set : withinListed(set, listed(field).length)
  return withoutEmptyEnds(field, set)
}

/**
 * Where nothing is between the first two boundaries, both disappear, and so do the last two. A boundary disappears if
 * nothing is beyond it, unless it encloses the least or the greatest value alone, which reads best as one point.
 */
function withoutEmptyEnds(field: Field, set: ConditionSet): ConditionSet {
  const { boundaries } = set
  let { lowest } = set
  let start = 0
  let end = boundaries.length
  const isEmpty = (below: End, above: End) => valuesBetween(field, below, above).next().done
  while (start < end) {
    const [first, last] = [boundaries[start], boundaries[end - 1]]
    const [second, previous] =
      end - start > 1 ? [boundaries[start + 1], boundaries[end - 2]] : [undefined, undefined]
    if (second && isEmpty(first, second)) start += 2
    else if (previous && previous !== first && isEmpty(previous, last)) end -= 2
    else if (first?.at !== second?.at && isEmpty(undefined, first)) {
      start++
      lowest = !lowest
    } else if (last?.at !== previous?.at && isEmpty(last, undefined)) end--
    else break
  }
  return end - start === boundaries.length
    ? set
    : { ...set, lowest, boundaries: boundaries.slice(start, end) }
}

/**
 * The set with points in place of intervals that have one value, and without those that have none: intervals inside the
 * set, or those between them. Undefined if one of them has more values, because no list of conditions describes it.
 */
function withPoints(field: Field, set: ConditionSet, inside: boolean): ConditionSet | undefined {
  // The first boundary ends an interval without a beginning, or the first pair encloses an interval.
  const from = set.lowest === inside ? 1 : 0
  const boundaries = set.boundaries.slice(0, from)
  let isSame = true
  for (let i = from; i < set.boundaries.length; i += 2) {
    const below = set.boundaries[i] as Boundary<Value>
    const above = set.boundaries[i + 1]
    if (above === undefined) boundaries.push(below)
    else if (above.at === below.at) boundaries.push(below, above)
    else {
      isSame = false
      const [label, another] = valuesBetween(field, below, above)
      if (another !== undefined) return undefined
      if (label !== undefined) boundaries.push(...pointSet([pointOf(field, label)], false).boundaries)
    }
  }
  // Without an empty interval, the one before it may be the first or the last.
  return isSame ? set : withoutEmptyEnds(field, { ...set, boundaries })
}

/** A few of the values between two boundaries: enough to tell whether there is no value, one value, or several. */
function* valuesBetween(field: Field, below: End, above: End): Generator<Value> {
  const { between } = valueRanges[field.type]
  if (below?.after === false) yield below.label
  if (above?.after === true && above.at !== below?.at) yield above.label
  const inner = between(below?.label, above?.label, field)
  if (inner === undefined) return
  yield inner
  const another = between(below?.label, inner, field) ?? between(inner, above?.label, field)
  if (another !== undefined) yield another
}
