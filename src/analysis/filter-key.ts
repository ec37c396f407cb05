import { type Condition, conditionValues, type Filter } from "../filter/filter.ts"
import type { Field } from "../schema/field.ts"
import type { Value } from "../schema/field-type.ts"
import { contrary, hasContrary, type Operator } from "../schema/operators.ts"
import { foldAscii } from "../text/unicode.ts"

/** Keys by filter, which never changes: a long list is written once, however deep it stands. */
const keys = new WeakMap<Filter, string>()

/** A text that two filters share exactly when they are the same but for the order of operands and of lists. */
export function filterKey(filter: Filter): string {
  const known = keys.get(filter)
  if (known !== undefined) return known
  const key =
    filter.kind === "and" || filter.kind === "or"
      ? `${filter.kind}(${filter.operands.map(filterKey).sort().join()})`
      : conditionKey(filter, filter.operator)
  keys.set(filter, key)
  return key
}

/** The key of the condition that is true exactly when this one is not, if there is one. */
export function contraryKey(filter: Filter): string | undefined {
  if (filter.kind === "and" || filter.kind === "or" || !hasContrary(filter.operator)) return undefined
  return conditionKey(filter, contrary[filter.operator])
}

function conditionKey(condition: Condition, operator: Operator): string {
  const { field } = condition
  const values = conditionValues(condition).map((value) => valueKey(field, value))
  return JSON.stringify([field.name, operator, ...values.sort()])
}

function valueKey({ type, caseSensitive }: Field, value: Value | null): string {
  if (value === null) return "null"
  return `${type} ${caseSensitive ? value : foldAscii(String(value))}`
}
