import { PGlite } from "@electric-sql/pglite"
import { postgres, toSql } from "../../src/sql.ts"
import type { Engine } from "./engine.ts"
import { type ColumnType, mappingOf, rowsOf, tables } from "./tables.ts"

const TYPES: Readonly<Record<ColumnType, string>> = {
  integer: "bigint",
  number: "double precision",
  string: "text",
  boolean: "boolean",
  datetime: "timestamptz",
}

/** PostgreSQL, compiled to WebAssembly. */
export async function openPglite(): Promise<Engine> {
  const database = new PGlite()
  const mapping = mappingOf()
  for (const [table, columns] of Object.entries(tables)) {
    const list = Object.entries(columns).map(([name, type]) => `"${name}" ${TYPES[type]}`)
    await database.exec(`CREATE TABLE "${table}" (${list.join()})`)
  }
  return {
    async load(records) {
      const rows = rowsOf(records)
      for (const table of Object.keys(tables) as (keyof typeof tables)[]) {
        await database.exec(`DELETE FROM "${table}"`)
        // One statement for a table: an array for each column.
        const columns = Object.values(tables[table])
        const arrays = columns.map((_, i) => rows[table].map((row) => text(row[i])))
        const lists = columns.map((type, i) => `$${i + 1}::text[]::${TYPES[type]}[]`)
        await database.query(`INSERT INTO "${table}" SELECT * FROM unnest(${lists.join()})`, arrays)
      }
    },
    async find(filter) {
      const { text, values } = toSql(filter, postgres, mapping)
      const { rows } = await database.query<{ id: number }>(
        `SELECT id FROM people WHERE ${text} ORDER BY id`,
        values,
      )
      return rows.map(({ id }) => Number(id))
    },
    close: () => database.close(),
  }
}

function text(value: unknown): string | null {
  if (value === undefined || value === null) return null
  // String drops the sign of a negative zero.
  return Object.is(value, -0) ? "-0" : String(value)
}
