import initSqlJs, { type SqlValue } from "sql.js"
import { defineSchema, field } from "../../src/index.ts"
import { inspectMapping, sqlite, sqlMapping } from "../../src/sql.ts"
import type { InspectedDatabase, Provocation } from "./provocation.ts"

/** An empty database in SQLite. */
export async function openSqliteCatalog(): Promise<InspectedDatabase> {
  const { Database } = await initSqlJs()
  const database = new Database()
  return {
    execute: async (statement) => {
      database.run(statement)
    },
    inspect: async (mapping) => {
      const { findings } = await inspectMapping(sqlite, mapping, (text, values) => {
        const statement = database.prepare(text, values as SqlValue[])
        const rows: unknown[] = []
        while (statement.step()) rows.push(statement.getAsObject())
        statement.free()
        return rows
      })
      return findings
    },
    close: async () => database.close(),
  }
}

const people = defineSchema({
  id: field.integer({ nullable: false }),
  name: field.string(),
  emails: field.many({ address: field.string() }),
})
const table = "people"
const named = sqlMapping(people, { table })
const emails = { table: "emails", on: { id: "person_id" } }
const related = sqlMapping(people, { table, relations: { emails } })
const createPeople = "CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT)"

const prices = defineSchema({ price: field.decimal() })

export const sqliteProvocations: readonly Provocation[] = [
  {
    code: "missing-scale",
    statements: ["CREATE TABLE prices (price INTEGER)"],
    mapping: sqlMapping(prices, { table: "prices" }),
    finding: { field: "price", column: "prices.price", message: "SQLite has no decimals" },
  },
  {
    code: "stored-values",
    statements: [
      "CREATE TABLE people (id INTEGER NOT NULL, name TEXT)",
      "INSERT INTO people VALUES ('x', NULL)",
    ],
    mapping: named,
    finding: {
      field: "id",
      column: "people.id",
      message:
        "Among the first 1000 rows is a value, of type text, that a field of type integer does not have in SQLite",
    },
  },
  {
    code: "unnamed-table",
    statements: [createPeople],
    mapping: sqlMapping(people),
    finding: {
      field: undefined,
      column: undefined,
      message: "The mapping does not name its table",
      hint: "pass its name in the option table",
    },
  },
  {
    code: "missing-table",
    statements: [],
    mapping: named,
    finding: {
      field: undefined,
      column: undefined,
      message: 'The database has no table or view "people", or its user may not see it',
      hint: "if it is an alias, pass the name of the table in the option table",
    },
  },
  {
    code: "missing-table",
    statements: [createPeople],
    mapping: related,
    finding: {
      field: undefined,
      column: undefined,
      message: 'The database has no table or view "emails", or its user may not see it',
      hint: 'create it, or correct the table of relation "emails"',
    },
  },
  {
    code: "missing-column",
    statements: ["CREATE TABLE people (id INTEGER PRIMARY KEY, names TEXT)"],
    mapping: named,
    finding: {
      field: "name",
      column: "people.name",
      message: 'Table "people" has no column "name", or the user may not see it',
      hint: 'did you mean "names"?',
    },
  },
  {
    code: "missing-column",
    statements: [createPeople, "CREATE TABLE emails (address TEXT)"],
    mapping: related,
    finding: {
      field: undefined,
      column: "emails.person_id",
      message: 'Table "emails" has no column "person_id", or the user may not see it',
      hint: "create the column, or correct its name in the mapping",
    },
  },
  {
    code: "relation-keys",
    statements: [createPeople, "CREATE TABLE emails (address TEXT, person_id TEXT)"],
    mapping: related,
    finding: {
      field: undefined,
      column: "emails.person_id",
      message:
        'The key of relation "emails" compares people.id of type INTEGER with emails.person_id of type TEXT',
      hint: "give both columns the same type and collation",
    },
  },
  {
    code: "database-encoding",
    statements: ["PRAGMA encoding = 'UTF-16le'", createPeople],
    mapping: named,
    finding: {
      field: undefined,
      column: undefined,
      message: 'The database has the encoding "UTF-16le", in which texts are not ordered by code point',
      hint: "create the database with PRAGMA encoding = 'UTF-8', its default",
    },
  },
  {
    code: "missing-scale",
    statements: ["CREATE TABLE orders (price DECIMAL(10,2))"],
    mapping: sqlMapping(defineSchema({ price: field.decimal() }), { table: "orders" }),
    finding: {
      field: "price",
      column: "orders.price",
      message: "SQLite has no decimals",
      hint: "keep amounts as integers of the smallest unit in a column of type INTEGER, and say so in the mapping: scale: 2 for cents",
    },
  },
  {
    code: "stored-values",
    statements: [
      "CREATE TABLE events (happened TEXT DEFAULT CURRENT_TIMESTAMP)",
      "INSERT INTO events DEFAULT VALUES",
    ],
    mapping: sqlMapping(defineSchema({ happened: field.datetime() }), {
      table: "events",
      datetimeStorage: "iso-millis",
    }),
    finding: {
      field: "happened",
      column: "events.happened",
      message:
        'Among the first 1000 rows is a value, of type text, that a field of type datetime with the datetimeStorage "iso-millis" does not have in SQLite',
      hint: "correct the value, set datetimeStorage, or map the expression strftime('%Y-%m-%dT%H:%M:%fZ', `happened`) with the type TEXT",
    },
  },
  {
    code: "stored-values",
    statements: ["CREATE TABLE orders (price INTEGER)", "INSERT INTO orders VALUES (NULL), (5), (19.99)"],
    mapping: sqlMapping(defineSchema({ price: field.decimal() }), {
      table: "orders",
      columns: { price: { scale: 2 } },
    }),
    finding: {
      field: "price",
      column: "orders.price",
      message:
        "Among the first 1000 rows is a value, of type real, that a field of type decimal with the scale 2 does not have in SQLite",
      hint: "correct the value, or say in the mapping how the column holds its values",
    },
  },
  {
    code: "stored-values",
    statements: [
      "CREATE TABLE files (ref TEXT)",
      "INSERT INTO files VALUES ('018FD1B1-7C2E-7B3A-9D4E-5F60718293A4')",
    ],
    mapping: sqlMapping(defineSchema({ ref: field.uuid() }), {
      table: "files",
      columns: { ref: { lowerCase: true } },
    }),
    finding: {
      field: "ref",
      column: "files.ref",
      message:
        "Among the first 1000 rows is a value, of type text, that a field of type uuid with lowerCase does not have in SQLite",
      hint: "correct the value, or say in the mapping how the column holds its values",
    },
  },
  {
    code: "stored-values",
    statements: [
      "CREATE TABLE people (id ANY, name TEXT) STRICT",
      "INSERT INTO people VALUES ('7', 'A'), ('x', 'B')",
    ],
    mapping: named,
    finding: {
      field: "id",
      column: "people.id",
      message:
        "Among the first 1000 rows is a value, of type text, that a field of type integer does not have in SQLite",
      hint: "correct the value, or say in the mapping how the column holds its values",
    },
  },
  {
    code: "no-index",
    statements: ["CREATE TABLE people (id TEXT PRIMARY KEY, name TEXT COLLATE NOCASE)"],
    mapping: named,
    finding: {
      field: "name",
      column: "people.name",
      message: "No index serves $eq, $in",
      hint: "CREATE INDEX `people_name` ON `people` (`name`)",
    },
  },
  {
    code: "type-differs",
    statements: ["CREATE TABLE people (id INTEGER PRIMARY KEY, name VARCHAR)"],
    mapping: sqlMapping(people, { table, columns: { name: { type: "TEXT" } } }),
    finding: {
      field: "name",
      column: "people.name",
      message: 'The mapping declares the type "TEXT", but the column has the type "VARCHAR"',
      hint: 'write type: "VARCHAR", or leave type out: the returned mapping has the column\'s type',
    },
  },
  {
    code: "collation-differs",
    statements: ["CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT COLLATE NOCASE)"],
    mapping: sqlMapping(people, { table, columns: { name: { collation: "binary" } } }),
    finding: {
      field: "name",
      column: "people.name",
      message: 'The mapping declares the collation "binary", but the column has "nondeterministic"',
      hint: "leave collation out: the returned mapping has the column's collation",
    },
  },
  {
    code: "expression-type",
    statements: [createPeople],
    mapping: sqlMapping(people, { table, columns: { name: { expression: "trim(name)" } } }),
    finding: {
      field: "name",
      column: "trim(name)",
      message: "The mapping does not declare the type of the expression, which the catalog does not know",
      hint: "set type to the type of the expression's value",
    },
  },
  {
    code: "nullable-column",
    statements: ["CREATE TABLE people (id INTEGER, name TEXT)"],
    mapping: named,
    finding: {
      field: "id",
      column: "people.id",
      message:
        "The column may be null, but the field is declared with nullable: false: no filter can ask for null",
      hint: "declare the column NOT NULL, or remove nullable: false from the field",
    },
  },
  {
    code: "relation-index",
    statements: [createPeople, "CREATE TABLE emails (address TEXT, person_id INTEGER)"],
    mapping: related,
    finding: {
      field: undefined,
      column: "emails.person_id",
      message: 'No index serves the key of relation "emails"',
      hint: "CREATE INDEX `emails_person_id` ON `emails` (`person_id`)",
    },
  },
  {
    code: "no-index",
    statements: [createPeople, "CREATE INDEX half ON people (name) WHERE name > 'm'"],
    mapping: named,
    finding: {
      field: "name",
      column: "people.name",
      message: "No index serves $eq, $lt, $lte, $gt, $gte, $in",
      hint: "CREATE INDEX `people_name` ON `people` (`name` COLLATE BINARY)",
    },
  },
]
