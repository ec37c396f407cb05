import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { defineSchema, type FilterInput, field, parseFilter } from "../../../src/index.ts"
import { type Dialect, type DialectName, dialects, sqlMapping, toSql } from "../../../src/sql.ts"
import type { EngineOf, RunBy, Suite } from "../../engines/engines.ts"

/** A text that means something in every SQL: quotes, comments, escapes and placeholders. */
export const hostile = `x"'\`\\; DROP TABLE customers; -- {p1:String} $1 ?`

/**
 * The dialects that the engines of a suite run. A dialect without an engine is in no suite: the tests only compile it,
 * and its verdicts in test/conformance give the reason.
 */
export type DialectOf<S extends Suite> = Extract<RunBy<EngineOf<S>>, DialectName>

/** The suites that `npm test` runs. */
export type LocalSuite = "fast" | "embedded"

/** A connection to an empty database. */
export interface Connection {
  /** Runs one statement. Returns the first column of its rows as numbers. */
  run(statement: string, values: unknown): Promise<readonly number[]>
  close(): Promise<void>
}

/** The types of two columns, and the end of CREATE TABLE. */
const declarations: Readonly<Record<DialectOf<Suite>, readonly [id: string, text: string, end: string]>> = {
  postgres: ["bigint", "text", ""],
  mysql: ["BIGINT", "VARCHAR(200) CHARACTER SET utf8mb4", ""],
  mariadb: ["BIGINT", "VARCHAR(200) CHARACTER SET utf8mb4", ""],
  sqlite: ["INTEGER", "TEXT", ""],
  duckdb: ["BIGINT", "VARCHAR", ""],
  clickhouse: ["Int64", "String", " ENGINE = MergeTree ORDER BY tuple()"],
}

const names = [
  hostile,
  'a"b',
  "a`b",
  "a'b",
  "a\\",
  "a\\`b",
  'a\\"b',
  "a?b",
  "a]b",
  "[a]",
  "$1",
  "@p1",
  "{p1:String}",
  "select",
]
const values = [...names, "' OR 1 = 1 --", "'; SELECT 1; --", "%", "_", "", "ordinary"]

/** Runs conditions with hostile names and values: each finds exactly its own row. */
export function staysHarmless(name: DialectOf<Suite>, open: () => Promise<Connection>): void {
  const dialect: Dialect<unknown> = dialects[name]
  const [id, text, end] = declarations[name]

  describe(`hostile names and values on a database, in ${name}`, () => {
    let connection: Connection
    beforeAll(async () => {
      connection = await open()
    })
    afterAll(() => connection?.close())
    const run = (statement: string, bound: unknown = dialect.values([], 1)) =>
      connection.run(statement, bound)

    test.each(names)("the name %s", async (hostileName) => {
      const quoted = dialect.identifier(hostileName)
      await run(`CREATE TABLE ${quoted} (${dialect.identifier("id")} ${id}, ${quoted} ${id})${end}`)
      await run(`INSERT INTO ${quoted} VALUES (1, 7), (2, 8)`)
      // The columns have the hostile name. Field names do not, because they must not begin with $.
      const schema = defineSchema({
        value: field.integer(),
        related: field.many({ value: field.integer() }),
      })
      const columns = { value: hostileName }
      const mapping = sqlMapping(schema, {
        table: hostileName,
        columns,
        relations: { related: { table: hostileName, on: { [hostileName]: hostileName }, columns } },
      })
      for (const filter of [{ value: 8 }, { "related.value": 8 }]) {
        const condition = toSql(parseFilter(schema, filter), dialect, mapping)
        const select = `SELECT ${dialect.identifier("id")} FROM ${quoted} WHERE ${condition.text}`
        expect(await run(select, condition.values)).toEqual([2])
      }
    })

    test("values", async () => {
      const table = dialect.identifier("texts")
      await run(`CREATE TABLE ${table} (${dialect.identifier("id")} ${id}, name ${text})${end}`)
      for (const [i, value] of values.entries())
        await run(
          `INSERT INTO ${table} SELECT ${i}, ${dialect.placeholder(1, "String")}`,
          dialect.values([value], 1),
        )
      const schema = defineSchema({ id: field.integer(), name: field.string() })
      const found = async (filter: FilterInput<typeof schema>) => {
        const condition = toSql(parseFilter(schema, filter), dialect)
        return run(
          `SELECT ${dialect.identifier("id")} FROM ${table} WHERE ${condition.text}`,
          condition.values,
        )
      }
      for (const [i, value] of values.entries()) {
        expect(await found({ name: value }), value).toEqual([i])
        expect(await found({ name: { $in: [value] } }), value).toEqual([i])
        expect(await found({ name: { $contains: value } }), value).toContain(i)
        expect(await found({ name: { $ne: value } }), value).toHaveLength(values.length - 1)
      }
    })
  })
}
