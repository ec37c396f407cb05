import { dialects, toSql } from "../../src/sql.ts"
import { freshPglite } from "../fresh-pglite.ts"
import type { Engine } from "./engine.ts"
import { type ColumnTypes, columnArrays, columnDefinitions, mappingOf, tableNames } from "./tables.ts"

/** The columns of PostgreSQL. */
export const postgresColumns: ColumnTypes = {
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

/** PostgreSQL, compiled to WebAssembly. */
export async function openPglite(): Promise<Engine> {
  const backend = "postgres"
  const database = await freshPglite()
  const mapping = mappingOf()
  for (const table of tableNames)
    await database.exec(`CREATE TABLE "${table}" (${columnDefinitions(table, postgresColumns, '"')})`)
  return {
    backend,
    name: "PGlite",
    async load(records) {
      for (const [table, columns] of columnArrays(records)) {
        await database.exec(`DELETE FROM "${table}"`)
        // One statement for a table: an array for each column.
        const lists = columns.map(({ type }, i) => `$${i + 1}::text[]::${postgresColumns[type]}[]`)
        await database.query(
          `INSERT INTO "${table}" SELECT * FROM unnest(${lists.join()})`,
          columns.map(({ values }) => values),
        )
      }
    },
    async find(filter) {
      const { text, values } = toSql(filter, dialects[backend], mapping)
      const { rows } = await database.query<{ id: number }>(
        `SELECT id FROM people WHERE ${text} ORDER BY id`,
        values,
      )
      return rows.map(({ id }) => Number(id))
    },
    close: () => database.close(),
  }
}
