import { describe, expect, test } from "vitest"
import { type Declarations, defineSchema, field, parseFilter, safeParseFilter } from "../../src/index.ts"
import { fieldTypes } from "../../src/schema/types/index.ts"
import { pageOf } from "./docs.ts"
import { tablesOf } from "./tables.ts"

const tables = tablesOf(pageOf("schemas.md"))
const rowsOf = (heading: string) => tables.find(({ head }) => head[0] === heading)?.rows ?? []

interface Change {
  readonly before: Declarations
  readonly after: Declarations
  /** Filters that are valid before the change. */
  readonly filters: readonly string[]
}

const color = field.enum(["red", "blue"])

/** An example of each change of the page. */
const changes: Readonly<Record<string, Change>> = {
  "add a field": { before: { color }, after: { color, size: field.integer() }, filters: ['{"color":"red"}'] },
  "rename a field": { before: { color }, after: { colour: color }, filters: ['{"color":"red"}'] },
  "remove a field": { before: { color, size: field.integer() }, after: { color }, filters: ['{"size":1}'] },
  "add a value to an enum": {
    before: { color },
    after: { color: field.enum(["red", "blue", "green"]) },
    filters: ['{"color":{"$nin":["red","blue"]}}'],
  },
  "remove a value from an enum": {
    before: { color },
    after: { color: field.enum(["red"]) },
    filters: ['{"color":{"$ne":"blue"}}'],
  },
  "remove an operator": {
    before: { size: field.integer() },
    after: { size: field.integer({ operators: ["$eq"] }) },
    filters: ['{"size":{"$gt":1}}'],
  },
  "`nullable: false` → `true`": {
    before: { size: field.integer({ nullable: false }) },
    after: { size: field.integer() },
    filters: ['{"size":{"$ne":1}}'],
  },
  "`nullable: true` → `false`": {
    before: { size: field.integer() },
    after: { size: field.integer({ nullable: false }) },
    filters: ['{"size":{"$in":[1,null]}}'],
  },
  "change `caseSensitive`": {
    before: { name: field.string() },
    after: { name: field.string({ caseSensitive: false }) },
    filters: ['{"name":"A"}'],
  },
  "change the type from integer to string": {
    before: { size: field.integer() },
    after: { size: field.string() },
    filters: ['{"size":1}'],
  },
  "change the type from string to enum": {
    before: { color: field.string() },
    after: { color },
    filters: ['{"color":"Red"}', '{"color":{"$contains":"r"}}'],
  },
}

describe("docs/schemas.md", () => {
  test.each(rowsOf("change"))("%s: %s", (change = "", consequence = "") => {
    const { before, after, filters } = changes[change] ?? { before: {}, after: {}, filters: [] }
    const codes = filters.flatMap((filter) => {
      parseFilter(defineSchema(before), filter)
      const result = safeParseFilter(defineSchema(after), filter)
      return result.ok ? [] : result.error.diagnostics.map(({ code }) => `\`${code}\``)
    })
    expect(codes.join(", ") || "stay valid").toBe(consequence)
  })

  test("has an example of each change", () => {
    expect(rowsOf("change").map(([change]) => change)).toEqual(Object.keys(changes))
  })

  test.each([...Object.keys(fieldTypes), "one", "many"])("says which column %s needs", (type) => {
    expect(rowsOf("field").map(([field]) => field)).toContainEqual(
      expect.stringContaining(`\`field.${type}(`),
    )
  })
})
