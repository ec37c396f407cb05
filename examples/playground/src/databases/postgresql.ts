import { PGlite } from "@electric-sql/pglite"
import initdbUrl from "@electric-sql/pglite/dist/initdb.wasm?url"
import dataUrl from "@electric-sql/pglite/dist/pglite.data?url"
import wasmUrl from "@electric-sql/pglite/dist/pglite.wasm?url"
import type { Field, FieldTypeName } from "desk-filter"
import { postgres, toSql } from "desk-filter/sql"
import { bytesOf } from "./bytes-of.ts"
import type { Engine } from "./engine.ts"
import { mainRows, type Row, relatedRows, type TableColumn } from "./layout.ts"
import { mappingOf } from "./mapping-of.ts"
import { quoted } from "./quoted.ts"
import { assertBigint, cannotHold, type Readable, readValue, secondDigits } from "./read-value.ts"

/** The types that a column has if the mapping does not say another one. */
const columnTypes: Readonly<Record<FieldTypeName, string>> = {
  integer: "bigint",
  number: "double precision",
  string: "text",
  boolean: "boolean",
  enum: "text",
  datetime: "timestamptz",
  reference: "bigint",
  opaque: "text",
  uuid: "uuid",
  decimal: "numeric",
  date: "date",
}

type Assert = (value: Readable, field: Field, position: number) => void

const holds: Assert = () => {}

const integer: Assert = (value, { name }, position) => assertBigint(BigInt(value), name, position)

/** Throws if PostgreSQL would store another value than this. */
const asserts: Readonly<Record<FieldTypeName, Assert>> = {
  integer,
  number: holds,
  string: holds,
  boolean: holds,
  enum: holds,
  datetime: (value, { name }, position) => {
    if (secondDigits(String(value)) > 6)
      throw cannotHold(name, position, "PostgreSQL has microseconds, and the value is finer")
  },
  reference: integer,
  opaque: holds,
  uuid: holds,
  decimal: holds,
  date: holds,
}

/** PostgreSQL, compiled to WebAssembly. All of its files are files of the page. */
export async function openPostgresql(): Promise<Engine> {
  const [pgliteWasmModule, initdbWasmModule, fsBundle] = await Promise.all([
    compiled(wasmUrl),
    compiled(initdbUrl),
    bytesOf(dataUrl).then((bytes) => new Blob([bytes])),
  ])
  const database = await PGlite.create({ pgliteWasmModule, initdbWasmModule, fsBundle })

  const fill = async (
    table: string,
    columns: readonly TableColumn[],
    rows: readonly Row[],
    key: string,
    keyType: string,
  ) => {
    const definitions = columns.map(({ name, field }) => `${quoted(name)} ${columnTypes[field.type]}`)
    await database.exec(
      `CREATE TABLE ${quoted(table)} (${[`${quoted(key)} ${keyType}`, ...definitions].join(", ")})`,
    )
    const types = ["integer", ...columns.map(({ field }) => columnTypes[field.type])]
    // One statement for a table: a list for each column.
    const lists = types.map((type, index) => `$${index + 1}::text[]::${type}[]`)
    const values = columns.map(({ field }, index) =>
      rows.map((row) => {
        const value = readValue(row.values[index], field, row.key)
        if (value === null) return null
        asserts[field.type](value, field, row.key)
        return Object.is(value, -0) ? "-0" : String(value)
      }),
    )
    await database.query(`INSERT INTO ${quoted(table)} SELECT * FROM unnest(${lists.join()})`, [
      rows.map((row) => String(row.key)),
      ...values,
    ])
  }

  return {
    async load(layout, records) {
      await database.exec("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
      const { table, key, columns } = layout
      await fill(table, columns, mainRows(layout, records), key, "integer PRIMARY KEY")
      for (const related of layout.related) {
        const reference = `REFERENCES ${quoted(table)} (${quoted(key)})`
        const type = `integer ${related.isMany ? "NOT NULL" : "PRIMARY KEY"} ${reference}`
        await fill(related.table, related.columns, relatedRows(related, records), related.key, type)
      }
    },
    condition: (layout, filter) => toSql(filter, postgres, mappingOf(layout)),
    async keys(statement, values) {
      const { rows } = await database.query<readonly unknown[]>(statement, [...values], {
        rowMode: "array",
      })
      return rows.map(([key]) => Number(key))
    },
  }
}

async function compiled(url: string): Promise<WebAssembly.Module> {
  return WebAssembly.compile(await bytesOf(url))
}
