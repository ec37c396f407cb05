import type { Field, FieldTypeName } from "desk-filter"
import { sqlite, toSql } from "desk-filter/sql"
import initSqlJs, { type Database, type SqlValue } from "sql.js"
import wasmUrl from "sql.js/dist/sql-wasm-browser.wasm?url"
import { bytesOf } from "./bytes-of.ts"
import type { Engine } from "./engine.ts"
import { type Layout, mainRows, type Row, relatedRows, type TableColumn } from "./layout.ts"
import { mappingOf, type Scales } from "./mapping-of.ts"
import { quoted } from "./quoted.ts"
import { assertBigint, cannotHold, type Readable, readValue, secondDigits } from "./read-value.ts"

/** The types that a column has if the mapping does not say another one. */
const columnTypes: Readonly<Record<FieldTypeName, string>> = {
  integer: "INTEGER",
  number: "REAL",
  string: "TEXT",
  boolean: "INTEGER",
  enum: "TEXT",
  datetime: "TEXT",
  reference: "INTEGER",
  opaque: "TEXT",
  uuid: "TEXT",
  decimal: "INTEGER",
  date: "TEXT",
}

type Store = (value: Readable, field: Field, position: number, scales: Scales) => SqlValue

const same: Store = (value) => value as SqlValue

/** As text, which a column of integers turns into an integer: a double would lose digits. */
const integer: Store = (value, { name }, position) => {
  assertBigint(BigInt(value), name, position)
  return String(value)
}

const stores: Readonly<Record<FieldTypeName, Store>> = {
  integer,
  number: same,
  string: same,
  boolean: Number,
  enum: same,
  datetime: (value, { name }, position) => {
    if (secondDigits(String(value)) > 3)
      throw cannotHold(name, position, "the column holds milliseconds, and the value is finer")
    return new Date(String(value)).toISOString()
  },
  reference: integer,
  opaque: same,
  uuid: same,
  decimal: (value, field, position, scales) => {
    const [whole = "", fraction = ""] = String(value).split(".")
    return integer(BigInt(whole + fraction.padEnd(scales[field.name] ?? 0, "0")), field, position, scales)
  },
  date: same,
}

/** SQLite, compiled to WebAssembly. */
export async function openSqlite(): Promise<Engine> {
  const { Database } = await initSqlJs({ wasmBinary: await bytesOf(wasmUrl) })
  let database = new Database()
  let scales: Scales = {}

  const fill = (
    to: Database,
    table: string,
    columns: readonly TableColumn[],
    rows: readonly Row[],
    isKey: boolean,
    key: string,
    reference = "",
  ) => {
    const definitions = columns.map(({ name, field }) => `${quoted(name)} ${columnTypes[field.type]}`)
    const keyDefinition = `${quoted(key)} INTEGER ${isKey ? "PRIMARY KEY" : `NOT NULL ${reference}`}`
    to.run(`CREATE TABLE ${quoted(table)} (${[keyDefinition, ...definitions].join(", ")})`)
    const insert = to.prepare(
      `INSERT INTO ${quoted(table)} VALUES (${["?", ...columns.map(() => "?")].join()})`,
    )
    for (const row of rows) {
      const values = columns.map(({ field }, index) => {
        const value = readValue(row.values[index], field, row.key)
        return value === null ? null : stores[field.type](value, field, row.key, scales)
      })
      insert.run([row.key, ...values])
    }
    insert.free()
  }

  return {
    async load(layout, records) {
      database.close()
      database = new Database()
      scales = scalesOf(layout, records)
      database.run("PRAGMA foreign_keys = ON")
      database.run("BEGIN")
      const { table, key, columns } = layout
      fill(database, table, columns, mainRows(layout, records), true, key)
      const reference = `REFERENCES ${quoted(table)} (${quoted(key)})`
      for (const related of layout.related)
        fill(
          database,
          related.table,
          related.columns,
          relatedRows(related, records),
          !related.isMany,
          related.key,
          reference,
        )
      database.run("COMMIT")
    },
    condition: (layout, filter) => toSql(filter, sqlite, mappingOf(layout, scales)),
    async keys(statement, values) {
      const [result] = database.exec(statement, values as SqlValue[])
      return (result?.values ?? []).map(([key]) => Number(key))
    },
  }
}

/** SQLite holds a decimal as an integer, which counts units of the last digit that occurs. */
function scalesOf(layout: Layout, records: readonly Record<string, unknown>[]): Scales {
  const tables = [
    { columns: layout.columns, rows: mainRows(layout, records) },
    ...layout.related.map((related) => ({ columns: related.columns, rows: relatedRows(related, records) })),
  ]
  const scales: Record<string, number> = {}
  for (const { columns, rows } of tables)
    for (const [index, { field }] of columns.entries()) {
      if (!isDecimal[field.type]) continue
      const digits = rows.map(
        ({ key, values }) => String(readValue(values[index], field, key)).split(".")[1]?.length ?? 0,
      )
      scales[field.name] = digits.reduce((most, count) => Math.max(most, count), 0)
    }
  return scales
}

const isDecimal: Readonly<Partial<Record<FieldTypeName, true>>> = { decimal: true }
