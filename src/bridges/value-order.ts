import { type Condition, conditionValues, type Filter } from "../filter/filter.ts"
import { comparableOf } from "../schema/comparable.ts"
import { type Comparable, compareComparables } from "../schema/comparison-form.ts"
import type { Field } from "../schema/field.ts"
import type { Value } from "../schema/field-type.ts"

/** Negative if the value of the first condition is less than that of the other one. Both are conditions with a value. */
export function valueOrder(field: Field, one: Filter, other: Filter): number {
  return compareComparables(comparableIn(field, one), comparableIn(field, other))
}

function comparableIn(field: Field, condition: Filter): Comparable {
  const [value] = conditionValues(condition as Condition)
  return comparableOf(field, value as Value)
}
