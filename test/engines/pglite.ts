import { postgres, toSql } from "../../src/sql.ts"
import { freshPglite } from "../fresh-pglite.ts"
import type { Engine } from "./engine.ts"
import { type ColumnType, columnArrays, mappingOf, tables } from "./tables.ts"

const TYPES: Readonly<Record<ColumnType, string>> = {
  integer: "bigint",
  number: "double precision",
  string: "text",
  boolean: "boolean",
  datetime: "timestamptz",
}

/** PostgreSQL, compiled to WebAssembly. */
export async function openPglite(): Promise<Engine> {
  const database = await freshPglite()
  const mapping = mappingOf()
  for (const [table, columns] of Object.entries(tables)) {
    const list = Object.entries(columns).map(([name, type]) => `"${name}" ${TYPES[type]}`)
    await database.exec(`CREATE TABLE "${table}" (${list.join()})`)
  }
  return {
    async load(records) {
      for (const [table, columns] of columnArrays(records)) {
        await database.exec(`DELETE FROM "${table}"`)
        // One statement for a table: an array for each column.
        const lists = columns.map(({ type }, i) => `$${i + 1}::text[]::${TYPES[type]}[]`)
        await database.query(
          `INSERT INTO "${table}" SELECT * FROM unnest(${lists.join()})`,
          columns.map(({ values }) => values),
        )
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
