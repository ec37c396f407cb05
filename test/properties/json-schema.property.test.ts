import fc from "fast-check"
import { expect, test } from "vitest"
import {
  defineSchema,
  type FieldTypeName,
  field,
  type Operator,
  type ScalarDeclaration,
  safeParseFilter,
} from "../../src/index.ts"
import { toJsonSchema } from "../../src/json-schema.ts"
import { fieldTypes } from "../../src/schema/types/index.ts"
import { typeOperators } from "../../src/schema/types/type-operators.ts"
import { filterText, filterTextOf } from "../arbitraries/filters.ts"
import { people } from "../conformance/people.ts"
import { validator } from "../json-schema/validator.ts"
import { runs } from "./runs.ts"

const typeNames = Object.keys(fieldTypes) as FieldTypeName[]
const noted = validator(toJsonSchema(people))
const asserted = validator(toJsonSchema(people), "asserted")

test("every valid filter satisfies the JSON Schema, with and without format assertions", () => {
  fc.assert(
    fc.property(filterText, (text) => {
      const value: unknown = JSON.parse(text)
      expect(noted(value)).toEqual([])
      expect(asserted(value)).toEqual([])
    }),
    runs(1000),
  )
})

test("the same holds for every schema: fields of any type, nullable or not, with fewer operators", () => {
  const scalar = fc
    .record({ type: fc.constantFrom(...typeNames), nullable: fc.boolean(), chosen: fc.nat() })
    .map(({ type, nullable, chosen }): ScalarDeclaration => {
      const all: readonly Operator[] = typeOperators[type]
      const fewer = all.filter((_, i) => (chosen >> i) % 2 === 1)
      return {
        ...field.string(),
        type,
        nullable: nullable || type === "opaque",
        operators: fewer.length === 0 ? all : fewer,
        ...(type === "enum" && { values: ["agent", "admin"] }),
      }
    })
  const name = fc.constantFrom("a", "b", "integer", "string", "constructor", "a b", "a/b", "~1%", "#")
  const fields = fc.dictionary(name, scalar, { minKeys: 1, maxKeys: 3 })
  const schemas = fc
    .tuple(fields, fc.option(fields, { nil: {} }), fc.option(fields, { nil: {} }))
    .map(([own, many, one]) => defineSchema({ ...own, many: field.many(many), one: field.one(one) }))
  fc.assert(
    fc.property(
      schemas.chain((schema) =>
        fc.tuple(
          fc.constant(schema),
          fc.array(filterTextOf(schema.fields.values()), { minLength: 10, maxLength: 10 }),
        ),
      ),
      ([schema, texts]) => {
        const document = toJsonSchema(schema)
        const validate = validator(document, "asserted")
        for (const text of texts) {
          expect(safeParseFilter(schema, text).ok).toBe(true)
          expect(validate(JSON.parse(text)), text).toEqual([])
        }
        const [example] = document.examples ?? []
        expect(safeParseFilter(schema, example).ok).toBe(true)
        expect(validate(example)).toEqual([])
      },
    ),
    runs(100),
  )
})

/** Messages of the parser for mistakes that JSON Schema cannot describe: see docs/json-schema.md. */
const beyond = [
  /received a JavaScript number beyond 2\^53/,
  /expects a 64-bit integer/,
  /does not accept a lone surrogate/,
  /expects a decimal of at most 38 digits/,
  /expects a date, not "2023-02-29"/,
  /expects an RFC 3339 date-time, not "(?:2023-02-29|2024-06-31T00:00:00Z|0000-01-01T00:00:00\+00:01)"/,
]

/** Invalid values. JSON Schema cannot reject those of the last line. */
const wrong = fc.constantFrom(
  ...[
    null,
    true,
    0,
    1.5,
    1e300,
    "",
    "x",
    "007",
    "5",
    "agent",
    "Agent",
    "a\0",
    "2024-02-29",
    "2024-02-29T00:00",
  ],
  ...[[], {}, [1], [[1]], ["x", null], { $eq: 1 }, { $in: [] }, { $and: [] }, { id: 5 }, { $or: [{}] }],
  ...[2 ** 53, 2 ** 63, "9223372036854775808", "\ud800", "1e38", 1e-39],
  ...["2023-02-29", "2024-06-31T00:00:00Z", "0000-01-01T00:00:00+00:01"],
)
const names = [
  ...people.fields.keys(),
  "$and",
  "$or",
  "$eq",
  "$in",
  "$lt",
  "$contains",
  "$regex",
  "eq",
  "nmae",
]

/** A change to a part of a filter. */
const change = fc.oneof(
  wrong.map((value) => () => value),
  fc.constant((value: unknown) => [value]),
  fc.constantFrom(...names).map((name) => (value: unknown) => ({ [name]: value })),
  fc.tuple(fc.constantFrom(...names), wrong).map(
    ([name, value]) =>
      (part: unknown) =>
        isObject(part) ? { ...part, [name]: value } : value,
  ),
  fc.constantFrom(...names).map((name) => (part: unknown) => {
    if (!isObject(part)) return part
    const [first, ...rest] = Object.entries(part)
    return Object.fromEntries([...(first === undefined ? [] : [[name, first[1]] as const]), ...rest])
  }),
)

test("a changed filter: the parser alone rejects only mistakes that JSON Schema cannot describe", () => {
  const seen = { accepted: 0, refused: 0, beyond: 0 }
  fc.assert(
    fc.property(
      filterText,
      fc.array(fc.tuple(fc.nat(), change), { minLength: 1, maxLength: 2 }),
      (text, edits) => {
        const value = edits.reduce<unknown>(
          (value, [at, change]) => changedAt(value, at % size(value), change),
          JSON.parse(text),
        )
        const result = safeParseFilter(people, value)
        const valid = noted(value).length === 0
        if (result.ok) {
          seen.accepted++
          expect(valid).toBe(true)
        } else if (valid) {
          seen.beyond++
          for (const { message } of result.error.diagnostics) {
            expect(
              beyond.some((reason) => reason.test(message)),
              message,
            ).toBe(true)
          }
        } else seen.refused++
      },
    ),
    runs(2000),
  )
  // Each case occurred.
  expect(Math.min(seen.accepted, seen.refused, seen.beyond)).toBeGreaterThan(0)
})

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

/** The number of parts of a value: itself, its members or items, and their parts. */
function size(value: unknown): number {
  if (typeof value !== "object" || value === null) return 1
  return Object.values(value).reduce<number>((sum, part) => sum + size(part), 1)
}

/** Changes one part of the value. Parts are counted from the outside in. */
function changedAt(value: unknown, at: number, change: (part: unknown) => unknown): unknown {
  if (at === 0 || typeof value !== "object" || value === null) return change(value)
  let left = at - 1
  const inside = (part: unknown) => {
    const here = left
    left -= size(part)
    return here >= 0 && left < 0 ? changedAt(part, here, change) : part
  }
  if (Array.isArray(value)) return value.map(inside)
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, inside(part)]))
}
