import type { Field, FieldTypeName } from "../schema/field.ts"
import type { JsonSchema } from "./keywords.ts"

/**
 * What the values of a field look like, null apart. A pattern is written so that the engines of
 * JavaScript, Python, Go, Rust and Java read it alike, which leaves out `\d`, `\u` and surrogates.
 */
export const valueSchemas: Readonly<Record<FieldTypeName, (field: Field) => JsonSchema>> = {
  integer: () => ({
    description: "A 64-bit integer, as a number or as a string of its digits, which no parser rounds",
    ...integer(),
  }),
  number: () => ({ type: "number", examples: [1.5] }),
  string: () => ({
    description: "Text without the character U+0000",
    type: "string",
    pattern: "^[^\\x00]*$",
    examples: ["text"],
  }),
  boolean: () => ({ type: "boolean", examples: [true] }),
  enum: ({ values = [] }) => ({ type: "string", enum: [...new Set(values)] }),
  datetime: () => ({
    description: "A date-time of RFC 3339 with an offset or Z, or a full-date, which is midnight UTC",
    anyOf: [
      { type: "string", format: "date-time", pattern: `^${DATE}[Tt]${TIME}${OFFSET}$` },
      { type: "string", format: "date", pattern: `^${DATE}$` },
    ],
    examples: ["2024-02-29T12:30:00Z", "2024-02-29"],
  }),
  reference: () => ({
    description: "The id of a record, as a number or as a string of its digits",
    ...integer(),
  }),
  opaque: () => ({ type: "null" }),
}

/**
 * The bounds are doubles, as JSON Schema is JSON: 2^63-1 is none, and a program that reads numbers as
 * doubles takes it for 2^63. So the bounds are 2^63 on both sides, and refuse nothing that is right.
 */
function integer(): JsonSchema {
  return {
    anyOf: [
      { type: "integer", minimum: -(2 ** 63), maximum: 2 ** 63 },
      { type: "string", pattern: "^-?(?:0|[1-9][0-9]{0,18})$" },
    ],
    examples: [42, "9007199254740993"],
  }
}

// The patterns tell the form; which days a month has is for `format`, where a validator asserts it.
const DATE = "[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
const TIME = "(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\.[0-9]{1,9})?"
const OFFSET = "(?:[Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])"
