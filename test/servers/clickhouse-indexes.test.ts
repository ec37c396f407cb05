import { afterAll, describe, expect, test } from "vitest"
import { defineSchema, field, parseFilter } from "../../src/index.ts"
import { clickhouse, inspectMapping, sqlMapping, toSql } from "../../src/sql.ts"
import { openSession } from "./clickhouse.ts"

const ROWS = 100_000

const fields = {
  integer: field.integer(),
  number: field.number(),
  string: field.string(),
  folded: field.string({ caseSensitive: false }),
  boolean: field.boolean(),
  enum: field.enum(["a", "z"]),
  datetime: field.datetime(),
  uuid: field.uuid(),
  decimal: field.decimal(),
  date: field.date(),
}

interface Row {
  readonly type: string
  readonly kind: keyof typeof fields
  /** The SQL of the value of a row, of its number. */
  readonly value: string
  /** A value that few rows have, and few rows are below it. */
  readonly low: unknown
  readonly another: unknown
  /** The expression that the table is sorted by, if not the column. */
  readonly key?: string
}

const instants = "toDateTime64('2024-01-01 00:00:00', 6, 'UTC') + number"
const text = "leftPad(toString(number), 6, '0')"
const uuid = `toUUID('00000000-0000-0000-0000-000000' || ${text})`
const uuids = { low: "00000000-0000-0000-0000-000000000012", another: "00000000-0000-0000-0000-000000000013" }
const times = { low: "2024-01-01T00:00:12Z", another: "2024-01-01T00:00:13Z" }
const days = { low: "1970-01-13", another: "1970-01-14" }
const numbers = { low: 12, another: 13 }
const texts = { low: "000012", another: "000013" }
const labels = { low: "z", another: "z" }

/** Each pair of docs/clickhouse.md that a sorting key serves. */
const rows: readonly Row[] = [
  ...["Int8", "UInt8"].map(
    (type): Row => ({ type, kind: "integer", value: "intDiv(number, 1000)", ...numbers }),
  ),
  ...["Int16", "UInt16", "Int32", "UInt32", "Int64", "UInt64", "Int128", "UInt128", "Int256", "UInt256"].map(
    (type): Row => ({ type, kind: "integer", value: "intDiv(number, 10)", ...numbers }),
  ),
  { type: "Nullable(Int64)", kind: "integer", value: "number", ...numbers },
  { type: "LowCardinality(Int32)", kind: "integer", value: "intDiv(number, 10)", ...numbers },
  { type: "Int32", kind: "number", value: "number", ...numbers },
  { type: "Int64", kind: "decimal", value: "number", ...numbers },
  { type: "Float64", kind: "number", value: "number", ...numbers },
  { type: "Nullable(Float64)", kind: "number", value: "number", ...numbers },
  { type: "Float64", kind: "integer", value: "number", ...numbers },
  ...[
    "Decimal(9, 2)",
    "Decimal(10, 2)",
    "Decimal(38, 10)",
    "Decimal(76, 38)",
    "Nullable(Decimal(10, 2))",
  ].flatMap((type): Row[] => [
    { type, kind: "decimal", value: "number", ...numbers },
    { type, kind: "number", value: "number", ...numbers },
    { type, kind: "integer", value: "number", ...numbers },
  ]),
  ...[
    "String",
    "Nullable(String)",
    "LowCardinality(String)",
    "LowCardinality(Nullable(String))",
    "FixedString(6)",
  ].map((type): Row => ({ type, kind: "string", value: text, ...texts })),
  { type: "String", kind: "folded", value: text, ...texts, key: "lower(v)" },
  { type: "LowCardinality(String)", kind: "folded", value: text, ...texts, key: "lower(v)" },
  { type: "FixedString(6)", kind: "folded", value: text, ...texts, key: "lower(toStringCutToZero(v))" },
  ...["Date", "Date32", "Nullable(Date)"].flatMap((type): Row[] => [
    { type, kind: "date", value: "toDate(intDiv(number, 10))", ...days },
    { type, kind: "datetime", value: "toDate(intDiv(number, 10))", ...days },
  ]),
  ...[
    ...["DateTime", "DateTime('Asia/Kolkata')", "DateTime64(0)", "DateTime64(3, 'UTC')"],
    ...["DateTime64(6, 'Asia/Kolkata')", "DateTime64(9, 'UTC')", "Nullable(DateTime64(6, 'UTC'))"],
  ].map((type): Row => ({ type, kind: "datetime", value: instants, ...times })),
  { type: "UUID", kind: "uuid", value: uuid, ...uuids },
  { type: "Nullable(UUID)", kind: "uuid", value: uuid, ...uuids },
  { type: "UUID", kind: "string", value: uuid, ...uuids },
  { type: "String", kind: "uuid", value: `toString(${uuid})`, ...uuids, key: "lower(v)" },
  ...["Enum8('a' = 1, 'z' = 2)", "Nullable(Enum8('a' = 1, 'z' = 2))", "Enum16('a' = 1, 'z' = 2)"].flatMap(
    (type): Row[] => [
      { type, kind: "enum", value: "if(number % 1000 = 0, 'z', 'a')", ...labels },
      { type, kind: "string", value: "if(number % 1000 = 0, 'z', 'a')", ...labels },
    ],
  ),
  { type: "Bool", kind: "boolean", value: "number % 1000 = 0", low: true, another: true },
  { type: "UInt8", kind: "boolean", value: "number % 1000 = 0", low: true, another: true },
]

/** The types that have no order of their own in the kind of field. */
const unordered = (row: Row): boolean =>
  row.kind === "boolean" || row.kind === "enum" || row.kind === "uuid" || /^UUID|Enum/.test(row.type)

describe("ClickHouse reads a part of the table", () => {
  const session = openSession()
  afterAll(() => session.cleanup())
  session.query("CREATE DATABASE plans")
  session.query("USE plans")
  session.query("SET allow_suspicious_low_cardinality_types = 1")
  let tables = 0

  const create = ({ type, value }: Row, key: string): string => {
    const table = `t${++tables}`
    session.query(
      `CREATE TABLE ${table} (v ${type}) ENGINE = MergeTree ORDER BY ${key} SETTINGS index_granularity = 64, allow_nullable_key = 1`,
    )
    session.query(`INSERT INTO ${table} SELECT ${value} FROM numbers(${ROWS})`)
    return table
  }

  const mappingOf = ({ type, kind }: Row, table: string) => {
    const schema = defineSchema({ v: fields[kind] })
    return { schema, mapping: sqlMapping(schema, { table, columns: { v: { type } } }) }
  }

  /** Which part of the table a condition reads, and whether it finds a row. */
  const read = (row: Row, table: string, condition: unknown) => {
    const { schema, mapping } = mappingOf(row, table)
    const { text, values } = toSql(parseFilter(schema, JSON.stringify({ v: condition })), clickhouse, mapping)
    const plan = session.queryBind(
      `EXPLAIN indexes = 1 SELECT * FROM ${table} WHERE ${text}`,
      values,
      "TSVRaw",
    )
    const steps = [...plan.matchAll(/Granules: (\d+)\/(\d+)/g)]
    const all = Number(steps[0]?.[2])
    const found = session.queryBind(`SELECT count() FROM ${table} WHERE ${text}`, values, "TSV")
    return { part: Number(steps.at(-1)?.[1]) / all, found: Number(found) }
  }

  const conditionsOn = (row: Row) => ({
    $eq: { $eq: row.low },
    $in: { $in: [row.low, row.another] },
    ...(!unordered(row) && { $lt: { $lt: row.another }, $lte: { $lte: row.low } }),
  })

  test.each(rows)("by its sorting key: $type as $kind", (row) => {
    const table = create(row, row.key ?? "v")
    for (const [operator, condition] of Object.entries(conditionsOn(row))) {
      const { part, found } = read(row, table, condition)
      expect(found, operator).toBeGreaterThan(0)
      expect(part, operator).toBeLessThan(0.2)
    }
    session.query(`DROP TABLE ${table}`)
  })

  const skipped = rows.filter(({ type }) => !/^(?:Bool|UInt8|Enum|Nullable\(Enum)/.test(type))
  test.each(skipped)("by the index that the inspection names: $type as $kind", async (row) => {
    const table = create(row, "tuple()")
    const { mapping } = mappingOf(row, table)
    const run = (text: string, values: object) =>
      session
        .queryBind(text, values, "JSONEachRow")
        .split("\n")
        .filter(Boolean)
        .map((line): unknown => JSON.parse(line))
    const named = async () =>
      (await inspectMapping(clickhouse, mapping, run)).findings.filter(({ code }) => code === "no-index")
    const findings = await named()
    expect(findings.length).toBeGreaterThan(0)
    for (const { hint } of findings) session.query(`${hint} SETTINGS mutations_sync = 2`)
    expect(await named()).toEqual([])
    for (const [operator, condition] of Object.entries(conditionsOn(row))) {
      const { part, found } = read(row, table, condition)
      expect(found, operator).toBeGreaterThan(0)
      expect(part, operator).toBeLessThan(0.3)
    }
    session.query(`DROP TABLE ${table}`)
  })
})
