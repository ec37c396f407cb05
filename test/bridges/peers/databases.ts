import initSqlJs, { type SqlValue } from "sql.js"
import type { FieldTypeName } from "../../../src/index.ts"
import type { Person } from "../../conformance/people.ts"
import { people } from "../../conformance/people.ts"
import { freshPglite } from "../../fresh-pglite.ts"
import { type Form, inForm, postgresRows, sqliteRows } from "./forms.ts"

/** A database with the records in tables. */
export interface Database {
  readonly name: "SQLite" | "PostgreSQL"
  readonly form: Form
  load(records: readonly Person[]): Promise<void>
  /** The column `id` of the rows. */
  ids(query: string, values: Parameters): Promise<readonly number[]>
  close(): Promise<void>
}

/** Values by position, or by the name of the parameter. */
export type Parameters = readonly unknown[] | Readonly<Record<string, unknown>>

const scalars = [...people.fields.values()]
const columnsOf = (relation: string | undefined) =>
  scalars.filter((field) => field.relation?.name === relation)

/** The table of each relation, and of the records. A related row has the id of its record in `person`. */
const tables = [
  { name: "people", key: [], relation: undefined },
  { name: "tags", key: ["person"], relation: "tags" },
  { name: "company", key: ["person"], relation: "company" },
] as const

type ColumnTypes = Readonly<Record<FieldTypeName, string>>

function createTables(types: ColumnTypes): string {
  const statements = tables.map(({ name, key, relation }) => {
    const columns = columnsOf(relation).map(({ property, type }) => `"${property}" ${types[type]}`)
    return `CREATE TABLE "${name}" (${[...key.map((column) => `"${column}" ${types.integer}`), ...columns].join()})`
  })
  // For peers that know one table only: the fields of the relation to one are columns, with the dot in their names.
  const flat = columnsOf("company").map(({ name, property }) => `company."${property}" AS "${name}"`)
  return [
    ...statements,
    `CREATE VIEW "flat" AS SELECT people.*, ${flat.join()} FROM people LEFT JOIN company ON company.person = people.id`,
  ].join(";\n")
}

/** The rows of each table. */
function rowsOf(records: readonly Person[], form: Form): ReadonlyMap<string, readonly unknown[][]> {
  const row = (relation: string | undefined, record: object, key: readonly unknown[] = []) => [
    ...key,
    ...columnsOf(relation).map((field) =>
      inForm(form, field, (record as Readonly<Record<string, unknown>>)[field.property] ?? null),
    ),
  ]
  return new Map([
    ["people", records.map((record) => row(undefined, record))],
    ["tags", records.flatMap(({ id, tags = [] }) => tags.map((tag) => row("tags", tag, [id])))],
    ["company", records.flatMap(({ id, company }) => (company ? [row("company", company, [id])] : []))],
  ])
}

const sqliteTypes: ColumnTypes = {
  integer: "INTEGER",
  number: "REAL",
  string: "TEXT",
  boolean: "INTEGER",
  enum: "TEXT",
  datetime: "TEXT",
  reference: "INTEGER",
  opaque: "TEXT",
  uuid: "TEXT",
  decimal: "REAL",
  date: "TEXT",
}

/** SQLite in WebAssembly. It has a function for REGEXP, which SQLite leaves to programs. */
export async function openSqlite(): Promise<Database> {
  const { Database } = await initSqlJs()
  const database = new Database()
  database.create_function("regexp", (pattern: string, value: unknown) =>
    typeof value === "string" ? Number(new RegExp(pattern).test(value)) : null,
  )
  database.run(createTables(sqliteTypes))
  return {
    name: "SQLite",
    form: sqliteRows,
    async load(records) {
      for (const [table, rows] of rowsOf(records, sqliteRows)) {
        database.run(`DELETE FROM "${table}"`)
        for (const row of rows)
          database.run(`INSERT INTO "${table}" VALUES (${row.map(() => "?").join()})`, row as SqlValue[])
      }
    },
    async ids(query, values) {
      const [result] = database.exec(query, values as SqlValue[])
      return (result?.values ?? []).map(([id]) => Number(id))
    },
    async close() {
      database.close()
    },
  }
}

const postgresTypes: ColumnTypes = {
  integer: "bigint",
  number: "double precision",
  string: 'text COLLATE "C"',
  boolean: "boolean",
  enum: "text",
  datetime: "timestamptz",
  reference: "bigint",
  opaque: "text",
  uuid: "uuid",
  decimal: "numeric",
  date: "date",
}

/** PostgreSQL in WebAssembly. */
export async function openPostgres(): Promise<Database> {
  const database = await freshPglite()
  await database.exec(createTables(postgresTypes))
  return {
    name: "PostgreSQL",
    form: postgresRows,
    async load(records) {
      for (const [table, rows] of rowsOf(records, postgresRows)) {
        await database.exec(`DELETE FROM "${table}"`)
        for (const row of rows) {
          const places = row.map((_, i) => `$${i + 1}`)
          await database.query(`INSERT INTO "${table}" VALUES (${places.join()})`, row)
        }
      }
    },
    async ids(query, values) {
      const { rows } = await database.query<{ readonly id: unknown }>(query, values as unknown[])
      return rows.map(({ id }) => Number(id))
    },
    close: () => database.close(),
  }
}
