import initSqlJs, { type SqlValue } from "sql.js"
import { describe, expect, test } from "vitest"
import { type ColumnOptions, sqlite } from "../../../../src/sql.ts"
import { type FieldKind, sqlOf } from "../column-fields.ts"

const ROWS = 100_000

const UUID = "018fd1b1-7c2e-7b3a-9d4e-5f60718293a4"

/** A column and its index: the SQL of its values, what the mapping says, and the conditions that the index serves, and those that it does not. */
interface Indexed {
  readonly ddl: string
  readonly index?: string
  readonly value: string
  readonly kind: FieldKind
  readonly mapped?: ColumnOptions
  readonly served: readonly unknown[]
  readonly scanned?: readonly unknown[]
}

const equality = (value: unknown) => [value, { $in: [value, value] }]
const order = (value: unknown) => [{ $lt: value }, { $gte: value }]
const all = (value: unknown) => [...equality(value), ...order(value)]

/** What docs/sqlite.md says of indexes. */
const columns: readonly Indexed[] = [
  { ddl: "TEXT", value: "'n' || i", kind: "string", served: all("n77"), scanned: [{ $contains: "77" }] },
  { ddl: "TEXT", value: "'n' || i", kind: "fold", served: [], scanned: all("n77") },
  { ddl: "TEXT", index: "v COLLATE NOCASE", value: "'n' || i", kind: "fold", served: all("n77") },
  { ddl: "TEXT COLLATE NOCASE", value: "'n' || i", kind: "fold", served: all("n77") },
  {
    ddl: "TEXT COLLATE NOCASE",
    value: "'n' || i",
    kind: "string",
    mapped: { collation: "NOCASE" },
    served: equality("n77"),
    scanned: order("n77"),
  },
  {
    ddl: "TEXT COLLATE RTRIM",
    value: "'n' || i",
    kind: "string",
    mapped: { collation: "RTRIM" },
    served: equality("n77"),
  },
  {
    ddl: "NUMERIC",
    value: "'n' || i",
    kind: "enum",
    mapped: { type: "NUMERIC" },
    served: equality("active"),
  },
  { ddl: "INTEGER", value: "i", kind: "integer", mapped: { type: "INTEGER" }, served: all(77) },
  { ddl: "INTEGER", value: "i", kind: "number", mapped: { type: "INTEGER" }, served: [...all(77), 2 ** 60] },
  { ddl: "REAL", value: "i / 4.0", kind: "number", mapped: { type: "REAL" }, served: all(0.25) },
  { ddl: "DECIMAL(10,2)", value: "i / 4.0", kind: "number", mapped: { type: "NUMERIC" }, served: all(0.25) },
  { ddl: "INTEGER", value: "i", kind: "decimal", mapped: { scale: 2 }, served: all("0.77") },
  {
    ddl: "TEXT",
    value: "i",
    kind: "integer",
    mapped: { type: "TEXT" },
    served: equality(77),
    scanned: order(77),
  },
  { ddl: "", value: "i", kind: "integer", mapped: { type: "" }, served: [], scanned: all(77) },
  {
    ddl: "TEXT",
    value: "datetime(i, 'unixepoch')",
    kind: "datetime",
    mapped: { type: "TEXT", datetimeStorage: "sqlite" },
    served: all("1970-01-01T00:01:17Z"),
  },
  {
    ddl: "INTEGER",
    value: "i",
    kind: "datetime",
    mapped: { type: "INTEGER", datetimeStorage: "epoch-seconds" },
    served: all("1970-01-01T00:01:17Z"),
  },
  {
    ddl: "DATE",
    value: "date(i * 86400, 'unixepoch')",
    kind: "date",
    mapped: { type: "DATE" },
    served: all("1970-03-01"),
  },
  { ddl: "TEXT", value: "hex(i)", kind: "uuid", mapped: { lowerCase: true }, served: equality(UUID) },
  { ddl: "TEXT", value: "hex(i)", kind: "uuid", served: [], scanned: equality(UUID) },
  { ddl: "TEXT", index: "v COLLATE NOCASE", value: "hex(i)", kind: "uuid", served: equality(UUID) },
]

describe("an index on a column of SQLite", async () => {
  const { Database } = await initSqlJs()
  const database = new Database()
  const plan = ({ kind, mapped = {} }: Indexed, table: string, condition: unknown) => {
    const { text, values } = sqlOf(sqlite, kind, mapped, condition)
    const [result] = database.exec(
      `EXPLAIN QUERY PLAN SELECT * FROM ${table} WHERE ${text}`,
      values as SqlValue[],
    )
    return String(result?.values[0]?.[3])
  }

  test.each(columns.map((column, i) => ({ ...column, table: `t${i}` })))(
    "$ddl $index $kind $mapped",
    ({ table, ...column }) => {
      const { ddl, index = "v", value, served, scanned = [] } = column
      database.run(`
        CREATE TABLE ${table} (id INTEGER, v ${ddl});
        INSERT INTO ${table} WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${ROWS})
          SELECT i, ${value} FROM n;
        CREATE INDEX ${table}_v ON ${table} (${index});
        ANALYZE ${table}`)
      for (const condition of served)
        expect(plan(column, table, condition)).toMatch(/^(?:SEARCH|MULTI-INDEX OR)/)
      for (const condition of scanned) expect(plan(column, table, condition)).toMatch(/^SCAN/)
      database.run(`DROP TABLE ${table}`)
    },
  )
})
