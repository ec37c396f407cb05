import { compareCodePoints } from "../text/unicode.ts"
import type { Field } from "./field.ts"
import type { Value } from "./field-type.ts"

/**
 * A value in the one form in which values of its type compare: `===` is equality, {@link compareComparables} is order.
 * Predicates, analysis, keys and SQL all compare values in this form. The functions and facts below are tables of their
 * own, so that a bundler can leave out the ones that a program does not use.
 */
export type Comparable = string | number | bigint

/** Brings a value of a filter into comparison form. */
export type ToComparable<V extends Value = never> = (value: V) => Comparable

/** How a predicate reads the values that a record has in fields of one type. */
export interface RecordReader {
  /** The forms of a value, to follow "not" in a message: `true, false, 1 or 0`. */
  readonly forms: string
  /**
   * Brings a value of a record, other than null, into comparison form. Null means that there is no value after all;
   * undefined means that the value has none of the forms.
   */
  read(value: unknown): Comparable | null | undefined
}

/** The values that a type has. */
export interface ValueRange<V extends Value = Value> {
  /** All values, if the type lists them. */
  listed?(field: Field): readonly V[]
  /** A value that the field does not list and `named` does not have, if a record may have such values. */
  unlisted?(field: Field, named?: Iterable<V>): V
  /**
   * A value strictly between two values as they compare, the simplest first. A bound that is undefined is no bound.
   * Undefined exactly if the type has no value there.
   */
  between(below: V | undefined, above: V | undefined, field: Field): V | undefined
}

/** The order of two values of one type: negative, zero or positive. */
export function compareComparables(a: Comparable, b: Comparable): number {
  if (typeof a === "string" && typeof b === "string") return compareCodePoints(a, b)
  return a < b ? -1 : a > b ? 1 : 0
}
