import { type Condition, conditionValues, type Filter } from "../filter/filter.ts"
import { comparableOf } from "../schema/comparable.ts"
import type { Field } from "../schema/field.ts"
import type { Value } from "../schema/field-type.ts"

/** Keys by filter. A filter never changes, so a long list is serialised only once. */
const keys = new WeakMap<Filter, string>()

/** A text that two filters share exactly if they differ only in the order of operands and of list items. */
export function filterKey(filter: Filter): string {
  const known = keys.get(filter)
  if (known !== undefined) return known
  const key =
    filter.kind === "and" || filter.kind === "or"
      ? `${filter.kind}(${filter.operands.map(filterKey).sort().join()})`
      : conditionKey(filter)
  keys.set(filter, key)
  return key
}

function conditionKey(condition: Condition): string {
  const { field, operator } = condition
  const values = conditionValues(condition).map((value) => valueKey(field, value))
  return JSON.stringify([field.name, operator, ...values.sort()])
}

/** Values are equal exactly when their comparison forms are. The type keeps null apart from the text "null". */
function valueKey(field: Field, value: Value | null): string {
  return value === null ? "null" : `${field.type} ${comparableOf(field, value)}`
}
