import { compareCodePoints } from "../text/unicode.ts"
import type { Field } from "./field.ts"
import type { Value } from "./field-type.ts"

/** A value in the one form in which values of its type compare: `===` is equality, {@link compareComparables} is order. */
export type Comparable = string | number | bigint

/**
 * How the values of a type compare. Predicates, analysis, keys and SQL all compare values in this form.
 * It is a table of its own beside {@link FieldType}, because a client that only builds filters compares none.
 */
export interface ComparisonForm<V extends Value = Value> {
  /** Brings a value of a filter into the form. */
  ofValue(value: V): Comparable
  /** Brings a value of a record into the form; undefined if the type has no such value. A present value may mean null. */
  ofRecord(value: unknown): Comparable | null | undefined
  /** The least value of the type, if there is one. */
  readonly least?: V
  /** The greatest value of the type, if there is one. */
  readonly greatest?: V
  /** All values of the type in order, if it lists them. */
  listed?(field: Field): readonly V[]
}

/** The order of two values of one type: negative, zero or positive. */
export function compareComparables(a: Comparable, b: Comparable): number {
  if (typeof a === "string" && typeof b === "string") return compareCodePoints(a, b)
  return a < b ? -1 : a > b ? 1 : 0
}
