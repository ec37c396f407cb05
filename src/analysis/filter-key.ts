import { type Condition, conditionValues, type Filter } from "../filter/filter.ts"
import { comparableOf } from "../schema/comparable.ts"
import type { Field } from "../schema/field.ts"
import type { Value } from "../schema/field-type.ts"

/** Keys by filter, which never changes: a long list is written once, however deep it stands. */
const keys = new WeakMap<Filter, string>()

/** A text that two filters share exactly when they are the same but for the order of operands and of lists. */
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
