// When the grid's own code ignores an item, by the value of the item.

/** The operator takes no value. */
export function never(): boolean {
  return false
}

export function isFalsy(value: unknown): boolean {
  return !value
}

export function isBlank(value: unknown): boolean {
  return value === undefined || value === null || value === ""
}

export function isBlankList(value: unknown): boolean {
  return isBlank(value) || (Array.isArray(value) && value.length === 0)
}

/** The input for booleans has a third choice. */
export function isAny(value: unknown): boolean {
  return isBlank(value) || value === "any"
}

/** The grid reads null as the number 0, so a null is no blank. */
export function isBlankNumber(value: unknown): boolean {
  return value === undefined || value === ""
}

export function isBlankNumberList(value: unknown): boolean {
  return isBlankNumber(value) || (Array.isArray(value) && value.length === 0)
}
