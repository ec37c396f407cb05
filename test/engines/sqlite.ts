import initSqlJs, { type SqlValue } from "sql.js"
import type { FieldTypeName } from "../../src/index.ts"
import { type DatetimeStorage, dialects, type Collation as MappedCollation, toSql } from "../../src/sql.ts"
import type { Engine } from "./engine.ts"
import { type ColumnTypes, columnDefinitions, mappingOf, rowsOf, tableNames, tables } from "./tables.ts"

/** The declared collation of the text columns. A condition must not depend on it. */
export type Collation = "BINARY" | "NOCASE" | "RTRIM"

/** A database that a driver has opened. */
export interface SqliteDatabase {
  run(statement: string, values?: readonly SqlValue[]): unknown
  /** The column `id` of the rows. */
  ids(query: string, values: readonly unknown[]): Promise<readonly unknown[]>
  close(): unknown
}

/** SQLite, compiled to WebAssembly. */
async function openSqlJs(): Promise<SqliteDatabase> {
  const { Database } = await initSqlJs()
  const database = new Database()
  return {
    run: (statement, values) => database.run(statement, values as SqlValue[]),
    async ids(query, values) {
      const [result] = database.exec(query, values as SqlValue[])
      return (result?.values ?? []).map(([id]) => id)
    },
    close: () => database.close(),
  }
}

/** SQLite, through a driver. */
export async function openSqlite(
  datetimeStorage: DatetimeStorage = "iso-millis",
  collation: Collation = "BINARY",
  mapped?: MappedCollation,
  open: () => Promise<SqliteDatabase> = openSqlJs,
): Promise<Engine> {
  const backend = "sqlite"
  const database = await open()
  const mapping = mappingOf(datetimeStorage, mapped, 2)
  const text = `TEXT COLLATE ${collation}`
  const types: ColumnTypes = {
    integer: "INTEGER",
    number: "REAL",
    string: text,
    boolean: "INTEGER",
    enum: text,
    datetime: datetimeStorage === "iso-millis" ? text : "INTEGER",
    reference: "INTEGER",
    opaque: text,
    uuid: text,
    decimal: text,
    date: text,
  }
  for (const table of tableNames)
    await database.run(`CREATE TABLE "${table}" (${columnDefinitions(table, types, '"')})`)

  const asIs = (value: unknown) => value as SqlValue
  /** What a column holds of a value that is not null. */
  const stored: Readonly<Record<FieldTypeName, (value: unknown) => SqlValue>> = {
    integer: asIs,
    number: asIs,
    string: asIs,
    boolean: Number,
    enum: asIs,
    datetime: (value) => storedDatetimes[datetimeStorage](String(value)),
    reference: asIs,
    opaque: asIs,
    uuid: asIs,
    decimal: asIs,
    date: asIs,
  }

  return {
    backend,
    name: "sql.js",
    lacks: "decimal",
    async load(records) {
      const rows = rowsOf(records)
      for (const table of tableNames) {
        const columns = tables[table]
        await database.run(`DELETE FROM "${table}"`)
        for (const row of rows[table]) {
          await database.run(
            `INSERT INTO "${table}" VALUES (${row.map(() => "?").join()})`,
            columns.map(({ field }, i) => (row[i] === null ? null : stored[field.type](row[i]))),
          )
        }
      }
    },
    async find(filter) {
      const { text, values } = toSql(filter, dialects[backend], mapping)
      const ids = await database.ids(`SELECT id FROM people WHERE ${text} ORDER BY id`, values)
      return ids.map(Number)
    },
    async close() {
      await database.close()
    },
  }
}

/** What each kind of column holds of a date-time. */
const storedDatetimes: Readonly<Record<DatetimeStorage, (iso: string) => SqlValue>> = {
  "iso-millis": (iso) => new Date(iso).toISOString(),
  "iso-seconds": (iso) => `${new Date(iso).toISOString().slice(0, 19)}Z`,
  sqlite: (iso) => new Date(iso).toISOString().slice(0, 19).replace("T", " "),
  date: (iso) => new Date(iso).toISOString().slice(0, 10),
  "epoch-seconds": (iso) => Math.floor(new Date(iso).getTime() / 1000),
  "epoch-millis": (iso) => new Date(iso).getTime(),
  "epoch-micros": (iso) => {
    const micros = /\.\d{3}(\d{1,3})/.exec(iso)?.[1] ?? ""
    return String(BigInt(new Date(iso).getTime()) * 1000n + BigInt(micros.padEnd(3, "0")))
  },
}
