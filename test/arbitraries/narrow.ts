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
  d: field.date(),
  e: field.enum(["x", "y"]),
  kind: field.enum(["x", "y"], { nullable: false }),
  t: field.many({ n: field.integer(), b: field.boolean({ nullable: false }), e: field.enum(["x", "y"]) }),
  o: field.one({ n: field.integer({ nullable: false }) }),
})

const integer = fc.integer({ min: 0, max: 3 })
const day = fc.constantFrom("2024-02-27", "2024-02-28", "2024-02-29", "2024-03-01", "9999-12-31")
const nullable = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { freq: 4 })

/** A record of the narrow schema, with all properties. */
export const narrowRecord = fc.record({
  sure: integer,
  n: nullable(integer),
  s: nullable(fc.constantFrom("", "a", "A", "b", "ab", "B", "\u{1f600}", "\u{fffd}")),
  d: nullable(day),
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

/** The text of a filter on these fields, or on all. Filters on one field join all their conditions. */
export function narrowText(...names: readonly string[]): fc.Arbitrary<string> {
  const fields = [...narrow.fields.values()].filter(({ name }) => names.length === 0 || names.includes(name))
  return filterTextOf(fields, {
    integer: integer.map(String),
    string: fc.constantFrom('""', '"a"', '"A"', '"b"', '"AB"', '"\u{1f600}"', '"\u{fffd}"'),
    date: day.map((day) => JSON.stringify(day)),
    boolean: fc.boolean().map(String),
    enum: fc.constantFrom('"x"', '"y"'),
  })
}
