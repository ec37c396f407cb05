import { expect, test } from "vitest"
import { defineSchema, field, parseFilter } from "../../../src/index.ts"
import { type Finding, MappingError, sqlite, toSql } from "../../../src/sql.ts"

test("a field that the database has no type for is refused without a mapping", () => {
  const filter = parseFilter(defineSchema({ price: field.decimal() }), '{"price":"19.99"}')
  expect(() => toSql(filter, sqlite)).toThrow(
    /^SQLite cannot answer filters with this mapping:\nField price, column price: SQLite has no decimals\. Hint: keep amounts as integers/,
  )
})

const finding: Finding = {
  severity: "error",
  code: "missing-table",
  field: undefined,
  column: undefined,
  message: "The database has no table",
  hint: undefined,
}

test.each<readonly [Partial<Finding>, line: string]>([
  [{}, "The database has no table"],
  [{ hint: "create it" }, "The database has no table. Hint: create it"],
  [{ column: "emails.id" }, "column emails.id: The database has no table"],
  [{ field: "id", column: "key" }, "Field id, column key: The database has no table"],
])("a finding says only what it concerns: %j", (changes, line) => {
  const found = { ...finding, ...changes }
  const error = new MappingError("SQLite", [found])
  expect(error.message).toBe(`SQLite cannot answer filters with this mapping:\n${line}`)
  expect(error.findings).toEqual([found])
})
