import { expect, test } from "vitest"
import { filterBuilder } from "../../../src/builder.ts"
import { customers } from "../../../src/desk.ts"
import { FilterError } from "../../../src/index.ts"
import { postgres, sqlite, toSql } from "../../../src/sql.ts"

test("the parameters of the whole statement count", () => {
  const { and, eq } = filterBuilder(customers)
  const filter = and(eq("id", 1), eq("trusted", true))
  expect(toSql(filter, postgres, undefined, { firstParameter: 65_534 }).values).toEqual([1, true])
  const beyond = () => toSql(filter, postgres, undefined, { firstParameter: 65_535 })
  expect(beyond).toThrow(FilterError)
  expect(beyond).toThrow("PostgreSQL allows at most 65535")
})

test("a condition that nests too deep for the database is an error", () => {
  const { and, or, eq } = filterBuilder(customers)
  const filter = and(eq("id", 1), or(eq("trusted", true), eq("state", "active")))
  const shallow = { ...sqlite, maxDepth: 13 }
  expect(() => toSql(filter, shallow)).toThrow(FilterError)
  expect(() => toSql(filter, shallow)).toThrow(
    "The statement would nest 14 levels deep, but SQLite allows at most 13",
  )
  expect(toSql(filter, { ...sqlite, maxDepth: 14 }).values).toEqual([1, 1, "active"])
})

test("the last group of a long chain may be one condition", () => {
  const { or, gt } = filterBuilder(customers)
  const { text } = toSql(or(...Array.from({ length: 9 }, (_, i) => gt("id", i))), sqlite)
  expect(text).toBe(`((${Array(8).fill("`id` > ?").join(" OR ")}) OR \`id\` > ?)`)
})
