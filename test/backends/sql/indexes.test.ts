import { DuckDBInstance, type DuckDBValue } from "@duckdb/node-api"
import initSqlJs, { type SqlValue } from "sql.js"
import { describe, expect, test } from "vitest"
import { duckdb, postgres, sqlite, sqlMapping, toSql } from "../../../src/sql.ts"
import { freshPglite } from "../../fresh-pglite.ts"
import { byCodePointIndex, byIndex, events, read } from "./indexed.ts"

describe("SQLite searches an index for", async () => {
  const { Database } = await initSqlJs()
  const database = new Database()
  for (const [table, collation] of [
    ["plain", "BINARY"],
    ["vague", "NOCASE"],
  ]) {
    database.run(`
      CREATE TABLE ${table} (id INTEGER, name TEXT COLLATE ${collation}, at TEXT);
      CREATE INDEX ${table}_id ON ${table}(id); CREATE INDEX ${table}_name ON ${table}(name); CREATE INDEX ${table}_at ON ${table}(at)`)
  }
  const plan = (table: string, text: string, values: unknown[]) => {
    const [result] = database.exec(
      `EXPLAIN QUERY PLAN SELECT * FROM ${table} WHERE ${text}`,
      values as SqlValue[],
    )
    return (result?.values ?? []).map((row) => String(row[3]))
  }

  test.each(Object.entries({ ...byIndex, ...byCodePointIndex }))("%s", (_, filter) => {
    const { text, values } = toSql(read(filter), sqlite)
    expect(plan("plain", text, values)[0]).toMatch(/^SEARCH plain USING INDEX/)
  })

  const mapping = sqlMapping(events, { collation: "nondeterministic" })
  test.each(Object.entries(byIndex))("%s, where the names ignore case", (_, filter) => {
    const { text, values } = toSql(read(filter), sqlite, mapping)
    expect(plan("vague", text, values)[0]).toMatch(/^SEARCH vague USING INDEX/)
  })
})

describe("DuckDB scans an index for", async () => {
  const database = await (await DuckDBInstance.create(":memory:")).connect()
  await database.run(`
    CREATE TABLE events (id BIGINT, name VARCHAR, "at" TIMESTAMPTZ);
    INSERT INTO events SELECT i, 'n' || i, TIMESTAMPTZ '2024-01-01 00:00:00Z' + to_seconds(i) FROM range(200000) r(i);
    CREATE INDEX events_id ON events(id); CREATE INDEX events_name ON events(name); CREATE INDEX events_at ON events("at")`)

  test.each(Object.entries(byIndex))("%s", async (_, filter) => {
    const { text, values } = toSql(read(filter), duckdb)
    const result = await database.runAndReadAll(
      `EXPLAIN ANALYZE SELECT * FROM events WHERE ${text}`,
      values as DuckDBValue[],
    )
    expect(String(result.getRows()[0]?.[1])).toMatch(/Type: Index Scan/)
  })
})

describe("PostgreSQL (PGlite) uses an index for", async () => {
  const database = await freshPglite()
  await database.exec(`
    CREATE TABLE events (id bigint, name text, at timestamptz);
    INSERT INTO events SELECT i, 'n' || i, '2024-01-01Z'::timestamptz + i * interval '1 second' FROM generate_series(1, 20000) i;
    CREATE INDEX ON events(id); CREATE INDEX ON events(name); CREATE INDEX ON events(name text_pattern_ops); CREATE INDEX ON events(at);
    ANALYZE events`)

  test.each(Object.entries({ ...byIndex, ...byCodePointIndex }))("%s", async (_, filter) => {
    const { text, values } = toSql(read(filter), postgres)
    const { rows } = await database.query<{ "QUERY PLAN": string }>(
      `EXPLAIN SELECT * FROM events WHERE ${text}`,
      values,
    )
    expect(rows.map((row) => row["QUERY PLAN"]).join("\n")).toMatch(/Index Cond/)
  })
})
