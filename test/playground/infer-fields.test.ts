import { parseFilter, safeParseFilter } from "desk-filter"
import { toPredicate } from "desk-filter/predicate"
import { describe, expect, test } from "vitest"
import { convert } from "../../examples/playground/src/data/import/convert.ts"
import { inferFields } from "../../examples/playground/src/data/import/infer-fields.ts"
import { toSchema } from "../../examples/playground/src/data/import/to-schema.ts"

const typesOf = (records: readonly Record<string, unknown>[], isText = false) =>
  Object.fromEntries(inferFields(records, isText).fields.map(({ name, type }) => [name, type]))

describe("the type of a field", () => {
  test.each([
    ["integer", [1, 2, null]],
    ["integer", [1n, 9007199254740993n]],
    ["number", [1, 2.5]],
    ["boolean", [true, false]],
    ["enum", ["a", "b", "a", "b"]],
    ["string", ["a", "b", "c"]],
    ["string", ["2024-01-01", "soon"]],
    ["date", ["2024-01-01"]],
    ["datetime", ["2024-01-01T00:00:00Z", "2024-01-01T00:00:00.5+01:00"]],
    ["uuid", ["018fd1b1-7c2e-7b3a-9d4e-5f60718293a4"]],
    ["string", [null]],
    ["string", ["1", "2"]],
  ])("%s: %o", (type, values) => {
    expect(typesOf(values.map((x) => ({ x })))).toEqual({ x: type })
  })

  test.each([
    ["integer", ["1", "-20", null]],
    ["string", ["007", "1"]],
    ["number", ["1", "2.50"]],
    ["boolean", ["true", "false"]],
  ])("of a CSV, %s: %o", (type, values) => {
    expect(
      typesOf(
        values.map((x) => ({ x })),
        true,
      ),
    ).toEqual({ x: type })
  })
})

test("a missing value makes a field nullable", () => {
  const { fields } = inferFields([{ a: 1, b: 2 }, { a: 1 }], false)
  expect(fields.map(({ nullable }) => nullable)).toEqual([false, true])
})

test("objects are relations to one, lists of objects relations to many", () => {
  const records = [
    { owner: { id: 1 }, tags: [{ name: "new" }] },
    { owner: null, tags: [] },
  ]
  const { fields } = inferFields(records, false)
  const schema = toSchema(fields)
  expect([...schema.relations.values()]).toEqual([
    { name: "owner", cardinality: "one" },
    { name: "tags", cardinality: "many" },
  ])
  const matches = toPredicate<object>(parseFilter(schema, '{"owner.id":1,"tags.name":"new"}'))
  expect(convert(records, fields).map((record) => matches(record))).toEqual([true, false])
})

test("values that no field can have are left out with a message", () => {
  const { fields, problems } = inferFields(
    [{ $a: 1, "a.b": 1, list: [1, 2], deep: { deeper: { x: 1 } }, ok: 1 }],
    false,
  )
  expect(fields.map(({ name }) => name)).toEqual(["ok"])
  expect(problems).toHaveLength(4)
})

test("texts of a CSV become values of the types, exactly", () => {
  const records = [{ big: "9007199254740993", price: "2.50", paid: "true" }]
  const { fields } = inferFields(records, true)
  expect(convert(records, fields)).toEqual([{ big: 9007199254740993n, price: 2.5, paid: true }])
})

test("a field with another type has values of it", () => {
  const { fields } = inferFields([{ code: 7 }], false)
  const edited = fields.map((field) => ({ ...field, type: "string" as const }))
  expect(convert([{ code: 7 }], edited)).toEqual([{ code: "7" }])
  expect(safeParseFilter(toSchema(edited), '{"code":{"$contains":"7"}}').ok).toBe(true)
})
