import { BITS } from "../fields/boolean.ts"
import { MIDNIGHTS } from "../fields/datetime.ts"
import { HELD } from "../fields/enum.ts"
import { LOWER_CASE_UUIDS } from "../fields/uuid.ts"
import { answers, type ColumnTable, type Contents, refused } from "../row.ts"

/** As duckdb_columns has it. */
const ENUM_TYPE = `ENUM(${HELD.map((label) => `'${label.replaceAll("'", "''")}'`).join(", ")})`

const MIDNIGHT: Contents = {
  values: MIDNIGHTS,
  write: (literal) => `CAST(substr(${literal}, 1, 10) AS DATE)`,
}

export const duckdb: ColumnTable = {
  rows: [
    // The columns that docs/databases.md asks for, without a type in the mapping.
    answers("VARCHAR", "string"),
    answers("VARCHAR", "fold"),
    answers("BIGINT", "integer"),
    answers("BIGINT", "reference"),
    answers("DOUBLE", "number"),
    answers("BOOLEAN", "boolean"),
    answers("VARCHAR", "enum"),
    answers("TIMESTAMPTZ", "datetime"),
    answers("VARCHAR", "opaque"),
    answers("DECIMAL(18,3)", "decimal"),
    answers("DATE", "date"),
    answers("UUID", "uuid"),
    // Texts.
    answers("VARCHAR", "string", { type: "VARCHAR" }),
    answers("VARCHAR COLLATE NOCASE", "string", { type: "VARCHAR" }),
    answers("VARCHAR COLLATE NOACCENT", "string", { type: "VARCHAR" }),
    answers("VARCHAR", "string", { type: "VARCHAR", collation: "binary" }),
    answers("ticket_state", "string", { type: ENUM_TYPE }, { values: HELD }),
    answers("UUID", "fold", { type: "UUID" }, { values: LOWER_CASE_UUIDS }),
    answers("ticket_state", "fold", { type: ENUM_TYPE }, { values: HELD }),
    refused("column-type", "ticket_state", "enum", { type: "ticket_state" }),
    answers("UUID", "string", { type: "UUID" }, { values: LOWER_CASE_UUIDS }),
    refused("column-type", "INTEGER", "string", { type: "INTEGER" }),
    refused("column-type", "JSON", "string", { type: "JSON" }),
    refused("column-type", "DATE", "string", { type: "DATE" }),
    refused("column-type", "BLOB", "string", { type: "BLOB" }),
    refused("column-type", "VARCHAR[]", "string", { type: "VARCHAR[]" }),
    // Texts that ignore case.
    answers("VARCHAR", "fold", { type: "VARCHAR" }),
    answers("VARCHAR COLLATE NOCASE", "fold", { type: "VARCHAR" }),
    // Enums.
    answers("VARCHAR", "enum", { type: "VARCHAR" }),
    answers("ticket_state", "enum", { type: ENUM_TYPE }),
    refused("column-type", "INTEGER", "enum", { type: "INTEGER" }),
    // Integers.
    answers("TINYINT", "integer", { type: "TINYINT" }),
    answers("SMALLINT", "integer", { type: "SMALLINT" }),
    answers("INTEGER", "integer", { type: "INTEGER" }),
    answers("BIGINT", "integer", { type: "BIGINT" }),
    answers("HUGEINT", "integer", { type: "HUGEINT" }),
    answers("UTINYINT", "integer", { type: "UTINYINT" }),
    answers("USMALLINT", "integer", { type: "USMALLINT" }),
    answers("UINTEGER", "integer", { type: "UINTEGER" }),
    answers("UBIGINT", "integer", { type: "UBIGINT" }),
    answers("UHUGEINT", "integer", { type: "UHUGEINT" }),
    answers("DECIMAL(18,0)", "integer", { type: "DECIMAL(18,0)" }),
    answers("DECIMAL(10,2)", "integer", { type: "DECIMAL(10,2)" }),
    answers("INTEGER", "reference", { type: "INTEGER" }),
    answers("DOUBLE", "integer", { type: "DOUBLE" }),
    refused("column-type", "FLOAT", "integer", { type: "FLOAT" }),
    refused("column-type", "VARCHAR", "integer", { type: "VARCHAR" }),
    refused("column-type", "VARCHAR", "reference", { type: "VARCHAR" }),
    // Numbers.
    answers("DOUBLE", "number", { type: "DOUBLE" }),
    answers("DECIMAL(10,2)", "number", { type: "DECIMAL(10,2)" }),
    answers("DECIMAL(18,3)", "number", { type: "DECIMAL(18,3)" }),
    answers("DECIMAL(38,10)", "number", { type: "DECIMAL(38,10)" }),
    answers("INTEGER", "number", { type: "INTEGER" }),
    answers("BIGINT", "number", { type: "BIGINT" }),
    answers("HUGEINT", "number", { type: "HUGEINT" }),
    answers("UBIGINT", "number", { type: "UBIGINT" }),
    answers("DECIMAL(38,38)", "number", { type: "DECIMAL(38,38)" }),
    refused("column-type", "FLOAT", "number", { type: "FLOAT" }),
    refused("column-type", "VARCHAR", "number", { type: "VARCHAR" }),
    // Booleans.
    answers("BOOLEAN", "boolean", { type: "BOOLEAN" }),
    answers("INTEGER", "boolean", { type: "INTEGER" }, { values: BITS }),
    answers("HUGEINT", "boolean", { type: "HUGEINT" }, { values: BITS }),
    answers("UTINYINT", "boolean", { type: "UTINYINT" }, { values: BITS }),
    refused("column-type", "BIT", "boolean", { type: "BIT" }),
    refused("column-type", "VARCHAR", "boolean", { type: "VARCHAR" }),
    // Date-times.
    answers("TIMESTAMPTZ", "datetime", { type: "TIMESTAMP WITH TIME ZONE" }),
    refused("datetime-storage", "TIMESTAMPTZ", "datetime", { datetimeStorage: "epoch-millis" }),
    answers("TIMESTAMP", "datetime", { type: "TIMESTAMP" }),
    answers("TIMESTAMP_S", "datetime", { type: "TIMESTAMP_S" }),
    answers("TIMESTAMP_MS", "datetime", { type: "TIMESTAMP_MS" }),
    answers("TIMESTAMP_NS", "datetime", { type: "TIMESTAMP_NS" }),
    answers("DATE", "datetime", { type: "DATE" }, MIDNIGHT),
    refused("column-type", "VARCHAR", "datetime", { type: "VARCHAR" }),
    refused("column-type", "BIGINT", "datetime", { type: "BIGINT" }),
    refused("column-type", "TIME", "datetime", { type: "TIME" }),
    // Presence only.
    answers(
      "BLOB",
      "opaque",
      { type: "BLOB" },
      { write: (literal) => `encode(${literal})`, read: "decode(v)" },
    ),
    // Decimals.
    answers("DECIMAL(10,2)", "decimal", { type: "DECIMAL(10,2)" }),
    answers("DECIMAL(18,3)", "decimal", { type: "DECIMAL(18,3)" }),
    answers("DECIMAL(38,10)", "decimal", { type: "DECIMAL(38,10)" }),
    answers("DECIMAL(38,0)", "decimal", { type: "DECIMAL(38,0)" }),
    answers("DECIMAL(38,38)", "decimal", { type: "DECIMAL(38,38)" }),
    answers("BIGINT", "decimal", { type: "BIGINT" }),
    answers("HUGEINT", "decimal", { type: "HUGEINT" }),
    refused("column-type", "BIGINT", "decimal", { type: "BIGINT", scale: 2 }),
    refused("column-type", "DOUBLE", "decimal", { type: "DOUBLE" }),
    refused("column-type", "FLOAT", "decimal", { type: "FLOAT" }),
    refused("column-type", "VARCHAR", "decimal", { type: "VARCHAR" }),
    // Dates.
    answers("DATE", "date", { type: "DATE" }),
    refused("column-type", "TIMESTAMP", "date", { type: "TIMESTAMP" }),
    refused("column-type", "TIMESTAMPTZ", "date", { type: "TIMESTAMP WITH TIME ZONE" }),
    answers("VARCHAR", "date", { type: "VARCHAR" }),
    refused("column-type", "INTEGER", "date", { type: "INTEGER" }),
    // UUIDs.
    answers("UUID", "uuid", { type: "UUID" }),
    answers("VARCHAR", "uuid", { type: "VARCHAR" }),
    answers("VARCHAR", "uuid", { type: "VARCHAR", lowerCase: true }, { values: LOWER_CASE_UUIDS }),
    refused("column-type", "BIGINT", "uuid", { type: "BIGINT" }),
    refused("column-type", "BLOB", "uuid", { type: "BLOB" }),
  ],
  pending: [],
}
