import initSqlJs, { type SqlValue } from "sql.js"
import { afterAll, beforeAll, expect, test } from "vitest"
import { defineSchema, field, type Schema } from "../../../../src/index.ts"
import { type InspectOptions, inspectMapping, sqlite, sqlMapping } from "../../../../src/sql.ts"

const days = defineSchema({ day: field.date(), closed: field.boolean(), secret: field.opaque() })
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
    CREATE TABLE days (day TEXT, closed BOOLEAN, secret BLOB);
    INSERT INTO days VALUES (NULL, NULL, NULL), ('2024-01-31', 1, x'00');
    CREATE TABLE loose_days (day TEXT, closed BOOLEAN, secret);
    INSERT INTO loose_days VALUES ('2024-01-31', 0, 1), ('2024-1-31', 2, 'x');
    CREATE TABLE lax (id INTEGER, name ANY);
    CREATE TABLE strict (id INTEGER, name ANY) STRICT;
    CREATE VIEW names AS SELECT id, name || '!' AS name FROM Keyed`)
})
afterAll(() => database.close())

async function inspect(table: NonNullable<InspectOptions["table"]>, schema: Schema = people) {
  const { findings, mapping } = await inspectMapping(
    sqlite,
    sqlMapping(schema),
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

test.each([
  ["INTEGER", "INT", []],
  ["INTEGER", "BIGINT", []],
  ["INTEGER", "NUMERIC", []],
  ["TEXT", "VARCHAR(36)", []],
  ["BLOB", "BLOB", []],
  ["INTEGER", "TEXT", ["relation-keys"]],
  ["TEXT", "BLOB", ["relation-keys"]],
])("a key of %s and %s", async (own, foreign, codes) => {
  const other = new (await initSqlJs()).Database()
  other.run(`CREATE TABLE t (id ${own}); CREATE TABLE m (owner ${foreign}, v TEXT)`)
  const schema = defineSchema({ many: field.many({ v: field.string() }) })
  const mapping = sqlMapping(schema, {
    table: "t",
    relations: { many: { table: "m", on: { id: "owner" } } },
  })
  const { findings } = await inspectMapping(sqlite, mapping, (text, values) => {
    const [{ columns, values: rows } = { columns: [], values: [] }] = other.exec(text, values as SqlValue[])
    return rows.map((row) => Object.fromEntries(row.map((value, i) => [columns[i], value])))
  })
  other.close()
  expect(findings.map(({ code }) => code).filter((code) => code === "relation-keys")).toEqual(codes)
})

test("the type ANY keeps values as they are in a STRICT table only", async () => {
  const { columns } = await inspect("strict")
  expect(columns[1]).toEqual({ name: "name", type: "ANY STRICT", collation: undefined })
  const { found } = await inspect("lax")
  expect(found.map(([code]) => code)).toContain("column-type")
})

test("values that a field does not have are found, and an opaque field has any", async () => {
  const codes = async (table: string) => {
    const { found } = await inspect(table, days)
    return found.flatMap(([code, message]) => (code === "stored-values" ? [message] : []))
  }
  expect(await codes("days")).toEqual([])
  expect(await codes("loose_days")).toEqual([
    "Among the first 1000 rows is a value, of type text, that a field of type date does not have in SQLite",
    "Among the first 1000 rows is a value, of type integer, that a field of type boolean does not have in SQLite",
  ])
})
