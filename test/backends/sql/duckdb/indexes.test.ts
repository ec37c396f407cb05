import { DuckDBInstance, type DuckDBValue } from "@duckdb/node-api"
import { describe, expect, test } from "vitest"
import { duckdb } from "../../../../src/sql.ts"
import { type FieldKind, sqlOf } from "../column-fields.ts"

/** DuckDB scans an index only in a table with more rows than this. */
const ROWS = 200_000

/** The column's type, the SQL of its values, the field, and the conditions that an index on the column serves. */
const served: readonly (readonly [
  type: string,
  value: string,
  kind: FieldKind,
  conditions: readonly unknown[],
])[] = [
  ["VARCHAR", "'n' || i", "string", ["n77", { $in: ["n77", "n1200", "n9001"] }]],
  ["INTEGER", "i", "integer", [77, { $in: [77, 1200, 9001] }]],
  ["BIGINT", "i", "integer", [77, { $in: [77, 1200, 9001] }]],
  ["BIGINT", "i", "number", [77]],
  ["UBIGINT", "i", "integer", [77]],
  ["HUGEINT", "i", "integer", [77]],
  ["DOUBLE", "i", "number", [77, { $in: [77, 1200, 9001] }]],
  ["DECIMAL(10,2)", "i / 4", "number", [0.25]],
  ["DECIMAL(10,2)", "i / 4", "decimal", ["0.25"]],
  ["UUID", "printf('%08x-0000-0000-0000-000000000000', i)", "uuid", ["00000077-0000-0000-0000-000000000000"]],
  ["ENUM('active', 'it''s')", "CASE i WHEN 77 THEN 'it''s' ELSE 'active' END", "enum", ["it's"]],
  ["DATE", "DATE '1970-01-01' + i::INTEGER", "date", ["1970-03-01"]],
  ["DATE", "DATE '1970-01-01' + i::INTEGER", "datetime", ["1970-03-01"]],
  ...["TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS", "TIMESTAMP WITH TIME ZONE"].map(
    (type) => [type, "make_timestamp(i * 1000000)", "datetime", ["1970-01-01T00:01:17Z"]] as const,
  ),
]

/** Conditions that convert the column. */
const scanned: typeof served = [
  ["VARCHAR", "'n' || i", "fold", ["n77"]],
  [
    "VARCHAR",
    "printf('%08x-0000-0000-0000-000000000000', i)",
    "uuid",
    ["00000077-0000-0000-0000-000000000000"],
  ],
  [
    "UUID",
    "printf('%08x-0000-0000-0000-000000000000', i)",
    "string",
    ["00000077-0000-0000-0000-000000000000"],
  ],
]

describe("DuckDB", async () => {
  const database = await (await DuckDBInstance.create(":memory:")).connect()
  await database.run("SET TimeZone = 'UTC'")
  const isIndexScan = async (type: string, value: string, kind: FieldKind, condition: unknown) => {
    await database.run(`CREATE OR REPLACE TABLE t (id INTEGER, v ${type});
      INSERT INTO t SELECT i, ${value} FROM range(${ROWS}) r(i); CREATE INDEX t_v ON t (v)`)
    const { text, values } = sqlOf(duckdb, kind, { type }, condition)
    const result = await database.runAndReadAll(
      `EXPLAIN ANALYZE SELECT * FROM t WHERE ${text}`,
      values as DuckDBValue[],
    )
    return /Type: Index Scan/.test(String(result.getRows()[0]?.[1]))
  }

  test.each(served)(
    "scans the index on %s %s for a field of type %s: %j",
    async (type, value, kind, conditions) => {
      for (const condition of conditions) expect(await isIndexScan(type, value, kind, condition)).toBe(true)
    },
  )

  test.each(scanned)(
    "reads all rows of %s %s for a field of type %s: %j",
    async (type, value, kind, conditions) => {
      for (const condition of conditions) expect(await isIndexScan(type, value, kind, condition)).toBe(false)
    },
  )
})
