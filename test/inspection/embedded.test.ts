import { DuckDBInstance, type DuckDBValue } from "@duckdb/node-api"
import { describe } from "vitest"
import { duckdb, inspectMapping, postgres } from "../../src/sql.ts"
import { freshPglite } from "../fresh-pglite.ts"
import { provocations } from "./all.ts"
import type { InspectedDatabase } from "./provocation.ts"
import { provokeOn } from "./provoke.ts"

async function openPgliteCatalog(): Promise<InspectedDatabase> {
  const database = await freshPglite()
  return {
    execute: async (statement) => {
      await database.exec(statement)
    },
    inspect: async (mapping) => {
      const run = async (text: string, values: unknown[]) => (await database.query(text, values)).rows
      return (await inspectMapping(postgres, mapping, run)).findings
    },
    close: () => database.close(),
  }
}

async function openDuckdbCatalog(): Promise<InspectedDatabase> {
  const instance = await DuckDBInstance.create(":memory:")
  const connection = await instance.connect()
  return {
    execute: async (statement) => {
      await connection.run(statement)
    },
    inspect: async (mapping) => {
      const run = async (text: string, values: unknown[]) =>
        (await connection.runAndReadAll(text, values as DuckDBValue[])).getRowObjectsJS()
      return (await inspectMapping(duckdb, mapping, run)).findings
    },
    close: async () => {
      connection.closeSync()
      instance.closeSync()
    },
  }
}

describe("each finding on PostgreSQL 18", () => provokeOn("PGlite", provocations.PGlite, openPgliteCatalog))
describe("each finding on DuckDB", () => provokeOn("DuckDB", provocations.DuckDB, openDuckdbCatalog))
