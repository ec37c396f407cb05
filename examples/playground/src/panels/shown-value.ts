/** A value as a person reads it. */
export function shownValue(value: unknown): string {
  if (value === null || value === undefined) return "null"
  if (Array.isArray(value)) return `[${value.map(shownValue).join(", ")}]`
  if (value instanceof Date) return value.toISOString()
  if (typeof value === "string") return JSON.stringify(value)
  return typeof value === "object" ? JSON.stringify(value) : String(value)
}
