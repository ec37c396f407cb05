import { MIDNIGHTS } from "../fields/datetime.ts"
import { integer } from "../fields/integer.ts"
import { LOWER_CASE_UUIDS } from "../fields/uuid.ts"
import { answers, type ColumnTable, type Contents, refused } from "../row.ts"

/** Numbers as texts. */
const AS_TEXT: Contents = { write: (literal) => literal }

/** abs fails for the least integer. */
const INTEGERS = integer.values.filter((value) => value !== "-9223372036854775808")

/** Integers of the smallest unit. */
function scaled(places: number): Contents {
  const unit = 10 ** places
  const digits = `printf('%d.%0${places}d', abs(v) / ${unit}, abs(v) % ${unit})`
  return {
    values: INTEGERS,
    read: `CASE WHEN v < 0 THEN '-' || ${digits} WHEN v >= 0 THEN ${digits} END`,
  }
}

const CENTS = scaled(2)
const TEN_THOUSANDTHS = scaled(4)

export const sqlite: ColumnTable = {
  rows: [
    // The columns that docs/databases.md asks for, without a type in the mapping.
    answers("TEXT", "string"),
    answers("TEXT", "fold"),
    answers("INTEGER", "integer"),
    answers("INTEGER", "reference"),
    answers("REAL", "number"),
    answers("INTEGER", "boolean"),
    answers("TEXT", "enum"),
    answers("TEXT", "datetime"),
    answers("TEXT", "opaque"),
    answers("TEXT", "date"),
    answers("TEXT", "uuid"),
    refused("missing-scale", "NUMERIC", "decimal"),
    // Texts.
    answers("TEXT", "string", { type: "TEXT" }),
    answers("VARCHAR(20)", "string", { type: "VARCHAR(20)" }),
    answers("TEXT", "string", { type: "TEXT" }, { table: "STRICT" }),
    answers("", "string", { type: "" }),
    answers("ANY", "string", { type: "ANY STRICT" }, { table: "STRICT" }),
    answers("BLOB", "string", { type: "BLOB" }),
    answers("TEXT COLLATE NOCASE", "string"),
    answers("TEXT COLLATE NOCASE", "string", { type: "TEXT", collation: "NOCASE" }),
    answers("TEXT COLLATE NOCASE", "string", { collation: "nondeterministic" }),
    answers("TEXT COLLATE RTRIM", "string", { type: "TEXT", collation: "RTRIM" }),
    answers("TEXT COLLATE RTRIM", "string", { collation: "nondeterministic" }),
    answers("TEXT", "string", { type: "TEXT", collation: "BINARY" }),
    refused("unknown-collation", "TEXT", "string", { type: "TEXT", collation: "klingon" }),
    refused("column-type", "STRING", "string", { type: "STRING" }),
    refused("column-type", "UUID", "string", { type: "UUID" }),
    refused("column-type", "CHARINT", "string", { type: "CHARINT" }),
    refused("column-type", "INTEGER", "string", { type: "INTEGER" }),
    refused("column-type", "NUMERIC", "string", { type: "NUMERIC" }),
    refused("column-type", "REAL", "string", { type: "REAL" }),
    // Texts that ignore case.
    answers("TEXT", "fold", { type: "TEXT" }),
    answers("TEXT COLLATE NOCASE", "fold", { type: "TEXT", collation: "NOCASE" }),
    answers("TEXT COLLATE RTRIM", "fold", { type: "TEXT", collation: "RTRIM" }),
    answers("VARCHAR(20)", "fold", { type: "VARCHAR(20)" }),
    refused("column-type", "STRING", "fold", { type: "STRING" }),
    // Enums.
    answers("TEXT", "enum", { type: "TEXT" }),
    answers("TEXT COLLATE NOCASE", "enum", { type: "TEXT", collation: "NOCASE" }),
    answers("VARCHAR(20)", "enum", { type: "VARCHAR(20)" }),
    refused("column-type", "INTEGER", "enum", { type: "INTEGER" }),
    refused("column-type", "STRING", "enum", { type: "STRING" }),
    // Integers.
    answers("INTEGER", "integer", { type: "INTEGER" }),
    answers("INTEGER", "integer", { type: "INTEGER" }, { table: "STRICT" }),
    answers("BIGINT", "integer", { type: "BIGINT" }),
    answers("INT", "integer", { type: "INT" }, { table: "STRICT" }),
    answers("NUMERIC", "integer", { type: "NUMERIC" }),
    answers("BIGINT", "reference", { type: "BIGINT" }),
    answers("REAL", "integer", { type: "REAL" }),
    answers("TEXT", "integer", { type: "TEXT" }, AS_TEXT),
    answers("VARCHAR(20)", "integer", { type: "VARCHAR(20)" }, AS_TEXT),
    answers("TEXT", "integer", { type: "TEXT" }, { ...AS_TEXT, table: "STRICT" }),
    answers("TEXT", "reference", { type: "TEXT" }, AS_TEXT),
    answers("", "integer", { type: "" }),
    answers("", "integer", { type: "" }, AS_TEXT),
    answers("", "reference", { type: "" }),
    answers("ANY", "integer", { type: "ANY" }),
    answers("ANY", "integer", { type: "ANY STRICT" }, { table: "STRICT" }),
    answers("BLOB", "integer", { type: "BLOB" }),
    // Numbers.
    answers("REAL", "number", { type: "REAL" }),
    answers("DOUBLE", "number", { type: "DOUBLE" }),
    answers("NUMERIC", "number", { type: "NUMERIC" }),
    answers("DECIMAL(10,2)", "number", { type: "DECIMAL(10,2)" }),
    answers("INTEGER", "number", { type: "INTEGER" }, { values: INTEGERS }),
    refused("column-type", "TEXT", "number", { type: "TEXT" }),
    refused("column-type", "", "number", { type: "" }),
    answers("INTEGER", "number", {}, { values: INTEGERS }),
    answers("INTEGER", "number", { type: "INTEGER", scale: 2 }, CENTS),
    // Booleans.
    answers("INTEGER", "boolean", { type: "INTEGER" }),
    answers("BOOLEAN", "boolean", { type: "BOOLEAN" }),
    answers("TINYINT(1)", "boolean", { type: "TINYINT(1)" }),
    refused("column-type", "TEXT", "boolean", { type: "TEXT" }),
    refused("column-type", "CHAR(1)", "boolean", { type: "CHAR(1)" }),
    // Date-times.
    answers("TEXT", "datetime", { datetimeStorage: "iso-millis" }),
    answers("INTEGER", "datetime", { datetimeStorage: "epoch-seconds" }),
    answers("INTEGER", "datetime", { datetimeStorage: "epoch-millis" }),
    answers("INTEGER", "datetime", { datetimeStorage: "epoch-micros" }),
    answers("TEXT", "datetime", { type: "TEXT", datetimeStorage: "iso-millis" }),
    answers("TEXT COLLATE NOCASE", "datetime", {
      type: "TEXT",
      collation: "NOCASE",
      datetimeStorage: "iso-millis",
    }),
    answers("INTEGER", "datetime", { type: "INTEGER", datetimeStorage: "epoch-seconds" }),
    answers("BIGINT", "datetime", { type: "BIGINT", datetimeStorage: "epoch-millis" }),
    answers("DATETIME", "datetime", { type: "DATETIME", datetimeStorage: "epoch-micros" }),
    answers("TEXT", "datetime", { datetimeStorage: "iso-seconds" }),
    answers("TEXT", "datetime", { datetimeStorage: "sqlite" }),
    answers("TEXT", "datetime", { type: "TEXT", datetimeStorage: "iso-seconds" }, { table: "STRICT" }),
    answers("TEXT", "datetime", { type: "TEXT", datetimeStorage: "sqlite" }),
    answers("DATETIME", "datetime", { type: "DATETIME", datetimeStorage: "sqlite" }),
    answers("TIMESTAMP", "datetime", { type: "TIMESTAMP", datetimeStorage: "iso-seconds" }),
    refused("datetime-storage", "INTEGER", "datetime", { type: "INTEGER" }),
    refused("datetime-storage", "TEXT", "datetime", { type: "TEXT", datetimeStorage: "epoch-millis" }),
    refused("datetime-storage", "INTEGER", "datetime", { type: "INTEGER", datetimeStorage: "iso-millis" }),
    refused("column-type", "REAL", "datetime", { type: "REAL" }),
    answers("TEXT", "datetime", { type: "TEXT", datetimeStorage: "date" }, { values: MIDNIGHTS }),
    answers("DATE", "datetime", { type: "DATE", datetimeStorage: "date" }, { values: MIDNIGHTS }),
    answers("", "datetime", { type: "", datetimeStorage: "sqlite" }),
    answers("TEXT COLLATE NOCASE", "datetime", { collation: "nondeterministic", datetimeStorage: "sqlite" }),
    refused("unknown-collation", "TEXT", "datetime", { type: "TEXT", collation: "klingon" }),
    // Presence only.
    answers("BLOB", "opaque", { type: "BLOB" }),
    // Decimals.
    answers("INTEGER", "decimal", { type: "INTEGER", scale: 2 }, CENTS),
    answers("INTEGER", "decimal", { scale: 2 }, CENTS),
    answers("INTEGER", "decimal", { type: "INTEGER", scale: 0 }, { values: INTEGERS }),
    answers("BIGINT", "decimal", { type: "BIGINT", scale: 4 }, TEN_THOUSANDTHS),
    refused("missing-scale", "INTEGER", "decimal", { type: "INTEGER" }),
    refused("missing-scale", "INTEGER", "decimal", { type: "INTEGER", scale: 1.5 }),
    refused("missing-scale", "DECIMAL(10,2)", "decimal", { type: "DECIMAL(10,2)" }),
    refused("column-type", "REAL", "decimal", { type: "REAL", scale: 2 }),
    refused("column-type", "TEXT", "decimal", { type: "TEXT", scale: 2 }),
    // Dates.
    answers("TEXT", "date", { type: "TEXT" }),
    answers("DATE", "date", { type: "DATE" }),
    answers("TEXT COLLATE NOCASE", "date", { type: "TEXT", collation: "NOCASE" }),
    refused("column-type", "INTEGER", "date", { type: "INTEGER" }),
    refused("column-type", "REAL", "date", { type: "REAL" }),
    // UUIDs.
    answers("TEXT", "uuid", { type: "TEXT" }),
    answers("TEXT", "uuid", { type: "TEXT", lowerCase: true }, { values: LOWER_CASE_UUIDS }),
    answers("TEXT COLLATE NOCASE", "uuid", { type: "TEXT", collation: "NOCASE" }),
    answers("VARCHAR(36)", "uuid", { type: "VARCHAR(36)" }),
    answers("UUID", "uuid", { type: "UUID" }),
    refused("column-type", "BLOB", "uuid", { type: "BLOB" }),
    refused("column-type", "INTEGER", "uuid", { type: "INTEGER" }),
  ],
  pending: [],
}
