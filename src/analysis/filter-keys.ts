import { type Condition, conditionValues, type Filter } from "../filter/filter.ts"
import { comparableOf } from "../schema/comparable.ts"

/**
 * Gives simplified filters numbers. Two filters have the same number exactly if they differ only in the order of
 * operands. A number stands for all that is below a node, so no node is read again at each level above it.
 */
export class FilterKeys {
  readonly #byFilter = new Map<Filter, number>()
  readonly #byText = new Map<string, number>()

  of(filter: Filter): number {
    const known = this.#byFilter.get(filter)
    if (known !== undefined) return known
    const text =
      filter.kind === "and" || filter.kind === "or"
        ? `${filter.kind} ${filter.operands.map((operand) => this.of(operand)).sort((a, b) => a - b)}`
        : conditionText(filter)
    const key = this.#byText.get(text) ?? this.#byText.size
    this.#byText.set(text, key)
    this.#byFilter.set(filter, key)
    return key
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
