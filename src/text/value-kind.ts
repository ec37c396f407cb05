/** The kinds of value that a filter or a call of the builder may have in the wrong place. */
export type ValueKind =
  | "object"
  | "list"
  | "string"
  | "number"
  /** A number with a fraction, where an integer belongs. */
  | "fraction"
  | "boolean"
  | "null"
  // JSON cannot express the others.
  | "undefined"
  | "NaN"
  | "Infinity"
  | "-Infinity"
  | "bigint"
  | "date"
  | "invalid-date"
  /** An instance of a class. */
  | "instance"
  | "function"
  | "symbol"

/** The kinds whose words are neither the kind itself nor the kind with the article `a`. */
const PHRASES: Readonly<Record<string, string>> = {
  object: "an object",
  fraction: "a number with a fraction",
  date: "a Date",
  "invalid-date": "an invalid Date",
  instance: "an instance of a class",
}

/** The kind in words, for a message. */
export function inWords(kind: ValueKind): string {
  return PHRASES[kind] ?? (/^(?:null|undefined|NaN|-?Infinity)$/.test(kind) ? kind : `a ${kind}`)
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
