import { describe, expect, test } from "vitest"
import { defineSchema, field } from "../../../../src/index.ts"
import { duckdb, inspectMapping, sqlMapping } from "../../../../src/sql.ts"

const tickets = defineSchema({
  id: field.integer({ nullable: false }),
  state: field.enum(["open", "closed"]),
  title: field.string(),
  ref: field.uuid(),
  users: field.many({ name: field.string() }),
})
const related = sqlMapping(tickets, {
  table: ["main", "tickets"],
  columns: { ref: { type: "UUID" }, title: { type: "TEXT", collation: "NOCASE" } },
  relations: { users: { table: "people", on: { id: "ticket_id" } } },
})

const column = (name: string, type: string, table: string, is_view = false) => ({
  name,
  type,
  nullable: name !== "id",
  table_oid: table,
  is_view,
})
const people = [column("name", "VARCHAR", "2", true), column("ticket_id", "BIGINT", "2", true)]

/** What DuckDB answers, by a value of the statement. */
const answers: Readonly<Record<string, readonly object[]>> = {
  tickets: [
    column("id", "INTEGER", "1"),
    column("state", "ENUM('open', 'it''s')", "1"),
    column("title", "VARCHAR", "1"),
    column("ref", "VARCHAR", "1"),
  ],
  people,
  "1": [
    { name: "tickets_pkey", keys: "[id]" },
    { name: "quoted", keys: `['"title"']` },
    { name: "two", keys: "[ref, id]" },
  ],
}

test("a mapping is compared with the catalog of DuckDB", async () => {
  const { findings, mapping } = await inspectMapping(
    duckdb,
    related,
    (_, [name]) => answers[String(name)] ?? [],
  )
  expect(findings.map(({ code, message }) => [code, message])).toEqual([
    ["enum-value-missing", expect.stringContaining('"closed"')],
    ["type-differs", expect.stringContaining('"UUID"')],
    ["enum-value-unlisted", expect.stringContaining(`"it's"`)],
    ["no-index", "No index serves $eq, $in"],
  ])
  expect(findings.at(-1)?.hint).toBe('CREATE INDEX "tickets_state" ON "main"."tickets" ("state")')
  expect([...(mapping?.columns ?? [])].map(([{ name }, { type }]) => [name, type])).toEqual([
    ["id", "INTEGER"],
    ["state", "ENUM('open', 'it''s')"],
    ["title", "VARCHAR"],
    ["ref", "VARCHAR"],
    ["users.name", "VARCHAR"],
  ])
})

describe("the catalog of DuckDB", () => {
  const inspect = async (type: string | undefined, columns: readonly object[]) => {
    const mapping = sqlMapping(defineSchema({ v: field.opaque() }), {
      table: "t",
      columns: { v: type === undefined ? {} : { type } },
    })
    const run = (_: string, [name]: readonly unknown[]) => (name === "t" ? columns : [])
    const inspection = await inspectMapping(duckdb, mapping, run)
    return { ...inspection, codes: inspection.findings.map(({ code }) => code) }
  }

  test("a table that the database does not have", async () => {
    const { findings, mapping } = await inspect(undefined, [])
    expect(findings.map(({ code, message }) => [code, message])).toEqual([
      ["missing-table", 'The database has no table or view "t", or its user may not see it'],
    ])
    expect(mapping).toBeUndefined()
  })

  test("a driver that changes the names of an answer's columns", async () => {
    const { codes, mapping } = await inspect(undefined, [{ NAME: "v", TYPE: "BLOB", TABLE_OID: "1" }])
    expect(codes).toEqual(["missing-column"])
    expect(mapping).toBeUndefined()
  })

  test.each([
    ["blob", "BLOB", []],
    ["BIT", "BLOB", ["type-differs"]],
    ["VARCHAR", "BLOB", ["type-differs"]],
    ["BLOB", "VARCHAR", ["type-differs"]],
    ["TEXT", "VARCHAR", []],
  ])("the type %s is declared for a column of type %s", async (declared, actual, codes) => {
    expect((await inspect(declared, [column("v", actual, "1")])).codes).toEqual(codes)
  })

  test.each([
    ["BIGINT", 0],
    ["UTINYINT", 0],
    ["VARCHAR", 1],
    ["DOUBLE", 0],
    ["DECIMAL(18,3)", 0],
    ["UUID", 1],
  ])("a key of integers and one of type %s", async (type, findings) => {
    const key = column("ticket_id", type, "2")
    const run = (_: string, [name]: readonly unknown[]) =>
      name === "people" ? [column("name", "VARCHAR", "2"), key] : (answers[String(name)] ?? [])
    const { findings: all } = await inspectMapping(duckdb, related, run)
    expect(all.filter(({ code }) => code === "relation-keys")).toHaveLength(findings)
  })
})
