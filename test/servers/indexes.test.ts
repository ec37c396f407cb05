import type { RowDataPacket } from "mysql2"
import { afterAll, describe, expect, test } from "vitest"
import { clickhouse, mariadb, mysql, postgres, sqlMapping, toSql } from "../../src/sql.ts"
import { byCodePointIndex, byIndex, events, read } from "../backends/sql/indexed.ts"
import { openSession } from "./clickhouse.ts"
import { createSchema } from "./mariadb.ts"
import { createDatabase } from "./postgres.ts"

const everyIndex = { ...byIndex, ...byCodePointIndex }

describe("PostgreSQL uses an index for", async () => {
  const { client, drop } = await createDatabase()
  afterAll(drop)
  await client.query(`
    CREATE COLLATION vague (provider = icu, locale = 'und-u-ks-level1', deterministic = false);
    CREATE TABLE linguistic (id bigint, name text COLLATE "en-x-icu", at timestamptz);
    CREATE TABLE vague (id bigint, name text COLLATE vague, at timestamptz);
    CREATE TABLE plain (id bigint, name text COLLATE "C", at timestamptz)`)
  for (const table of ["linguistic", "vague", "plain"]) {
    await client.query(`
      INSERT INTO ${table} SELECT i, 'n' || i, '2024-01-01Z'::timestamptz + i * interval '1 second' FROM generate_series(1, 20000) i;
      CREATE INDEX ON ${table}(id); CREATE INDEX ON ${table}(name); CREATE INDEX ON ${table}(at); ANALYZE ${table}`)
  }
  await client.query("CREATE INDEX ON linguistic(name text_pattern_ops)")
  const plan = async (table: string, text: string, values: unknown[]) => {
    const { rows } = await client.query(`EXPLAIN SELECT * FROM ${table} WHERE ${text}`, values)
    return rows.map((row) => row["QUERY PLAN"]).join("\n")
  }

  test.each(Object.entries(everyIndex))("%s", async (_, filter) => {
    const { text, values } = toSql(read(filter), postgres)
    expect(await plan("linguistic", text, values)).toMatch(/Index Cond/)
  })

  const plain = sqlMapping(events, { collation: "binary" })
  test.each(Object.entries(everyIndex))('%s, where the names are in "C"', async (_, filter) => {
    const { text, values } = toSql(read(filter), postgres, plain)
    expect(await plan("plain", text, values)).toMatch(/Index Cond/)
  })

  const vague = sqlMapping(events, { collation: "nondeterministic" })
  test.each(Object.entries(byIndex))("%s, where the names ignore case and accents", async (_, filter) => {
    const { text, values } = toSql(read(filter), postgres, vague)
    expect(await plan("vague", text, values)).toMatch(/Index Cond/)
  })
})

describe("MariaDB uses an index for", async () => {
  const { connection, drop } = await createSchema()
  afterAll(drop)
  for (const [table, collation] of [
    ["usual", "utf8mb4_general_ci"],
    ["plain", "utf8mb4_nopad_bin"],
  ]) {
    await connection.query(`
      CREATE TABLE ${table} (id BIGINT, name VARCHAR(100) CHARACTER SET utf8mb4 COLLATE ${collation}, at DATETIME(6), INDEX (id), INDEX (name), INDEX (at))`)
    await connection.query(
      `INSERT INTO ${table} SELECT seq, CONCAT('n', seq), '2024-01-01' + INTERVAL seq SECOND FROM seq_1_to_20000`,
    )
    await connection.query(`ANALYZE TABLE ${table}`)
  }
  const access = async (table: string, text: string, values: unknown[]) => {
    const [rows] = await connection.execute<RowDataPacket[]>(
      `EXPLAIN SELECT * FROM ${table} WHERE ${text}`,
      values as (string | number)[],
    )
    return rows.map(({ type }) => String(type))
  }

  describe.each([mariadb, mysql])("$name's SQL:", (dialect) => {
    test.each(Object.entries(byIndex))("%s", async (_, filter) => {
      const { text, values } = toSql(read(filter), dialect)
      expect(["ref", "range"]).toContain((await access("usual", text, values))[0])
    })

    const plain = sqlMapping(events, { collation: "binary" })
    test.each(Object.entries(everyIndex))("%s, where the names compare by bytes", async (_, filter) => {
      const { text, values } = toSql(read(filter), dialect, plain)
      expect(["ref", "range"]).toContain((await access("plain", text, values))[0])
    })
  })
})

describe("ClickHouse reads a part of the primary key for", () => {
  const session = openSession()
  afterAll(() => session.cleanup())
  session.query("CREATE DATABASE indexes")
  session.query("USE indexes")
  for (const key of ["id", "name", "at"]) {
    session.query(
      `CREATE TABLE by_${key} (id Int64, name String, at DateTime64(3, 'UTC')) ENGINE = MergeTree ORDER BY ${key} SETTINGS index_granularity = 64`,
    )
    session.query(
      `INSERT INTO by_${key} SELECT number, 'n' || toString(number), toDateTime64('2024-01-01', 3, 'UTC') + number FROM numbers(20000)`,
    )
  }

  test.each(Object.entries(everyIndex))("%s", (_, filter) => {
    const [key] = Object.keys(filter)
    const { text, values } = toSql(read(filter), clickhouse)
    const plan = session.queryBind(
      `EXPLAIN indexes = 1 SELECT * FROM by_${key} WHERE ${text}`,
      values,
      "TSVRaw",
    )
    const [, some, all] = /Granules: (\d+)\/(\d+)/.exec(plan) ?? []
    expect(Number(some)).toBeLessThan(Number(all) / 2)
  })
})
