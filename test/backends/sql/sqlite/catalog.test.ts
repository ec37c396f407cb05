import initSqlJs, { type SqlValue } from "sql.js"
import { afterAll, beforeAll, expect, test } from "vitest"
import { defineSchema, field } from "../../../../src/index.ts"
import { type InspectOptions, inspectMapping, sqlite, sqlMapping } from "../../../../src/sql.ts"

const people = defineSchema({ id: field.integer({ nullable: false }), name: field.string() })

let database: Awaited<ReturnType<typeof open>>
const open = async () => new (await initSqlJs()).Database()
beforeAll(async () => {
  database = await open()
  database.run(`
    ATTACH ':memory:' AS archive;
    CREATE TABLE archive.people (id INTEGER PRIMARY KEY, name TEXT);
    CREATE UNIQUE INDEX archive.by_name ON people (name);
    CREATE TABLE Keyed (id INT NOT NULL, Name TEXT COLLATE NOCASE, PRIMARY KEY (id, Name)) WITHOUT ROWID;
    CREATE INDEX folded ON Keyed (lower(Name));
    CREATE INDEX loose ON Keyed (Name);
    CREATE VIEW names AS SELECT id, name || '!' AS name FROM Keyed`)
})
afterAll(() => database.close())

async function inspect(table: NonNullable<InspectOptions["table"]>) {
  const { findings, mapping } = await inspectMapping(
    sqlite,
    sqlMapping(people),
    (text, values) => {
      const statement = database.prepare(text, values as SqlValue[])
      const rows: object[] = []
      while (statement.step()) rows.push(statement.getAsObject())
      statement.free()
      return rows
    },
    { table },
  )
  const columns = [...(mapping?.columns.values() ?? [])].map(({ name, type, collation }) => ({
    name,
    type,
    collation,
  }))
  return { found: findings.map(({ code, message }) => [code, message]), columns }
}

test("a table of an attached database is read with its indexes", async () => {
  expect(await inspect(["archive", "people"])).toEqual({
    found: [],
    columns: [
      { name: "id", type: "INTEGER", collation: undefined },
      { name: "name", type: "TEXT", collation: undefined },
    ],
  })
})

test("names are compared without case, and a collation is recognised", async () => {
  const { found, columns } = await inspect("keyed")
  expect(columns[1]).toEqual({ name: "Name", type: "TEXT", collation: "nondeterministic" })
  // The index of NOCASE serves equality only.
  expect(found).toEqual([["no-index", "No index serves $lt, $lte, $gt, $gte"]])
})

test("a view has no indexes, and its expressions have no types", async () => {
  expect(await inspect("names")).toEqual({
    found: [],
    columns: [
      { name: "id", type: "INT", collation: undefined },
      { name: "name", type: undefined, collation: undefined },
    ],
  })
})
