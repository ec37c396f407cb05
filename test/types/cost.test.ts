import { describe, expect, test } from "vitest"
import { compile } from "./compiler.ts"

/**
 * The limits on type instantiations. A filter must not slow down an editor, and a large schema must not exhaust the
 * compiler: the cost is in proportion to the number of fields.
 */
const BUDGET = { sixtyFields: 10_000, perField: 150 }

const types = ["integer()", "string()", "boolean()", "datetime()", 'reference("users")', 'enum(["a", "b"])']
const values = ["1", '"x"', "true", "new Date(0)", "7", '"a"']

/** Declarations of fields f0, f1 … of all types. */
const fields = (count: number) =>
  Array.from({ length: count }, (_, i) => `f${i}: field.${types[i % types.length]}`).join()

const related = Array.from({ length: 10 }, (_, i) => `r${i}: field.string()`).join()

const prelude = (declarations: string) => `
import { type FieldName, type FilterInput, defineSchema, field, omit, parseFilter, pick } from "desk-filter"
import { filterBuilder } from "desk-filter/builder"
const schema = defineSchema({ ${declarations} })
const { and, contains, eq } = filterBuilder(schema)
`

test("a schema of 60 fields with a filter of 50 conditions is checked within the budget", () => {
  const built = Array.from({ length: 40 }, (_, i) => `eq("f${i}", ${values[i % values.length]})`)
  const paths = Array.from({ length: 10 }, (_, i) => `contains("many.r${i}", "x")`)
  const written = Array.from(
    { length: 50 },
    (_, i) => `f${i}: { $in: [${i % 6 === 3 ? '"2024-01-01"' : values[i % values.length]}] }`,
  )
  const start = prelude(`${fields(50)}, many: field.many({ ${related} })`)
  const { errors, instantiations } = compile(
    `${start} and(${[...built, ...paths].join()}); const input: FilterInput<typeof schema> = { ${written.join()} }`,
  )
  expect(errors).toEqual([])
  console.info(`${instantiations} type instantiations; ${compile(start).instantiations} without the filter`)
  expect(instantiations).toBeLessThan(BUDGET.sixtyFields)
})

describe.each([1_800, 3_000])("a schema of %i fields", (count) => {
  const relations = Array.from(
    { length: count / 20 },
    (_, i) => `m${i}: field.${i % 2 ? "one" : "many"}({ ${related} })`,
  )
  const { errors, instantiations } = compile(`
    ${prelude(`${fields(count / 2)}, ${relations.join()}`)}
    and(eq("f1", "x"), contains("m7.r3", "x"), parseFilter(schema, { f0: 1, "m8.r1": { $contains: "x" } }))
    const input: FilterInput<typeof schema> = { f0: 1, "m8.r1": { $contains: "x" }, $or: [{ f5: { $in: ["a"] } }] }
    const name: FieldName<typeof schema> = "m9.r9"
    const narrow = parseFilter(pick(schema, "f2", "m7.r3"), { f2: true, "m7.r3": null })
    const rest = filterBuilder(omit(schema, "f2", "m7.r3")).eq("f1", "x")
    and(narrow, rest)
    // @ts-expect-error no such field
    eq("f1799x", 1)
    // @ts-expect-error no longer in the schema
    parseFilter(pick(schema, "f2"), "") satisfies typeof rest
  `)

  test("compiles", () => {
    expect(errors).toEqual([])
  })

  test("costs in proportion to its size", () => {
    console.info(`${instantiations} type instantiations`)
    expect(instantiations).toBeLessThan(BUDGET.perField * count)
  })
})

/** The cost of applying a filter of a schema with this many fields to rows. */
function costOfRows(fields: number): number {
  const declarations = Array.from({ length: fields }, (_, i) => `f${i}: ScalarDeclaration<"string", string>`)
  const prelude = `
import { type Filter, type Schema, type ScalarDeclaration } from "desk-filter"
import { toPredicate } from "desk-filter/predicate"
declare const filter: Filter<Schema<{ ${declarations.join(";")} }>>
declare const rows: { f1: string; f2: string | null; other: number }[]
`
  const { errors, instantiations } = compile(`${prelude} rows.filter(toPredicate(filter))`)
  expect(errors).toEqual([])
  return instantiations - compile(prelude).instantiations
}

test("the cost of applying a filter to rows does not depend on the number of fields", () => {
  expect(costOfRows(1800)).toBe(costOfRows(10))
})
