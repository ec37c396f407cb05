import { describe, expect, test } from "vitest"
import { duckdb } from "../../../../src/sql.ts"
import { type AnsweredColumn, type RefusedColumn, refusalOf, sqlOf } from "../column-fields.ts"

const answered: readonly AnsweredColumn[] = [
  ["integer", { type: "TINYINT" }, 300, '"v" = $1::BIGINT', [300]],
  ["integer", { type: "UBIGINT" }, { $gt: -1 }, '"v" IS NOT NULL', []],
  ["integer", { type: "HUGEINT" }, 5, '"v" = $1::HUGEINT', ["5"]],
  ["integer", { type: "DECIMAL(10,2)" }, 5, '"v" = $1::DECIMAL(10,2)', ["5.00"]],
  ["integer", { type: "DOUBLE" }, "9007199254740993", "FALSE", []],
  ["number", { type: "DECIMAL(10,2)" }, 0.1, '"v" = $1::DECIMAL(10,2)', ["0.10"]],
  [
    "number",
    { type: "BIGINT" },
    9007199254740992,
    '("v" >= $1::BIGINT AND "v" <= $2::BIGINT)',
    ["9007199254740992", "9007199254740993"],
  ],
  ["number", { type: "DOUBLE" }, 1e300, '"v" = $1::DOUBLE', ["1e+300"]],
  ["decimal", { type: "DECIMAL(10,2)" }, "0.125", "FALSE", []],
  ["decimal", {}, "0.5", '"v" = $1::DECIMAL(38,10)', ["0.5000000000"]],
  ["decimal", { type: "BIGINT" }, "5", '"v" = $1::BIGINT', ["5"]],
  ["string", { type: "UUID" }, "a", '"v"::VARCHAR COLLATE C = $1::VARCHAR', ["a"]],
  ["string", { type: "VARCHAR", collation: "binary" }, "a", '"v" = $1::VARCHAR', ["a"]],
  [
    "string",
    { type: "ENUM('active', 'it''s')" },
    { $contains: "a" },
    'instr("v"::VARCHAR COLLATE C, $1::VARCHAR) > 0',
    ["a"],
  ],
  [
    "enum",
    { type: "ENUM('active', 'it''s', 'a\\')" },
    "it's",
    "\"v\" = $1::ENUM('active', 'it''s', 'a\\')",
    ["it's"],
  ],
  ["enum", { type: "ENUM('active')" }, { $ne: "it's" }, "TRUE", []],
  [
    "fold",
    { type: "VARCHAR" },
    "A",
    'CASE WHEN strlen("v") = length("v") THEN lower("v") ELSE translate("v", \'ABCDEFGHIJKLMNOPQRSTUVWXYZ\', \'abcdefghijklmnopqrstuvwxyz\') END COLLATE C = $1::VARCHAR',
    ["a"],
  ],
  ["boolean", { type: "INTEGER" }, true, '"v" = $1::BIGINT', [1]],
  ["boolean", { type: "UBIGINT" }, true, '"v" = $1::UBIGINT', ["1"]],
  ["boolean", { type: "BOOLEAN" }, true, '"v" = $1::BOOLEAN', [true]],
  [
    "datetime",
    { type: "TIMESTAMP WITH TIME ZONE" },
    "2024-01-31",
    '"v" = $1::TIMESTAMPTZ',
    ["2024-01-31 00:00:00.000000Z"],
  ],
  ["datetime", { type: "TIMESTAMP" }, "2024-01-31", '"v" = $1::TIMESTAMP', ["2024-01-31 00:00:00.000000"]],
  [
    "datetime",
    { type: "TIMESTAMP_S" },
    { $lt: "2024-01-31T00:00:00.5Z" },
    '"v" <= $1::TIMESTAMP_S',
    ["2024-01-31 00:00:00"],
  ],
  ["datetime", { type: "TIMESTAMP_MS" }, "2024-01-31", '"v" = $1::TIMESTAMP_MS', ["2024-01-31 00:00:00.000"]],
  [
    "datetime",
    { type: "TIMESTAMP_NS" },
    "2024-01-31T00:00:00.000000001Z",
    '"v" = $1::TIMESTAMP_NS',
    ["2024-01-31 00:00:00.000000001"],
  ],
  [
    "datetime",
    { type: "TIMESTAMP_NS" },
    { $lt: "9999-01-01" },
    '"v" <= $1::TIMESTAMP_NS',
    ["2262-04-11 23:47:16.854775806"],
  ],
  ["datetime", { type: "TIMESTAMP_NS" }, { $gt: "0000-01-01" }, '"v" IS NOT NULL', []],
  ["datetime", { type: "DATE" }, { $lte: "2024-01-31T12:00:00Z" }, '"v" <= $1::DATE', ["2024-01-31"]],
  ["date", { type: "DATE" }, "2024-01-31", '"v" = $1::DATE', ["2024-01-31"]],
  ["date", { type: "VARCHAR" }, "2024-01-31", '"v" COLLATE C = $1::VARCHAR', ["2024-01-31"]],
  [
    "uuid",
    { type: "UUID" },
    "018FD1B1-7C2E-7B3A-9D4E-5F60718293A4",
    '"v" = $1::UUID',
    ["018fd1b1-7c2e-7b3a-9d4e-5f60718293a4"],
  ],
  [
    "uuid",
    { type: "VARCHAR" },
    "018FD1B1-7C2E-7B3A-9D4E-5F60718293A4",
    'lower("v") COLLATE C = $1::VARCHAR',
    ["018fd1b1-7c2e-7b3a-9d4e-5f60718293a4"],
  ],
  [
    "uuid",
    { type: "VARCHAR", lowerCase: true },
    "018FD1B1-7C2E-7B3A-9D4E-5F60718293A4",
    '"v" COLLATE C = $1::VARCHAR',
    ["018fd1b1-7c2e-7b3a-9d4e-5f60718293a4"],
  ],
  ["opaque", { type: "BLOB" }, null, '"v" IS NULL', []],
]

const refused: readonly RefusedColumn[] = [
  [
    "string",
    { type: "JSON" },
    "column-type: A column of type JSON cannot answer conditions on a field of type string exactly",
  ],
  [
    "string",
    { type: "INTEGER" },
    "column-type: A column of type INTEGER cannot answer conditions on a field of type string exactly",
  ],
  [
    "string",
    { type: "VARCHAR[]" },
    "column-type: A column of type VARCHAR[] cannot answer conditions on a field of type string exactly",
  ],
  [
    "enum",
    { type: "ticket_state" },
    "column-type: A column of type ticket_state cannot answer conditions on a field of type enum exactly",
  ],
  [
    "enum",
    { type: "ENUM" },
    "column-type: A column of type ENUM cannot answer conditions on a field of type enum exactly",
  ],
  [
    "integer",
    { type: "FLOAT" },
    "column-type: A column of type FLOAT cannot answer conditions on a field of type integer exactly",
  ],
  [
    "integer",
    { type: "VARCHAR" },
    "column-type: A column of type VARCHAR cannot answer conditions on a field of type integer exactly",
  ],
  [
    "number",
    { type: "FLOAT" },
    "column-type: A column of type FLOAT cannot answer conditions on a field of type number exactly",
  ],
  [
    "decimal",
    { type: "DOUBLE" },
    "column-type: A column of type DOUBLE cannot answer conditions on a field of type decimal exactly",
  ],
  [
    "decimal",
    { type: "BIGINT", scale: 2 },
    "column-type: The mapping has the scale 2, and the dialect DuckDB has none for a field of type decimal",
  ],
  [
    "boolean",
    { type: "BIT" },
    "column-type: A column of type BIT cannot answer conditions on a field of type boolean exactly",
  ],
  [
    "datetime",
    { type: "VARCHAR" },
    "column-type: A column of type VARCHAR cannot answer conditions on a field of type datetime exactly",
  ],
  [
    "datetime",
    { datetimeStorage: "sqlite" },
    'datetime-storage: DuckDB stores date-times as TIMESTAMPTZ, and the mapping has the datetimeStorage "sqlite"',
  ],
  [
    "date",
    { type: "TIMESTAMP" },
    "column-type: A column of type TIMESTAMP cannot answer conditions on a field of type date exactly",
  ],
  [
    "uuid",
    { type: "BLOB" },
    "column-type: A column of type BLOB cannot answer conditions on a field of type uuid exactly",
  ],
]

describe("a column of DuckDB", () => {
  test.each(answered)("answers a field of type %s: %j %j", (kind, column, condition, text, values) => {
    expect(sqlOf(duckdb, kind, column, condition)).toEqual({ text, values })
  })

  test.each(refused)("refuses a field of type %s: %j", (kind, column, message) => {
    expect(refusalOf(duckdb, kind, column)).toEqual([message])
  })
})
