import { DuckDBInstance, type DuckDBValue } from "@duckdb/node-api"
import { expect, test } from "vitest"
import { defineSchema, field, parseFilter } from "../../../../src/index.ts"
import { duckdb, inspectMapping, sqlMapping, type TableName, toSql } from "../../../../src/sql.ts"

const schema = defineSchema({ v: field.string() })
const create = (table: string, type = "VARCHAR") => `CREATE TABLE ${table} (v ${type})`
const attachX = "ATTACH ':memory:' AS x"

/** Statements, the name of a table, and the type of the column that a statement then reads. Undefined: it fails. */
test.each<readonly [readonly string[], TableName, string | undefined]>([
  [["CREATE SCHEMA x", create("x.t"), create("t", "UUID")], ["x", "t"], "VARCHAR"],
  [["CREATE SCHEMA x", create("x.t")], ["memory", "X", "T"], "VARCHAR"],
  [["CREATE SCHEMA x", create("x.t")], "t", undefined],
  [[attachX, create("x.main.t")], ["x", "t"], "VARCHAR"],
  [[attachX, create("x.main.t")], ["x", "main", "t"], "VARCHAR"],
  [[attachX, "CREATE SCHEMA x.s", create("x.s.t", "UUID"), create("x.main.t")], ["x", "t"], "VARCHAR"],
  [
    [attachX, "CREATE SCHEMA x.s", create("x.s.t"), create("x.main.t", "UUID"), "USE x.s"],
    ["x", "t"],
    "VARCHAR",
  ],
  [[attachX, "CREATE SCHEMA x.s", create("x.s.t")], ["x", "t"], undefined],
  [["CREATE SCHEMA x", create("x.t"), attachX, create("x.main.t")], ["x", "t"], undefined],
  [
    [
      "CREATE SCHEMA a",
      "CREATE SCHEMA b",
      create("b.t", "UUID"),
      create("a.t"),
      "SET search_path = 'main,a,b'",
    ],
    "t",
    "VARCHAR",
  ],
  [[create("t", "UUID"), "CREATE TEMP TABLE t (v VARCHAR)"], "t", "VARCHAR"],
  [[create("t", "UUID"), "CREATE TEMP TABLE t (v VARCHAR)"], ["memory", "main", "t"], "UUID"],
  [[create('"a.b c?"')], ["a.b c?"], "VARCHAR"],
  [
    [create("t", "UUID"), "CREATE VIEW w AS SELECT v FROM t", "ALTER TABLE t ALTER v TYPE VARCHAR"],
    "w",
    "VARCHAR",
  ],
  [[create("t"), "CREATE VIEW w AS SELECT v FROM t", "DROP TABLE t"], "w", undefined],
])("after %j, the table %j has a column of type %s", async (statements, table, type) => {
  const instance = await DuckDBInstance.create(":memory:")
  const connection = await instance.connect()
  for (const statement of statements) await connection.run(statement)
  const run = async (text: string, values: unknown[]) =>
    (await connection.runAndReadAll(text, values as DuckDBValue[])).getRowObjectsJS()

  const { findings, mapping } = await inspectMapping(duckdb, sqlMapping(schema, { table }), run)
  const [column] = mapping?.columns.values() ?? []
  expect(column?.type).toBe(type)
  if (mapping === undefined) expect(findings.map(({ code }) => code)).toEqual(["missing-table"])

  const { text, values } = toSql(parseFilter(schema, '{"v":"a"}'), duckdb, mapping ?? sqlMapping(schema))
  const names = [table].flat().map((name) => `"${name.replaceAll('"', '""')}"`)
  const read = run(`SELECT typeof(v) FROM ${names.join(".")} WHERE ${text}`, values)
  await (type === undefined ? expect(read).rejects.toThrow() : expect(read).resolves.toEqual([]))
  connection.closeSync()
  instance.closeSync()
})
