/** Describes the kind of a JavaScript value, for a message. */
export function argumentKind(value: unknown): string {
  switch (typeof value) {
    case "undefined":
    case "number":
      return String(value)
    case "object":
      if (value === null) return "null"
      if (Array.isArray(value)) return "a list"
      if (!(value instanceof Date)) return "an object"
      return Number.isNaN(value.getTime()) ? "an invalid Date" : "a Date"
    default:
      return `a ${typeof value}`
  }
}
