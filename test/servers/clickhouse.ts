import { createRequire } from "node:module"
import { inject } from "vitest"
import { clickhouse, toSql } from "../../src/sql.ts"
import type { Engine } from "../engines/engine.ts"
import { type ColumnType, mappingOf, rowsOf, tables } from "../engines/tables.ts"

/** What this suite needs of chdb, which is installed beside it. */
export interface Session {
  query(statement: string, format?: string): string
  queryBind(statement: string, values: object, format?: string): string
  cleanup(): void
}

const TYPES: Readonly<Record<ColumnType, string>> = {
  integer: "Nullable(Int64)",
  number: "Nullable(Float64)",
  string: "Nullable(String)",
  boolean: "Nullable(Bool)",
  datetime: "Nullable(DateTime64(6, 'UTC'))",
}

export function openSession(): Session {
  const { Session } = createRequire(inject("chdb"))("chdb") as { Session: new () => Session }
  return new Session()
}

/** ClickHouse, in the process. Its people are read `from` a table, or from what distributes it. */
export async function openClickhouse(from = "people"): Promise<Engine> {
  const session = openSession()
  session.query("CREATE DATABASE desk_filter")
  session.query("USE desk_filter")
  for (const [table, columns] of Object.entries(tables)) {
    const list = Object.entries(columns).map(([name, type]) => `\`${name}\` ${TYPES[type]}`)
    session.query(`CREATE TABLE \`${table}\` (${list.join()}) ENGINE = MergeTree ORDER BY tuple()`)
  }
  // What a shard has of the people: with two shards, every other one.
  session.query("CREATE VIEW shard AS SELECT * FROM people WHERE id % 2 = shardNum() % 2")
  const mapping = mappingOf()
  return {
    async load(records) {
      const rows = rowsOf(records)
      for (const table of Object.keys(tables) as (keyof typeof tables)[]) {
        session.query(`TRUNCATE TABLE \`${table}\``)
        if (rows[table].length === 0) continue
        const lines = rows[table].map((row) => JSON.stringify(row.map(stored)))
        session.query(
          `INSERT INTO \`${table}\` SETTINGS date_time_input_format = 'best_effort' FORMAT JSONCompactEachRow ${lines.join("\n")}`,
        )
      }
    },
    async find(filter) {
      const { text, values } = toSql(filter, clickhouse, mapping)
      const lines = session.queryBind(`SELECT id FROM ${from} WHERE ${text} ORDER BY id`, values, "TSV")
      return lines.split("\n").filter(Boolean).map(Number)
    },
    async close() {
      session.cleanup()
    },
  }
}

function stored(value: unknown): unknown {
  if (value === undefined) return null
  return Object.is(value, -0) ? "-0" : value
}
