import { DuckDBInstance, type DuckDBValue } from "@duckdb/node-api"
import { duckdb, toSql } from "../../src/sql.ts"
import type { Engine } from "./engine.ts"
import { type ColumnType, columnArrays, mappingOf, tables } from "./tables.ts"

/** DuckDB, in the process. Its text columns may have a collation of their own. */
export async function openDuckdb(collation?: "NOCASE" | "NOACCENT"): Promise<Engine> {
  const types: Readonly<Record<ColumnType, string>> = {
    integer: "BIGINT",
    number: "DOUBLE",
    string: collation === undefined ? "VARCHAR" : `VARCHAR COLLATE ${collation}`,
    boolean: "BOOLEAN",
    datetime: "TIMESTAMPTZ",
  }
  const instance = await DuckDBInstance.create(":memory:")
  const database = await instance.connect()
  const mapping = mappingOf()
  for (const [table, columns] of Object.entries(tables)) {
    const list = Object.entries(columns).map(([name, type]) => `"${name}" ${types[type]}`)
    await database.run(`CREATE TABLE "${table}" (${list.join()})`)
  }
  return {
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
      const { text, values } = toSql(filter, duckdb, mapping)
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
