import { expect, test } from "vitest"
import { compile } from "./compiler.ts"

/** The limit on type instantiations for 60 fields and 50 conditions. A filter must not slow down an editor. */
const BUDGET = 40_000

const types = ["integer()", "string()", "boolean()", "datetime()", 'reference("users")', 'enum(["a", "b"])']
const fields = Array.from({ length: 50 }, (_, i) => `f${i}: field.${types[i % types.length]}`)
const related = Array.from({ length: 10 }, (_, i) => `r${i}: field.string()`)
const values = ["1", '"x"', "true", "new Date(0)", "7", '"a"']
const built = Array.from({ length: 40 }, (_, i) => `eq("f${i}", ${values[i % values.length]})`)
const paths = Array.from({ length: 10 }, (_, i) => `contains("many.r${i}", "x")`)
const written = Array.from(
  { length: 50 },
  (_, i) => `f${i}: { $in: [${i % 6 === 3 ? '"2024-01-01"' : values[i % values.length]}] }`,
)

const prelude = `
import { type FilterInput, defineSchema, field } from "desk-filter"
import { filterBuilder } from "desk-filter/builder"
const schema = defineSchema({ ${fields.join()}, many: field.many({ ${related.join()} }) })
const { and, contains, eq } = filterBuilder(schema)
`

test("a schema of 60 fields with a filter of 50 conditions is checked within the budget", () => {
  const { errors, instantiations } = compile(
    `${prelude} and(${[...built, ...paths].join()}); const input: FilterInput<typeof schema> = { ${written.join()} }`,
  )
  expect(errors).toEqual([])
  console.info(`${instantiations} type instantiations; ${compile(prelude).instantiations} without the filter`)
  expect(instantiations).toBeLessThan(BUDGET)
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
