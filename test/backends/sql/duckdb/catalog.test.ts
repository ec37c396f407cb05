import { expect, test } from "vitest"
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

test("the catalog of DuckDB", async () => {
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
