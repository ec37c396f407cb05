import fc from "fast-check"
import { defineSchema, field } from "../../src/index.ts"
import { filterTextOf } from "./filters.ts"

/** Few fields with few values each, so that conditions are often about the same values. */
export const narrow = defineSchema({
  sure: field.integer({ nullable: false }),
  n: field.integer(),
  s: field.string({ caseSensitive: false }),
  b: field.boolean(),
  few: field.integer({ operators: ["$in", "$gt"] }),
  e: field.enum(["x", "y"]),
  kind: field.enum(["x", "y"], { nullable: false }),
  t: field.many({ n: field.integer(), b: field.boolean({ nullable: false }), e: field.enum(["x", "y"]) }),
  o: field.one({ n: field.integer({ nullable: false }) }),
})

const integer = fc.integer({ min: 0, max: 3 })
const nullable = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { freq: 4 })

/** A record of the narrow schema, with all properties. */
export const narrowRecord = fc.record({
  sure: integer,
  n: nullable(integer),
  s: nullable(fc.constantFrom("", "a", "A", "b", "\u{1f600}", "\u{fffd}")),
  b: nullable(fc.boolean()),
  few: nullable(integer),
  // A record may hold a value that the schema does not list.
  e: nullable(fc.constantFrom("x", "y", "z")),
  kind: fc.constantFrom("x", "y", "z"),
  t: fc.array(
    fc.record({ n: nullable(integer), b: fc.boolean(), e: nullable(fc.constantFrom("x", "y", "z")) }),
    {
      maxLength: 3,
    },
  ),
  o: nullable(fc.record({ n: integer })),
})

/** The text of a valid filter of the narrow schema. */
export const narrowText = filterTextOf(narrow.fields.values(), {
  integer: integer.map(String),
  string: fc.constantFrom('""', '"a"', '"A"', '"b"', '"\u{1f600}"', '"\u{fffd}"'),
  boolean: fc.boolean().map(String),
  enum: fc.constantFrom('"x"', '"y"'),
})
