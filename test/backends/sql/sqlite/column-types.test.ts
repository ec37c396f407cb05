import { describe, expect, test } from "vitest"
import { sqlite } from "../../../../src/sql.ts"
import { type AnsweredColumn, type RefusedColumn, refusalOf, sqlOf } from "../column-fields.ts"

const answered: readonly AnsweredColumn[] = [
  ["integer", { type: "INTEGER" }, 5, "`v` = ?", [5]],
  ["integer", { type: "VARCHAR(20)" }, 5, "`v` = ? COLLATE BINARY", ["5"]],
  ["integer", { type: "TEXT" }, { $lt: 5 }, "CAST(`v` AS INTEGER) < ?", ["5"]],
  [
    "reference",
    { type: "TEXT" },
    { $in: [5, 6] },
    "`v` COLLATE BINARY IN (SELECT value FROM json_each(?))",
    ['["5","6"]'],
  ],
  ["integer", { type: "" }, { $gte: 5 }, "CAST(`v` AS INTEGER) >= ?", [5]],
  ["integer", { type: "INTEGER", scale: 2 }, 7, "`v` = ?", [700]],
  [
    "number",
    { type: "INTEGER" },
    9007199254740992,
    "(`v` >= ? AND `v` <= ?)",
    [9007199254740992n, 9007199254740993n],
  ],
  ["number", {}, { $lt: 2 ** 63 }, "`v` < ?", [9223372036854775296n]],
  ["number", { type: "NUMERIC" }, 0.5, "`v` = ?", [0.5]],
  ["number", { type: "INTEGER", scale: 2 }, 0.29, "`v` = ?", [29]],
  ["decimal", { scale: 2 }, "19.99", "`v` = ?", [1999]],
  ["decimal", { scale: 2 }, { $gt: "19.999" }, "`v` > ?", [1999]],
  ["decimal", { scale: 4 }, "99999999999999999999", "1 = 0", []],
  ["string", { type: "TEXT", collation: "NOCASE" }, "a", "(`v` = ? AND `v` = ? COLLATE BINARY)", ["a", "a"]],
  [
    "string",
    { type: "TEXT", collation: "RTRIM" },
    { $in: ["a"] },
    "(`v` IN (SELECT value FROM json_each(?)) AND `v` COLLATE BINARY IN (SELECT value FROM json_each(?)))",
    ['["a"]', '["a"]'],
  ],
  ["fold", { type: "TEXT", collation: "NOCASE" }, "A", "`v` = ? COLLATE NOCASE", ["A"]],
  ["enum", { type: "NUMERIC" }, "active", "`v` = ? COLLATE BINARY", ["active"]],
  ["boolean", { type: "BOOLEAN" }, true, "`v` = ?", [1]],
  [
    "datetime",
    { type: "DATETIME", datetimeStorage: "sqlite" },
    "2024-01-31T09:30:00Z",
    "`v` = ? COLLATE BINARY",
    ["2024-01-31 09:30:00"],
  ],
  [
    "datetime",
    { datetimeStorage: "sqlite" },
    { $lt: "2024-01-31T09:30:00.5Z" },
    "`v` <= ? COLLATE BINARY",
    ["2024-01-31 09:30:00"],
  ],
  [
    "datetime",
    { datetimeStorage: "iso-seconds" },
    "2024-01-31T09:30:00Z",
    "`v` = ? COLLATE BINARY",
    ["2024-01-31T09:30:00Z"],
  ],
  ["datetime", { datetimeStorage: "date" }, "2024-01-31", "`v` = ? COLLATE BINARY", ["2024-01-31"]],
  [
    "datetime",
    { type: "INTEGER", datetimeStorage: "epoch-millis" },
    "2024-01-31",
    "`v` = ?",
    [1706659200000],
  ],
  [
    "datetime",
    { type: "INTEGER", datetimeStorage: "epoch-micros" },
    { $in: ["2024-01-31T09:30:00.000001Z", "9999-12-31T23:59:59.999999Z"] },
    "`v` IN (SELECT value FROM json_each(?))",
    ["[1706693400000001,253402300799999999]"],
  ],
  [
    "datetime",
    { type: "TEXT", collation: "NOCASE" },
    "2024-01-31",
    "(`v` = ? AND `v` = ? COLLATE BINARY)",
    ["2024-01-31T00:00:00.000Z", "2024-01-31T00:00:00.000Z"],
  ],
  ["date", { type: "DATE" }, "2024-01-31", "`v` = ? COLLATE BINARY", ["2024-01-31"]],
  [
    "uuid",
    { type: "UUID" },
    "018FD1B1-7C2E-7B3A-9D4E-5F60718293A4",
    "`v` = ? COLLATE NOCASE",
    ["018fd1b1-7c2e-7b3a-9d4e-5f60718293a4"],
  ],
  [
    "uuid",
    { type: "TEXT", lowerCase: true },
    "018FD1B1-7C2E-7B3A-9D4E-5F60718293A4",
    "`v` = ? COLLATE BINARY",
    ["018fd1b1-7c2e-7b3a-9d4e-5f60718293a4"],
  ],
  ["opaque", { type: "REAL" }, null, "`v` IS NULL", []],
]

const refused: readonly RefusedColumn[] = [
  [
    "string",
    { type: "STRING" },
    "column-type: A column declared as STRING has the affinity NUMERIC in SQLite, and cannot answer conditions on a field of type string exactly",
  ],
  [
    "string",
    { type: "POINT" },
    "column-type: A column declared as POINT has the affinity INTEGER in SQLite, and cannot answer conditions on a field of type string exactly",
  ],
  [
    "enum",
    { type: "INTEGER" },
    "column-type: A column declared as INTEGER has the affinity INTEGER in SQLite, and cannot answer conditions on a field of type enum exactly",
  ],
  [
    "codes",
    { type: "NUMERIC" },
    "column-type: A column declared as NUMERIC has the affinity NUMERIC in SQLite, and cannot answer conditions on a field of type enum exactly",
  ],
  [
    "number",
    { type: "TEXT" },
    "column-type: A column declared as TEXT has the affinity TEXT in SQLite, and cannot answer conditions on a field of type number exactly",
  ],
  [
    "number",
    { type: "" },
    "column-type: A column without a type has the affinity BLOB in SQLite, and cannot answer conditions on a field of type number exactly",
  ],
  ["decimal", {}, "missing-scale: SQLite has no decimals"],
  ["decimal", { type: "DECIMAL(10,2)" }, "missing-scale: SQLite has no decimals"],
  [
    "decimal",
    { scale: 1.5 },
    "missing-scale: The scale of the column is 1.5, and must be an integer from 0 to 38",
  ],
  [
    "boolean",
    { scale: 2 },
    "column-type: The mapping has the scale 2, and the dialect SQLite has none for a field of type boolean",
  ],
  [
    "decimal",
    { type: "REAL", scale: 2 },
    "column-type: The mapping has the scale 2, and a column with the affinity REAL holds other values than integers",
  ],
  [
    "boolean",
    { type: "CHAR(1)" },
    "column-type: A column declared as CHAR(1) has the affinity TEXT in SQLite, and cannot answer conditions on a field of type boolean exactly",
  ],
  [
    "datetime",
    { type: "REAL" },
    "column-type: A column declared as REAL has the affinity REAL in SQLite, and cannot answer conditions on a field of type datetime exactly",
  ],
  [
    "datetime",
    { type: "INTEGER" },
    'datetime-storage: A column declared as INTEGER does not keep the texts of the datetimeStorage "iso-millis" as they are',
  ],
  [
    "datetime",
    { type: "TEXT", datetimeStorage: "epoch-millis" },
    'datetime-storage: A column declared as TEXT does not keep the integers of the datetimeStorage "epoch-millis" as they are',
  ],
  [
    "datetime",
    { type: "TEXT", collation: "klingon" },
    'unknown-collation: How the collation "klingon" compares is not known',
  ],
  [
    "integer",
    { type: "TEXT", collation: "klingon" },
    'unknown-collation: How the collation "klingon" compares is not known',
  ],
  [
    "uuid",
    { type: "BLOB" },
    "column-type: A column declared as BLOB has the affinity BLOB in SQLite, and cannot answer conditions on a field of type uuid exactly",
  ],
  [
    "date",
    { type: "INTEGER" },
    "column-type: A column declared as INTEGER has the affinity INTEGER in SQLite, and cannot answer conditions on a field of type date exactly",
  ],
  ["string", { collation: "de" }, 'unknown-collation: How the collation "de" compares is not known'],
]

describe("a column of SQLite", () => {
  test.each(answered)("answers a field of type %s: %j %j", (kind, column, condition, text, values) => {
    expect(sqlOf(sqlite, kind, column, condition)).toEqual({ text, values })
  })

  test.each(refused)("refuses a field of type %s: %j", (kind, column, message) => {
    expect(refusalOf(sqlite, kind, column)).toEqual([message])
  })
})
