import { type Condition, conditionValues, type Filter } from "../filter/filter.ts"
import { comparableOf } from "../schema/comparable.ts"

/**
 * Gives simplified filters numbers. Two filters get the same number exactly if they differ only in the order of
 * operands. A number stands for everything below a node, so no level reads the levels below it again.
 */
export function filterKeys(): (filter: Filter) => number {
  const byFilter = new Map<Filter, number>()
  const byText = new Map<string, number>()
  return keyOf

  function keyOf(filter: Filter): number {
    const known = byFilter.get(filter)
    if (known !== undefined) return known
    const text = textOf(filter)
    const key = byText.get(text) ?? byText.size
    byText.set(text, key)
    byFilter.set(filter, key)
    return key
  }

  function textOf(filter: Filter): string {
    if ("field" in filter) return conditionText(filter)
    return `${filter.kind} ${filter.operands.map(keyOf).sort((a, b) => a - b)}`
  }
}

/** Values are equal exactly when their comparison forms are. JSON keeps null apart from the text "null". */
function conditionText(condition: Condition): string {
  const { field, operator } = condition
  const values = conditionValues(condition).map((value) => {
    const comparable = value === null ? null : comparableOf(field, value)
    return typeof comparable === "bigint" ? String(comparable) : comparable
  })
  return JSON.stringify([field.name, field.type, operator, values])
}
