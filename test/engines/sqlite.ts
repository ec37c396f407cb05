import initSqlJs, { type SqlValue } from "sql.js"
import { type DatetimeStorage, type Collation as MappedCollation, sqlite, toSql } from "../../src/sql.ts"
import type { Engine } from "./engine.ts"
import { type ColumnType, mappingOf, rowsOf, tables } from "./tables.ts"

/** How the text columns are declared to compare: a condition must not depend on it. */
export type Collation = "BINARY" | "NOCASE" | "RTRIM"

/** SQLite, compiled to WebAssembly. */
export async function openSqlite(
  datetimeStorage?: DatetimeStorage,
  collation: Collation = "BINARY",
  mapped?: MappedCollation,
): Promise<Engine> {
  const { Database } = await initSqlJs()
  const database = new Database()
  const mapping = mappingOf(datetimeStorage, mapped)
  const iso = datetimeStorage === undefined || datetimeStorage === "iso-millis"
  const types: Readonly<Record<ColumnType, string>> = {
    integer: "INTEGER",
    number: "REAL",
    string: `TEXT COLLATE ${collation}`,
    boolean: "INTEGER",
    datetime: iso ? `TEXT COLLATE ${collation}` : "INTEGER",
  }
  for (const [table, columns] of Object.entries(tables)) {
    const list = Object.entries(columns).map(([name, type]) => `"${name}" ${types[type]}`)
    database.run(`CREATE TABLE "${table}" (${list.join()})`)
  }

  const stored = (type: ColumnType, value: unknown): SqlValue => {
    if (value === undefined || value === null) return null
    if (type === "boolean") return Number(value)
    return type === "datetime" ? storedDatetime(String(value), datetimeStorage) : (value as SqlValue)
  }

  return {
    async load(records) {
      const rows = rowsOf(records)
      for (const table of Object.keys(tables) as (keyof typeof tables)[]) {
        const columns = Object.values(tables[table])
        database.run(`DELETE FROM "${table}"`)
        for (const row of rows[table]) {
          database.run(
            `INSERT INTO "${table}" VALUES (${row.map(() => "?").join()})`,
            row.map((value, i) => stored(columns[i] ?? "string", value)),
          )
        }
      }
    },
    async find(filter) {
      const { text, values } = toSql(filter, sqlite, mapping)
      const [result] = database.exec(`SELECT id FROM people WHERE ${text} ORDER BY id`, values as SqlValue[])
      return (result?.values ?? []).map(([id]) => Number(id))
    },
    async close() {
      database.close()
    },
  }
}

function storedDatetime(iso: string, storage: DatetimeStorage = "iso-millis"): SqlValue {
  const date = new Date(iso)
  switch (storage) {
    case "iso-millis":
      return date.toISOString()
    case "epoch-seconds":
      return Math.floor(date.getTime() / 1000)
    case "epoch-millis":
      return date.getTime()
    case "epoch-micros": {
      const micros = /\.\d{3}(\d{1,3})/.exec(iso)?.[1] ?? ""
      return String(BigInt(date.getTime()) * 1000n + BigInt(micros.padEnd(3, "0")))
    }
  }
}
