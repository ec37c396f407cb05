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

export const sqliteProvocations: readonly Provocation[] = [
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
