import { DuckDBInstance, type DuckDBValue } from "@duckdb/node-api"
import { describe } from "vitest"
import { duckdb, inspectMapping } from "../../src/sql.ts"
import { duckdbProvocations } from "./duckdb.ts"
import type { InspectedDatabase } from "./provocation.ts"
import { provokeOn } from "./provoke.ts"

describe("each finding on DuckDB", () => provokeOn("DuckDB", duckdbProvocations, openDuckdb))

/** An empty database in DuckDB. */
async function openDuckdb(): Promise<InspectedDatabase> {
  const instance = await DuckDBInstance.create(":memory:")
  const database = await instance.connect()
  return {
    execute: async (statement) => {
      await database.run(statement)
    },
    inspect: async (mapping) => {
      const { findings } = await inspectMapping(duckdb, mapping, async (text, values) =>
        (await database.runAndReadAll(text, values as DuckDBValue[])).getRowObjects(),
      )
      return findings
    },
    close: async () => {
      database.closeSync()
      instance.closeSync()
    },
  }
}
