import { expect, test } from "vitest"
import type { ColumnTable, Row } from "./row.ts"
import { clickhouse } from "./tables/clickhouse.ts"
import { duckdb } from "./tables/duckdb.ts"
import { mariadb } from "./tables/mariadb.ts"
import { postgres } from "./tables/postgres.ts"
import { sqlite } from "./tables/sqlite.ts"

/** What a row must be about: its column, its mapping. */
type Wanted = (row: Row) => boolean

const column =
  (pattern: RegExp): Wanted =>
  ({ ddl }) =>
    pattern.test(ddl)
const collation =
  (pattern: RegExp): Wanted =>
  ({ declared }) =>
    pattern.test(declared.collation ?? "")
const type =
  (name: string, kind?: Row["kind"]): Wanted =>
  (row) =>
    row.declared.type === name && (kind === undefined || row.kind === kind)
const storage =
  (name: string): Wanted =>
  ({ declared }) =>
    declared.datetimeStorage === name

/** The column types that the documentation names, by table. Each has at least one row. */
const named: readonly (readonly [table: ColumnTable, wanted: Readonly<Record<string, Wanted>>])[] = [
  [
    postgres,
    {
      enum: type("ticket_state", "enum"),
      uuid: type("uuid", "uuid"),
      citext: type("citext"),
      "char(n)": column(/^char\(/),
      varchar: column(/^varchar\(/),
      numeric: type("numeric"),
      "numeric with a scale": type("numeric(10,2)", "decimal"),
      int2: type("smallint"),
      int4: type("integer"),
      int8: type("bigint"),
      real: type("real"),
      date: type("date", "date"),
      "date as date-time": type("date", "datetime"),
      timestamptz: type("timestamp with time zone"),
      timestamp: type("timestamp without time zone"),
      inet: type("inet"),
      "domain over text": column(/^short_text$/),
      "domain over an enum": column(/^known_state$/),
      "text of jsonb": ({ ddl, declared }) => ddl === "jsonb" && declared.expression !== undefined,
      "uuid as text in lower case": ({ kind, declared }) => kind === "uuid" && declared.lowerCase === true,
    },
  ],
  [
    mariadb,
    {
      latin1: collation(/^latin1_/),
      utf8mb3: collation(/^utf8mb3_/),
      utf8mb4_bin: collation(/^utf8mb4_bin$/),
      utf8mb4_general_ci: collation(/^utf8mb4_general_ci$/),
      nopad: collation(/_nopad_/),
      "0900": collation(/0900/),
      ENUM: column(/^ENUM/),
      "TINYINT(1)": column(/^TINYINT\(1\)/),
      "BIT(1)": column(/^BIT\(1\)/),
      "DECIMAL as number": type("decimal(10,2)", "number"),
      "DECIMAL as decimal": type("decimal(10,2)", "decimal"),
      FLOAT: column(/^FLOAT/),
      DATE: type("date", "date"),
      DATETIME: type("datetime"),
      TIMESTAMP: type("timestamp"),
      UUID: type("uuid", "uuid"),
      "BINARY(16)": type("binary(16)", "uuid"),
      "ENUM('N','Y') as boolean": type("enum('N','Y')", "boolean"),
      "INT as string": type("int(11)", "string"),
    },
  ],
  [
    sqlite,
    {
      "TEXT ids": type("TEXT", "integer"),
      STRICT: ({ contents }) => contents.table === "STRICT",
      "numeric affinity by name": type("STRING", "string"),
      "iso-seconds": storage("iso-seconds"),
      "YYYY-MM-DD hh:mm:ss": storage("sqlite"),
      date: ({ kind }) => kind === "date",
      "decimal without a scale": ({ kind, verdict }) => kind === "decimal" && verdict !== "answers",
      "decimal with a scale": ({ kind, declared }) => kind === "decimal" && declared.scale !== undefined,
    },
  ],
  [
    duckdb,
    {
      ENUM: column(/^ticket_state$/),
      UUID: type("UUID", "uuid"),
      DECIMAL: type("DECIMAL(10,2)", "decimal"),
      DATE: type("DATE", "date"),
      TIMESTAMP_S: type("TIMESTAMP_S"),
      TIMESTAMP_MS: type("TIMESTAMP_MS"),
      TIMESTAMP_NS: type("TIMESTAMP_NS"),
    },
  ],
  [
    clickhouse,
    {
      Date: type("Date", "date"),
      "Date as date-time": type("Date", "datetime"),
      Date32: type("Date32", "date"),
      Decimal: type("Decimal(10, 2)", "decimal"),
      "Decimal as number": type("Decimal(10, 2)", "number"),
      LowCardinality: column(/^LowCardinality/),
      Nullable: column(/^Nullable/),
      FixedString: column(/^FixedString/),
      Enum8: column(/^Enum8/),
      Enum16: column(/^Enum16/),
      UUID: type("UUID", "uuid"),
      UInt64: type("UInt64"),
      DateTime: type("DateTime"),
    },
  ],
]

test("each type that the documentation names has a row", () => {
  const missing = named.flatMap(([{ rows, pending }, wanted]) =>
    Object.entries(wanted).flatMap(([name, isIt]) => ([...rows, ...pending].some(isIt) ? [] : [name])),
  )
  expect(missing).toEqual([])
})

test("no row is there twice", () => {
  for (const [{ rows, pending }] of named) {
    const all = [...rows, ...pending].map((row) =>
      JSON.stringify({ ...row, verdict: undefined }, (_, value) =>
        typeof value === "function" ? String(value) : value,
      ),
    )
    expect(all.filter((row, i) => all.indexOf(row) !== i)).toEqual([])
  }
})
