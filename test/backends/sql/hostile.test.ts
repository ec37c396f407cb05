import { DuckDBInstance, type DuckDBValue } from "@duckdb/node-api"
import { PGlite } from "@electric-sql/pglite"
import initSqlJs, { type SqlValue } from "sql.js"
import { describe, expect, test } from "vitest"
import { customers } from "../../../src/desk.ts"
import { defineSchema, field, parseFilter } from "../../../src/index.ts"
import { type DialectName, dialects, sqlMapping, toSql } from "../../../src/sql.ts"
import { type Connection, type DialectOf, hostile, type LocalSuite, staysHarmless } from "./hostile.ts"

const dialectNames = Object.keys(dialects) as readonly DialectName[]
const read = (text: string) => parseFilter(customers, text)

describe("text from outside never becomes SQL", () => {
  const binary = (text: string) => `CAST(CONVERT(${text} USING utf8mb4) AS BINARY)`
  const nopad = "CONVERT(? USING utf8mb4) COLLATE utf8mb4_nopad_bin"

  /** The text of a filter with a value from outside. The value, $, is not in it. */
  const values: Readonly<Record<string, Readonly<Record<DialectName, string>>>> = {
    '{"state":"$"}': {
      postgres: '"state" = $1::text',
      mysql: `(\`state\` = ? AND ${binary("`state`")} = ${binary("?")})`,
      mariadb: `\`state\` = ${nopad}`,
      sqlite: "`state` = ? COLLATE BINARY",
      duckdb: '"state" COLLATE C = $1::VARCHAR',
      clickhouse: "`state` = {p1:String}",
    },
    '{"state":{"$ne":"$"}}': {
      postgres: '"state" IS DISTINCT FROM $1::text',
      mysql: `NOT (${binary("`state`")} <=> ${binary("?")})`,
      mariadb: `NOT (\`state\` <=> ${nopad})`,
      sqlite: "`state` IS NOT ? COLLATE BINARY",
      duckdb: '"state" COLLATE C IS DISTINCT FROM $1::VARCHAR',
      clickhouse: "(`state` IS NULL OR `state` <> {p1:String})",
    },
    '{"state":{"$gt":"$"}}': {
      postgres: '"state" ~>~ $1::text',
      mysql: `${binary("`state`")} > ${binary("?")}`,
      mariadb: `\`state\` > ${nopad}`,
      sqlite: "`state` > ? COLLATE BINARY",
      duckdb: '"state" COLLATE C > $1::VARCHAR',
      clickhouse: "`state` > {p1:String}",
    },
    '{"state":{"$in":["$"]}}': {
      postgres: '"state" = ANY($1::text[])',
      mysql: `(\`state\` IN (?) AND ${binary("`state`")} IN (${binary("?")}))`,
      mariadb: `\`state\` IN (${nopad})`,
      sqlite: "`state` COLLATE BINARY IN (SELECT value FROM json_each(?))",
      duckdb: '"state" COLLATE C IN ($1::VARCHAR)',
      clickhouse: "`state` IN {p1:Array(String)}",
    },
    '{"state":{"$nin":["$",null]}}': {
      postgres: '"state" <> ALL($1::text[])',
      mysql: `${binary("`state`")} NOT IN (${binary("?")})`,
      mariadb: `\`state\` NOT IN (${nopad})`,
      sqlite: "`state` COLLATE BINARY NOT IN (SELECT value FROM json_each(?))",
      duckdb: '"state" COLLATE C NOT IN ($1::VARCHAR)',
      clickhouse: "`state` NOT IN {p1:Array(String)}",
    },
    '{"state":{"$contains":"$"}}': {
      postgres: 'strpos("state", $1::text) > 0',
      mysql: `LOCATE(${binary("?")}, ${binary("`state`")}) > 0`,
      mariadb: `LOCATE(${nopad}, \`state\`) > 0`,
      sqlite: "instr(`state`, ?) > 0",
      duckdb: 'instr("state" COLLATE C, $1::VARCHAR) > 0',
      clickhouse: "position(`state`, {p1:String}) > 0",
    },
  }

  for (const [filter, texts] of Object.entries(values)) {
    test.each(dialectNames)(`the value of ${filter} in %s`, (name) => {
      const text = filter.replace('"$"', () => JSON.stringify(hostile))
      expect(toSql<unknown>(read(text), dialects[name]).text).toBe(texts[name])
    })
  }

  /** The hostile name in quotes, and the placeholder of an integer. */
  const inDoubleQuotes = `"x""'\`\\; DROP TABLE customers; -- {p1:String} $1 ?"`
  const inBackticks = `\`x"'\`\`\\; DROP TABLE customers; -- {p1:String} $1 ?\``
  const names: Readonly<Record<DialectName, readonly [quoted: string, value: string]>> = {
    postgres: [inDoubleQuotes, "$1::bigint"],
    mysql: [inBackticks, "CAST(? AS SIGNED)"],
    mariadb: [inBackticks, "CAST(? AS SIGNED)"],
    // SQLite reads a name in double quotes as a text if there is no such column.
    sqlite: [inBackticks, "?"],
    duckdb: [inDoubleQuotes, "$1::BIGINT"],
    // A backslash would escape the quote.
    clickhouse: [`\`x"'\`\`\\\\; DROP TABLE customers; -- {p1:String} $1 ?\``, "{p1:Int64}"],
  }

  test.each(dialectNames)("a name cannot end its quotes in %s, whichever they are", (name) => {
    const { identifier } = dialects[name]
    const opening = identifier("x").charAt(0)
    const closing = identifier("x").slice(-1)
    expect(identifier("x")).toBe(`${opening}x${closing}`)
    expect(identifier(`a${closing}b`)).toBe(`${opening}a${closing}${closing}b${closing}`)
  })

  type Exists = (here: string, there: string, alias: string, value: string) => string
  const standardExists: Exists = (here, there, alias, value) =>
    `EXISTS (SELECT 1 FROM ${here} AS ${alias} WHERE ${there} = ${here} AND ${there} = ${value})`
  const exists: Readonly<Record<DialectName, Exists>> = {
    postgres: standardExists,
    mysql: standardExists,
    mariadb: standardExists,
    sqlite: standardExists,
    duckdb: standardExists,
    clickhouse: (here, there, alias, value) =>
      `ifNull(${here} GLOBAL IN (SELECT ${there} FROM ${here} AS ${alias} WHERE ${there} = ${value}), 0)`,
  }

  test.each(dialectNames)("names of fields, columns, tables and relations in %s", (name) => {
    const [quoted, value] = names[name]
    const dialect = dialects[name]
    const schema = defineSchema({
      [hostile]: field.integer(),
      [`${hostile}r`]: field.many({ [hostile]: field.integer() }),
    })
    const mapping = sqlMapping(schema, {
      table: hostile,
      relations: { [`${hostile}r`]: { table: [hostile, hostile], on: { [hostile]: hostile } } },
    } as never)
    const byName = parseFilter(schema, `{${JSON.stringify(hostile)}:1}`)
    const byPath = parseFilter(schema, `{${JSON.stringify(`${hostile}r.${hostile}`)}:1}`)
    expect(toSql<unknown>(byName, dialect).text).toBe(`${quoted} = ${value}`)
    expect(toSql<unknown>(byName, dialect, mapping).text).toBe(`${quoted}.${quoted} = ${value}`)
    const alias = dialect.identifier("related")
    const here = `${quoted}.${quoted}`
    const there = `${alias}.${quoted}`
    expect(toSql<unknown>(byPath, dialect, mapping).text).toBe(exists[name](here, there, alias, value))
  })
})

/** Opens a database for each dialect that an engine of `npm test` runs. */
const connections: Readonly<Record<DialectOf<LocalSuite>, () => Promise<Connection>>> = {
  async postgres() {
    const database = new PGlite()
    return {
      async run(statement, values) {
        const { rows } = await database.query(statement, values as unknown[], { rowMode: "array" })
        return (rows as unknown[][]).map(([id]) => Number(id))
      },
      close: () => database.close(),
    }
  },
  async sqlite() {
    const { Database } = await initSqlJs()
    const database = new Database()
    return {
      async run(statement, values) {
        const [result] = database.exec(statement, values as SqlValue[])
        return (result?.values ?? []).map(([id]) => Number(id))
      },
      async close() {
        database.close()
      },
    }
  },
  async duckdb() {
    const instance = await DuckDBInstance.create(":memory:")
    const database = await instance.connect()
    return {
      async run(statement, values) {
        const result = await database.runAndReadAll(statement, values as DuckDBValue[])
        return result.getRows().map(([id]) => Number(id))
      },
      async close() {
        database.closeSync()
        instance.closeSync()
      },
    }
  },
}

for (const [name, open] of Object.entries(connections)) staysHarmless(name as DialectOf<LocalSuite>, open)

test("a missing column is an error in SQLite, and not a text", async () => {
  const { Database } = await initSqlJs()
  const database = new Database()
  database.run("CREATE TABLE c (id INTEGER); INSERT INTO c VALUES (1)")
  for (const text of ['{"state":"state"}', '{"state":{"$ne":"deleted"}}', '{"deletedAt":{"$ne":null}}']) {
    const condition = toSql(read(text), dialects.sqlite)
    expect(() => database.exec(`SELECT id FROM c WHERE ${condition.text}`, condition.values as [])).toThrow(
      /no such column/,
    )
  }
})
