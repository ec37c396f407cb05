import { createRequire } from "node:module"
import { inject } from "vitest"
import { dialects, toSql } from "../../src/sql.ts"
import type { Engine } from "../engines/engine.ts"
import { type ColumnTypes, columnDefinitions, mappingOf, rowsOf, tableNames } from "../engines/tables.ts"

/** The part of chdb that this suite uses. The suite installs chdb in its own folder. */
export interface Session {
  query(statement: string, format?: string): string
  queryBind(statement: string, values: object, format?: string): string
  cleanup(): void
}

const TYPES: ColumnTypes = {
  integer: "Nullable(Int64)",
  number: "Nullable(Float64)",
  string: "Nullable(String)",
  boolean: "Nullable(Bool)",
  enum: "Nullable(String)",
  datetime: "Nullable(DateTime64(6, 'UTC'))",
  reference: "Nullable(Int64)",
  opaque: "Nullable(String)",
  uuid: "Nullable(UUID)",
  decimal: "Nullable(Decimal(38, 10))",
  date: "Nullable(Date32)",
}

export function openSession(): Session {
  const { Session } = createRequire(inject("chdb"))("chdb") as { Session: new () => Session }
  return new Session()
}

/** ClickHouse, in the process. It reads the people `from` a table, or from a table function that distributes it. */
export async function openClickhouse(from = "people"): Promise<Engine> {
  const backend = "clickhouse"
  const session = openSession()
  session.query("CREATE DATABASE desk_filter")
  session.query("USE desk_filter")
  for (const table of tableNames) {
    const columns = columnDefinitions(table, TYPES, "`")
    session.query(`CREATE TABLE \`${table}\` (${columns}) ENGINE = MergeTree ORDER BY tuple()`)
  }
  // The people of one shard: of two shards, each has every second person.
  session.query("CREATE VIEW shard AS SELECT * FROM people WHERE id % 2 = shardNum() % 2")
  const mapping = mappingOf()
  return {
    backend,
    name: "chdb",
    async load(records) {
      const rows = rowsOf(records)
      for (const table of tableNames) {
        session.query(`TRUNCATE TABLE \`${table}\``)
        if (rows[table].length === 0) continue
        const lines = rows[table].map((row) => JSON.stringify(row.map(stored)))
        session.query(
          `INSERT INTO \`${table}\` SETTINGS date_time_input_format = 'best_effort' FORMAT JSONCompactEachRow ${lines.join("\n")}`,
        )
      }
    },
    async find(filter) {
      const { text, values } = toSql(filter, dialects[backend], mapping)
      const lines = session.queryBind(`SELECT id FROM ${from} WHERE ${text} ORDER BY id`, values, "TSV")
      return lines.split("\n").filter(Boolean).map(Number)
    },
    async close() {
      session.cleanup()
    },
  }
}

function stored(value: unknown): unknown {
  return Object.is(value, -0) ? "-0" : value
}
