import type { Field, FieldTypeName } from "../schema/field.ts"
import type { JsonSchema } from "./keywords.ts"

/** How JSON Schema describes the values of a field type. */
interface ValueType {
  /** The schema of a value. It includes null only if `onlyNull`. */
  readonly schema: (field: Field) => JsonSchema
  /** What a value is, if the schema does not show it. */
  readonly description?: string
  /** Whether every field of the type has the same values, so that fields can share definitions. */
  readonly sameForAllFields: boolean
  /** Whether null is the only value that a filter may write. */
  readonly onlyNull: boolean
  /** The operator that an example uses, if the field allows it. */
  readonly exampleOperator: "$eq" | "$gte"
}

/**
 * The values of each field type. A pattern uses only syntax that the regular expressions of JavaScript, Python,
 * Go, Rust and Java read alike. That excludes `\d`, `\u` and surrogates.
 */
export const valueTypes: Readonly<Record<FieldTypeName, ValueType>> = {
  integer: {
    schema: integerSchema,
    description: "A 64-bit integer: a number, or a string of its digits, which keeps large values exact",
    sameForAllFields: true,
    onlyNull: false,
    exampleOperator: "$gte",
  },
  number: {
    schema: () => ({ type: "number", examples: [1.5] }),
    sameForAllFields: true,
    onlyNull: false,
    exampleOperator: "$gte",
  },
  string: {
    schema: () => ({ type: "string", pattern: "^[^\\x00]*$", examples: ["text"] }),
    description: "Text without the character U+0000",
    sameForAllFields: true,
    onlyNull: false,
    exampleOperator: "$eq",
  },
  boolean: {
    schema: () => ({ type: "boolean", examples: [true] }),
    sameForAllFields: true,
    onlyNull: false,
    exampleOperator: "$eq",
  },
  enum: {
    schema: ({ values = [] }) => ({ type: "string", enum: [...new Set(values)] }),
    sameForAllFields: false,
    onlyNull: false,
    exampleOperator: "$eq",
  },
  datetime: {
    schema: () => ({
      anyOf: [
        { type: "string", format: "date-time", pattern: `^${DATE}[Tt]${TIME}${OFFSET}$` },
        { type: "string", format: "date", pattern: `^${DATE}$` },
      ],
      examples: ["2024-02-29T12:30:00Z", "2024-02-29"],
    }),
    description: "An RFC 3339 date-time with an offset or Z, or a full-date, which means midnight UTC",
    sameForAllFields: true,
    onlyNull: false,
    exampleOperator: "$gte",
  },
  reference: {
    schema: integerSchema,
    description: "The id of a record: a number, or a string of its digits",
    sameForAllFields: true,
    onlyNull: false,
    exampleOperator: "$eq",
  },
  opaque: {
    schema: () => ({ type: "null" }),
    sameForAllFields: true,
    onlyNull: true,
    exampleOperator: "$eq",
  },
  uuid: {
    schema: () => ({
      type: "string",
      format: "uuid",
      pattern: "^[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$",
      examples: ["018fd1b1-7c2e-7b3a-9d4e-5f60718293a4"],
    }),
    description: "A UUID with hyphens, in upper or lower case",
    sameForAllFields: true,
    onlyNull: false,
    exampleOperator: "$eq",
  },
  decimal: {
    schema: decimalSchema,
    description:
      "An exact decimal of at most 38 digits: a number, or a string of it, which keeps every digit exact",
    sameForAllFields: true,
    onlyNull: false,
    exampleOperator: "$gte",
  },
  date: {
    schema: () => ({ type: "string", format: "date", pattern: `^${DATE}$`, examples: ["2024-02-29"] }),
    description: "A day of the calendar, without a time",
    sameForAllFields: true,
    onlyNull: false,
    exampleOperator: "$gte",
  },
}

/**
 * The bounds are doubles, because many programs read the numbers of JSON as doubles. No double equals 2^63-1, so the
 * upper bound is 2^63. The bounds reject no valid integer.
 */
function integerSchema(): JsonSchema {
  return {
    anyOf: [
      { type: "integer", minimum: -(2 ** 63), maximum: 2 ** 63 },
      { type: "string", pattern: "^-?(?:0|[1-9][0-9]{0,18})$" },
    ],
    examples: [42, "9007199254740993"],
  }
}

/** The bounds are doubles. The greatest decimal of 38 digits rounds to 1e38 as a double, so they reject no valid decimal. */
function decimalSchema(): JsonSchema {
  return {
    anyOf: [
      { type: "number", minimum: -1e38, maximum: 1e38 },
      { type: "string", pattern: "^-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$" },
    ],
    examples: [19.99, "19.99"],
  }
}

// The patterns check the form only. `format` checks the days of a month, in validators that assert formats.
const DATE = "[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
const TIME = "(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\.[0-9]{1,9})?"
const OFFSET = "(?:[Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])"
