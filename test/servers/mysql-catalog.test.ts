import { createConnection, type RowDataPacket } from "mysql2/promise"
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest"
import { defineSchema, field, parseFilter, type Schema } from "../../src/index.ts"
import { inspectMapping, mariadb, mysql, sqlMapping, toSql } from "../../src/sql.ts"
import { createSchema } from "./mariadb.ts"

let database: Awaited<ReturnType<typeof createSchema>>
beforeAll(async () => {
  database = await createSchema()
})
afterAll(() => database.drop())

describe.each([mariadb, mysql])("the catalog, with the dialect $name", (dialect) => {
  const inspect = (schema: Schema, options: object, { connection } = database) =>
    inspectMapping(
      dialect,
      sqlMapping(schema, options),
      async (text, values) => (await connection.execute<RowDataPacket[]>(text, values as string[]))[0],
    )
  const codes = ({ findings }: Awaited<ReturnType<typeof inspect>>) =>
    findings.flatMap(({ severity, code }) => (severity === "error" ? [code] : []))

  test("a date-time that a view computes is one", async () => {
    const { connection } = database
    await connection.query("CREATE OR REPLACE TABLE moments (id INT, a DATETIME(3), b DATETIME)")
    await connection.query("CREATE OR REPLACE VIEW latest AS SELECT id, COALESCE(a, b) AS at FROM moments")
    await connection.query("INSERT INTO moments VALUES (1, '2024-01-31 09:30:00', NULL), (2, NULL, NULL)")
    const schema = defineSchema({ at: field.datetime() })
    const inspection = await inspect(schema, { table: "latest" })
    expect(codes(inspection)).toEqual([])
    const filter = parseFilter(schema, '{"at":"2024-01-31T09:30:00Z"}')
    const { text, values } = toSql(filter, dialect, inspection.mapping)
    const [rows] = await connection.execute<RowDataPacket[]>(
      `SELECT id FROM latest WHERE ${text}`,
      values as string[],
    )
    expect(rows).toEqual([{ id: 1 }])
  })

  test("what the user may not read is missing", async () => {
    const { connection, name } = database
    const user = `writer_${String(Date.now())}`
    await connection.query("CREATE OR REPLACE TABLE closed (id INT, name TEXT)")
    await connection.query(`CREATE USER ${user}@'%' IDENTIFIED BY 'secret'`)
    await connection.query(`GRANT INSERT ON ${name}.closed TO ${user}@'%'`)
    const writer = await createConnection({ ...inject("mariadb"), user, password: "secret", database: name })
    const schema = defineSchema({ name: field.string() })
    const seen = await inspect(schema, { table: "closed" }, { ...database, connection: writer })
    await writer.end()
    await connection.query(`DROP USER ${user}@'%'`)
    expect(codes(seen)).toEqual(["missing-table"])
  })

  test("a key of uuids and texts", async () => {
    const { connection } = database
    const id = "28dd2c79-55ce-426c-8828-000000000007"
    await connection.query("CREATE OR REPLACE TABLE people (id UUID)")
    await connection.query("CREATE OR REPLACE TABLE notes (owner CHAR(36), body TEXT)")
    await connection.query(`INSERT INTO people VALUES ('${id}')`)
    await connection.query(`INSERT INTO notes VALUES ('${id}', 'a'), ('no uuid', 'a')`)
    const schema = defineSchema({ notes: field.many({ body: field.string() }) })
    const relations = { notes: { table: "notes", on: { id: "owner" } } }
    const inspection = await inspect(schema, { table: "people", relations })
    expect(codes(inspection)).toEqual([])
    const { text, values } = toSql(parseFilter(schema, '{"notes.body":"a"}'), dialect, inspection.mapping)
    const [rows] = await connection.execute<RowDataPacket[]>(
      `SELECT id FROM people WHERE ${text}`,
      values as string[],
    )
    expect(rows).toEqual([{ id }])
  })
})
