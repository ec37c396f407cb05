import { DuckDBInstance, type DuckDBValue } from "@duckdb/node-api"
import { dialects, toSql } from "../../src/sql.ts"
import type { Engine } from "./engine.ts"
import { type ColumnTypes, columnArrays, columnDefinitions, mappingOf, tableNames } from "./tables.ts"

/** DuckDB, in the process. Its text columns may have a collation of their own. */
export async function openDuckdb(collation?: "NOCASE" | "NOACCENT"): Promise<Engine> {
  const backend = "duckdb"
  const varchar = collation === undefined ? "VARCHAR" : `VARCHAR COLLATE ${collation}`
  const types: ColumnTypes = {
    integer: "BIGINT",
    number: "DOUBLE",
    string: varchar,
    boolean: "BOOLEAN",
    enum: varchar,
    datetime: "TIMESTAMPTZ",
    reference: "BIGINT",
    opaque: varchar,
    uuid: "UUID",
    decimal: "DECIMAL(38,10)",
    date: "DATE",
  }
  const instance = await DuckDBInstance.create(":memory:")
  const database = await instance.connect()
  const mapping = mappingOf()
  for (const table of tableNames)
    await database.run(`CREATE TABLE "${table}" (${columnDefinitions(table, types, '"')})`)
  return {
    backend,
    name: "DuckDB",
    async load(records) {
      for (const [table, columns] of columnArrays(records)) {
        await database.run(`DELETE FROM "${table}"`)
        const lists = columns.map(
          ({ type }, i) => `CAST(unnest($${i + 1}::JSON::VARCHAR[]) AS ${types[type].split(" ")[0]})`,
        )
        await database.run(
          `INSERT INTO "${table}" SELECT ${lists.join()}`,
          columns.map(({ values }) => JSON.stringify(values)),
        )
      }
    },
    async find(filter) {
      const { text, values } = toSql(filter, dialects[backend], mapping)
      const result = await database.runAndReadAll(
        `SELECT id FROM people WHERE ${text} ORDER BY id`,
        values as DuckDBValue[],
      )
      return result.getRows().map(([id]) => Number(id))
    },
    async close() {
      database.closeSync()
      instance.closeSync()
    },
  }
}
