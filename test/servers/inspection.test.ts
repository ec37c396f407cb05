import type { RowDataPacket } from "mysql2/promise"
import { describe } from "vitest"
import {
  type AnySqlMapping,
  clickhouse,
  inspectMapping,
  mariadb,
  mysql,
  type SqlValue,
} from "../../src/sql.ts"
import { provocations } from "../inspection/all.ts"
import type { InspectedDatabase } from "../inspection/provocation.ts"
import { provokeOn } from "../inspection/provoke.ts"
import { openSession } from "./clickhouse.ts"
import { createSchema } from "./mariadb.ts"
import { openPostgresCatalog } from "./postgres-catalog.ts"

const openMariadbCatalog = (dialect: typeof mariadb) => async (): Promise<InspectedDatabase> => {
  const { connection, drop } = await createSchema()
  return {
    execute: async (statement) => {
      await connection.query(statement)
    },
    inspect: async (mapping) => {
      const run = async (text: string, values: SqlValue[]) =>
        (await connection.execute<RowDataPacket[]>(text, values as string[]))[0]
      return (await inspectMapping(dialect, mapping, run)).findings
    },
    close: drop,
  }
}

async function openClickhouseCatalog(): Promise<InspectedDatabase> {
  const session = openSession()
  return {
    execute: async (statement) => {
      session.query(statement)
    },
    inspect: async (mapping: AnySqlMapping) => {
      const run = (text: string, values: Readonly<Record<string, SqlValue>>): unknown[] =>
        session
          .queryBind(text, values, "JSONEachRow")
          .split("\n")
          .filter((line) => line !== "")
          .map((line) => JSON.parse(line))
      return (await inspectMapping(clickhouse, mapping, run)).findings
    },
    close: async () => session.cleanup(),
  }
}

describe("each finding on PostgreSQL 15", () =>
  provokeOn("PostgreSQL", provocations.PostgreSQL, () => openPostgresCatalog()))
describe.each([mariadb, mysql])("each finding of the dialect $name on MariaDB", (dialect) =>
  provokeOn("MariaDB", provocations.MariaDB, openMariadbCatalog(dialect)),
)
describe("each finding on ClickHouse", () => provokeOn("chdb", provocations.chdb, openClickhouseCatalog))
