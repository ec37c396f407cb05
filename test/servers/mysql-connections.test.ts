import { createConnection, type RowDataPacket } from "mysql2/promise"
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest"
import { defineSchema, field, parseFilter } from "../../src/index.ts"
import { inspectMapping, mariadb, mysql, sqlMapping, toSql } from "../../src/sql.ts"
import { createSchema } from "./mariadb.ts"

const schema = defineSchema({ name: field.string() })
const mapping = sqlMapping(schema, { table: "people" })

/** Neither latin1 nor utf8mb3 has the last character. */
const NAMES = ["Zoë", "Zo?", "Zo😀"]

describe("connections to MariaDB", () => {
  let database: Awaited<ReturnType<typeof createSchema>>
  beforeAll(async () => {
    database = await createSchema()
    await database.connection.query("CREATE TABLE people (name VARCHAR(20) CHARACTER SET utf8mb4)")
    for (const name of NAMES) await database.connection.execute("INSERT INTO people VALUES (?)", [name])
  })
  afterAll(() => database.drop())

  /** What a filter for each name finds, and what an inspection says, through a connection in a character set. */
  async function through(charset: string, dialect: typeof mariadb) {
    const connection = await createConnection({ ...inject("mariadb"), database: database.name, charset })
    try {
      const run = async (text: string, values: readonly unknown[]) => {
        const [rows] = await connection.execute<RowDataPacket[]>(text, values as string[])
        return rows
      }
      const { findings, mapping: inspected } = await inspectMapping(dialect, mapping, run)
      const found: Record<string, string[]> = {}
      for (const name of NAMES) {
        const filter = parseFilter(schema, JSON.stringify({ name }))
        const { text, values } = toSql(filter, dialect, inspected ?? mapping)
        const rows = await run(`SELECT HEX(name) AS name FROM people WHERE ${text}`, values)
        found[name] = rows.map((row) => Buffer.from(String(row.name), "hex").toString())
      }
      const warning = findings.find(({ code }) => code === "client-encoding")
      return { found, warning: warning?.message }
    } finally {
      await connection.end()
    }
  }

  test.each([mariadb, mysql])("$name: utf8mb4 finds each text", async (dialect) => {
    const { found, warning } = await through("utf8mb4", dialect)
    expect(found).toEqual({ Zoë: ["Zoë"], "Zo?": ["Zo?"], "Zo😀": ["Zo😀"] })
    expect(warning).toBeUndefined()
  })

  test.each([mariadb, mysql])("$name: latin1 finds another text, and a warning says so", async (dialect) => {
    const { found, warning } = await through("latin1", dialect)
    expect(found).toMatchObject({ Zoë: ["Zoë"], "Zo?": ["Zo?"] })
    expect(found["Zo😀"]).not.toEqual(["Zo😀"])
    expect(warning).toContain('"latin1"')
  })

  test.each([mariadb, mysql])("$name: utf8mb3 finds another text, and a warning says so", async (dialect) => {
    const { found, warning } = await through("utf8", dialect)
    expect(found).toMatchObject({ Zoë: ["Zoë"], "Zo?": ["Zo?"] })
    expect(found["Zo😀"]).not.toEqual(["Zo😀"])
    expect(warning).toContain('"utf8mb3"')
  })
})
