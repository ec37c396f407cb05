import { comparableOf, foldedFor } from "../schema/comparable.ts"
import { type Comparable, compareComparables } from "../schema/comparison-form.ts"
import type { Field } from "../schema/field.ts"
import type { Value } from "../schema/field-type.ts"

/**
 * One end of a range. The value is that of a filter, and not in comparison form: that would often be a longer text, and it
 * is hardly ever needed.
 */
interface Bound {
  readonly value: Value
  readonly inclusive: boolean
}

/** Which bound of two is the stricter one, and on which side of a bound the range is. */
type Direction = 1 | -1
const ABOVE = 1
const BELOW = -1

/** The values of a field between two bounds. A bound that is undefined is no bound. */
export class Range {
  readonly field: Field
  readonly lower: Bound | undefined
  readonly upper: Bound | undefined

  constructor(field: Field, lower: Bound | undefined, upper: Bound | undefined) {
    this.field = field
    this.lower = lower
    this.upper = upper
  }

  /** A text that tells the range from all others of the field. Lengths tell where the values end. */
  get key(): string {
    const { field, lower, upper } = this
    // Joined, and not concatenated: that would be a tree of texts.
    return [">", ...partsOf(field, lower), "<", ...partsOf(field, upper)].join("")
  }

  /** The values that are in both ranges. */
  and({ lower, upper }: Range): Range {
    const { field } = this
    return new Range(
      field,
      stricter(field, this.lower, lower, ABOVE),
      stricter(field, this.upper, upper, BELOW),
    )
  }

  contains(value: Comparable): boolean {
    const { field, lower, upper } = this
    return isInside(field, lower, value, ABOVE) && isInside(field, upper, value, BELOW)
  }
}

function partsOf(field: Field, bound: Bound | undefined): readonly unknown[] {
  if (bound === undefined) return []
  const { value, inclusive } = bound
  const text = foldedFor(field, String(value))
  return [inclusive ? "=" : "", text.length, ":", text]
}

function stricter(
  field: Field,
  one: Bound | undefined,
  other: Bound | undefined,
  direction: Direction,
): Bound | undefined {
  if (one === undefined || other === undefined) return one ?? other
  const order =
    compareComparables(comparableOf(field, one.value), comparableOf(field, other.value)) * direction
  if (order === 0) return one.inclusive ? other : one
  return order > 0 ? one : other
}

function isInside(field: Field, bound: Bound | undefined, value: Comparable, direction: Direction): boolean {
  if (bound === undefined) return true
  const order = compareComparables(value, comparableOf(field, bound.value)) * direction
  return order > 0 || (order === 0 && bound.inclusive)
}
