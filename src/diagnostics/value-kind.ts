/** The kinds of value that a filter or a call of the builder may have in the wrong place. */
export type ValueKind = keyof typeof phrases

const phrases = {
  object: "an object",
  list: "a list",
  string: "a string",
  number: "a number",
  /** A number with a fraction, where an integer belongs. */
  fraction: "a number with a fraction",
  boolean: "a boolean",
  null: "null",
  /** The rest has no form in JSON. */
  undefined: "undefined",
  NaN: "NaN",
  Infinity: "Infinity",
  "-Infinity": "-Infinity",
  bigint: "a bigint",
  date: "a Date",
  "invalid-date": "an invalid Date",
  instance: "an instance of a class",
  function: "a function",
  symbol: "a symbol",
} as const

/** The kind in words, for a message. */
export function inWords(kind: ValueKind): string {
  return phrases[kind]
}

/** The kind of a JavaScript value. An instance of a class counts as an object. */
export function kindOf(value: unknown): ValueKind {
  switch (typeof value) {
    case "number":
      return Number.isFinite(value) ? "number" : (String(value) as "NaN" | "Infinity" | "-Infinity")
    case "object":
      if (value === null) return "null"
      if (Array.isArray(value)) return "list"
      if (!(value instanceof Date)) return "object"
      return Number.isNaN(value.getTime()) ? "invalid-date" : "date"
    default:
      return typeof value
  }
}
