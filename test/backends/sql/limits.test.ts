import initSqlJs from "sql.js"
import { describe, expect, test } from "vitest"
import { filterBuilder } from "../../../src/builder.ts"
import { customers } from "../../../src/desk.ts"
import { FilterError, parseFilter } from "../../../src/index.ts"
import {
  type Dialect,
  type DialectName,
  dialects,
  postgres,
  sqlite,
  toSql,
  toSqlTemplate,
} from "../../../src/sql.ts"

const read = (text: string) => parseFilter(customers, text)

describe("a condition that nests deeper than SQLite allows", () => {
  test("has thousands of operands in groups, because SQLite allows chains of 1000", async () => {
    const { Database } = await initSqlJs()
    const database = new Database()
    database.run("CREATE TABLE customers (id INTEGER); INSERT INTO customers VALUES (0), (500), (5000)")
    const { and, or, eq, ne } = filterBuilder(customers)
    const ids = Array.from({ length: 5000 }, (_, i) => i)
    for (const [filter, found] of [
      [or(...ids.map((id) => eq("id", id))), [[0], [500]]],
      [and(...ids.map((id) => ne("id", id))), [[5000]]],
    ] as const) {
      const { text: where, values } = toSql(filter, sqlite)
      expect(values).toHaveLength(5000)
      const [result] = database.exec(`SELECT id FROM customers WHERE ${where}`, values as number[])
      expect(result?.values).toEqual(found)
    }
    database.close()
  })

  const nested = (levels: number, operands: number): string =>
    levels === 0 ? "{}" : `{"$or":[${nested(levels - 1, operands)}${",{}".repeat(operands)}],"state":"s"}`

  test("has its operands in groups, so that SQLite answers each filter within the default limits", async () => {
    const { Database } = await initSqlJs()
    const database = new Database()
    database.run("CREATE TABLE c (state TEXT); INSERT INTO c VALUES ('s'), ('t')")
    const { text, values } = toSql(read(nested(15, 300)), sqlite)
    expect(database.exec(`SELECT state FROM c WHERE ${text}`, values as string[])[0]?.values).toEqual([["s"]])
    database.close()
  })

  test("is rejected before the database sees it", () => {
    const filter = parseFilter(customers, nested(100, 300), {
      limits: { maxDepth: 256, maxNodes: 1e6, maxLength: 1e6 },
    })
    expect(() => toSql(filter, sqlite)).toThrow(FilterError)
    expect(() => toSql(filter, sqlite)).toThrow(
      /The statement would nest \d+ levels deep, but SQLite allows at most 1000/,
    )
    expect(() => toSql(filter, postgres)).not.toThrow()
  })
})

describe("more parameters than a database allows", () => {
  const { and, eq, oneOf } = filterBuilder(customers)
  const ids = (length: number) => Array.from({ length }, (_, id) => id)

  const most: Readonly<Record<DialectName, number>> = {
    postgres: 65_535,
    mysql: 65_535,
    mariadb: 65_535,
    sqlite: 32_766,
    duckdb: Number.POSITIVE_INFINITY,
    clickhouse: Number.POSITIVE_INFINITY,
  }
  const many = (length: number) => and(...ids(length).map((id) => eq("id", id)))
  const registry = Object.entries(dialects) as readonly (readonly [DialectName, Dialect<unknown>])[]

  test.each(registry)("%s has the limit of its database", (name, dialect) => {
    expect(dialect.maxParameters).toBe(most[name])
  })

  test.each(registry.filter(([name]) => Number.isFinite(most[name])))("%s", (name, dialect) => {
    const fitting = many(most[name])
    const exceeding = and(fitting, eq("id", -1))
    const { text } = toSql(fitting, dialect)
    expect(text.split(`${dialect.identifier("id")} = `)).toHaveLength(most[name] + 1)
    for (const compile of [
      () => toSql(exceeding, dialect),
      () => toSql(fitting, dialect, undefined, { firstParameter: 2 }),
      () => toSqlTemplate(exceeding, dialect as Dialect),
    ]) {
      expect(compile).toThrow(FilterError)
      expect(compile).toThrow(
        `${dialect.name} allows at most ${most[name]}; split the filter across several requests`,
      )
    }
  })

  test("a list of any length is one parameter if the database has lists", () => {
    for (const dialect of [postgres, sqlite]) {
      expect(toSql(oneOf("id", ids(100_000)), dialect).values).toHaveLength(1)
    }
  })
})
