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

/** What is found in a database that these statements make, without the operators that no index serves. */
async function foundIn(statements: string, schema: Schema, options: object) {
  const other = new (await initSqlJs()).Database()
  other.run(statements)
  const run = (text: string, values: readonly unknown[]) => {
    const [{ columns, values: rows } = { columns: [], values: [] }] = other.exec(text, values as SqlValue[])
    return rows.map((row) => Object.fromEntries(row.map((value, i) => [columns[i], value])))
  }
  const { findings, mapping } = await inspectMapping(sqlite, sqlMapping(schema, options), run)
  const hints = findings.flatMap(({ code, hint = "" }) => (/index/.test(code) ? [hint] : []))
  for (const hint of hints) other.run(hint)
  const after = await inspectMapping(sqlite, sqlMapping(schema, options), run)
  other.close()
  const codes = findings.flatMap(({ code }) => (/index/.test(code) ? [] : [code]))
  const left = after.findings.filter(({ code }) => /index/.test(code))
  return { codes, hints, left, mapping }
}

const notes = defineSchema({ many: field.many({ v: field.opaque() }) })
const relations = { many: { table: "m", on: { id: "owner" } } }

test.each([
  ["INTEGER", "INT", []],
  ["INTEGER", "BIGINT", []],
  ["INTEGER", "NUMERIC", []],
  ["INTEGER COLLATE NOCASE", "INTEGER", []],
  ["TEXT", "VARCHAR(36)", []],
  ["TEXT COLLATE NOCASE", "TEXT COLLATE NOCASE", []],
  ["BLOB", "BLOB", []],
  ["INTEGER", "", []],
  ["", "TEXT", []],
  ["INTEGER", "TEXT", ["relation-keys"]],
  ["TEXT", "BLOB", ["relation-keys"]],
  ["TEXT COLLATE NOCASE", "TEXT", ["relation-keys"]],
  ["TEXT COLLATE NOCASE", "TEXT COLLATE RTRIM", ["relation-keys"]],
])("a key of %s and %s", async (own, foreign, codes) => {
  const statements = `CREATE TABLE t (id ${own}); CREATE TABLE m (owner ${foreign}, v TEXT)`
  const found = await foundIn(statements, notes, { table: "t", relations })
  expect(found.codes).toEqual(codes)
  expect(found.hints).toEqual(["CREATE INDEX `m_owner` ON `m` (`owner`)"])
  expect(found.left).toEqual([])
})

test("a text that is no UUID with hyphens is found", async () => {
  const schema = defineSchema({ ref: field.uuid() })
  const codesFor = async (text: string, lowerCase?: true) =>
    (
      await foundIn(`CREATE TABLE t (ref char(36)); INSERT INTO t VALUES ('${text}')`, schema, {
        table: "t",
        columns: { ref: { lowerCase } },
      })
    ).codes
  expect(await codesFor("018FD1B1-7C2E-7B3A-9D4E-5F60718293A4")).toEqual([])
  expect(await codesFor("018FD1B1-7C2E-7B3A-9D4E-5F60718293A4", true)).toEqual(["stored-values"])
  expect(await codesFor("018fd1b1-7c2e-7b3a-9d4e-5f60718293a4", true)).toEqual([])
  expect(await codesFor("018fd1b17c2e7b3a9d4e5f60718293a4")).toEqual(["stored-values"])
  expect(await codesFor("{018fd1b1-7c2e-7b3a-9d4e-5f60718293a4}")).toEqual(["stored-values"])
})

test("the hints create indexes with free names, in the schema of the table", async () => {
  const attached = await foundIn(
    "ATTACH ':memory:' AS aux; CREATE TABLE aux.t (id INTEGER NOT NULL, name TEXT)",
    people,
    {
      table: ["aux", "t"],
    },
  )
  expect(attached.hints).toEqual([
    "CREATE INDEX `aux`.`t_id` ON `t` (`id`)",
    "CREATE INDEX `aux`.`t_name` ON `t` (`name` COLLATE BINARY)",
  ])
  expect(attached.left).toEqual([])
  const taken = await foundIn(
    "CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT COLLATE NOCASE, x); CREATE INDEX t_name ON t (x, name)",
    people,
    { table: "t" },
  )
  expect(taken.hints).toEqual([
    "CREATE INDEX `t_name_2` ON `t` (`name`)",
    "CREATE INDEX `t_name_binary` ON `t` (`name` COLLATE BINARY)",
  ])
  expect(taken.left).toEqual([])
})

test("a column for the number of the row", async () => {
  const rows = (declared: string, column = "rowid") =>
    foundIn(`CREATE TABLE t ${declared}`, defineSchema({ id: field.integer({ nullable: false }) }), {
      table: "t",
      columns: { id: column },
    })
  for (const name of ["rowid", "OID", "_rowid_"])
    expect(await rows("(name TEXT)", name)).toMatchObject({ codes: [], hints: [] })
  expect((await rows("(name TEXT PRIMARY KEY) WITHOUT ROWID")).codes).toEqual(["missing-column"])
  expect((await rows("(rowid INTEGER)")).codes).toEqual(["nullable-column"])
})

test.each([
  ["(id INTEGER, PRIMARY KEY (id))", []],
  ["(id INT PRIMARY KEY)", ["nullable-column"]],
  ["(id INT PRIMARY KEY) WITHOUT ROWID", []],
  ["(id INT PRIMARY KEY) STRICT", []],
  ["(id INT NOT NULL)", []],
])("a key in %s", async (declared, codes) => {
  const schema = defineSchema({ id: field.integer({ nullable: false }) })
  expect((await foundIn(`CREATE TABLE t ${declared}`, schema, { table: "t" })).codes).toEqual(codes)
})

test("a view that cannot be read is missing, and a temporary view comes before a table", async () => {
  const broken = "CREATE TABLE t (id INTEGER); CREATE VIEW v AS SELECT id, name FROM t"
  expect((await foundIn(broken, people, { table: "v" })).codes).toEqual(["missing-table"])
  const temporary =
    "CREATE TABLE t (id INTEGER, name TEXT); CREATE TEMP VIEW t AS SELECT 1 AS id, 'a' AS name"
  expect(await foundIn(temporary, people, { table: "t" })).toMatchObject({
    codes: [],
    hints: [],
  })
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
