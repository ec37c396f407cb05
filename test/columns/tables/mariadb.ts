import { DECLARED, HELD } from "../fields/enum.ts"
import { LOWER_CASE_UUIDS } from "../fields/uuid.ts"
import { answers, type ColumnTable, type Contents, only, refused } from "../row.ts"

const ENUM = `ENUM(${DECLARED})`
/** As information_schema has it. */
const ENUM_TYPE = `enum(${DECLARED})`

/** A text would be its bytes. */
const BYTES: Contents = {
  values: ["0", "1", "2", "7", "48", "127", "128", "200", "255"],
  write: (literal) => `${literal} + 0`,
  read: "v + 0",
}

const BINARY_UUID: Contents = {
  values: LOWER_CASE_UUIDS,
  write: (literal) => `UNHEX(REPLACE(${literal}, '-', ''))`,
  read: "LOWER(INSERT(INSERT(INSERT(INSERT(HEX(v), 9, 0, '-'), 14, 0, '-'), 19, 0, '-'), 24, 0, '-'))",
}

export const mariadb: ColumnTable = {
  rows: [
    // The columns that docs/databases.md asks for, without a type in the mapping.
    answers("VARCHAR(400)", "string"),
    answers("VARCHAR(400)", "fold"),
    answers("TEXT", "string", {}, { unindexed: true }),
    answers("BIGINT", "integer"),
    answers("INT", "integer"),
    answers("BIGINT", "reference"),
    answers("DOUBLE", "number"),
    answers("BOOLEAN", "boolean"),
    answers("VARCHAR(50)", "enum"),
    answers("DATETIME(6)", "datetime"),
    answers("VARCHAR(400)", "opaque"),
    // Texts.
    answers("VARCHAR(400) COLLATE utf8mb4_general_ci", "string", {
      type: "varchar(400)",
      collation: "utf8mb4_general_ci",
    }),
    answers("VARCHAR(400) COLLATE utf8mb4_unicode_520_ci", "string", {
      type: "varchar(400)",
      collation: "utf8mb4_unicode_520_ci",
    }),
    answers("VARCHAR(400) COLLATE utf8mb4_bin", "string", { type: "varchar(400)", collation: "utf8mb4_bin" }),
    answers("VARCHAR(400) COLLATE utf8mb4_nopad_bin", "string", {
      type: "varchar(400)",
      collation: "utf8mb4_nopad_bin",
    }),
    answers("VARCHAR(400) COLLATE utf8mb4_nopad_bin", "string", { collation: "binary" }),
    answers("VARCHAR(400) COLLATE utf8mb4_general_nopad_ci", "string", {
      type: "varchar(400)",
      collation: "utf8mb4_general_nopad_ci",
    }),
    // MariaDB 10.11 has none of MySQL's collations 0900. The columns have those nearest to them.
    only(
      "mysql",
      answers("VARCHAR(400) COLLATE utf8mb4_nopad_bin", "string", {
        type: "varchar(400)",
        collation: "utf8mb4_0900_bin",
      }),
    ),
    only(
      "mysql",
      answers("VARCHAR(400) COLLATE utf8mb4_unicode_520_nopad_ci", "string", {
        type: "varchar(400)",
        collation: "utf8mb4_0900_ai_ci",
      }),
    ),
    answers("VARCHAR(400) CHARACTER SET utf16", "string", {
      type: "varchar(400)",
      collation: "utf16_general_ci",
    }),
    answers("CHAR(5)", "string", { type: "char(5)", collation: "utf8mb4_general_ci" }),
    answers("TEXT", "string", { type: "text", collation: "utf8mb4_general_ci" }, { unindexed: true }),
    answers("LONGTEXT", "string", { type: "longtext", collation: "utf8mb4_general_ci" }, { unindexed: true }),
    answers("VARBINARY(400)", "string", { type: "varbinary(400)" }),
    answers(ENUM, "string", { type: ENUM_TYPE, collation: "utf8mb4_general_ci" }, { values: HELD }),
    // Texts that ignore case.
    answers("VARCHAR(400)", "fold", { type: "varchar(400)", collation: "utf8mb4_general_ci" }),
    answers("VARCHAR(400) COLLATE utf8mb4_nopad_bin", "fold", {
      type: "varchar(400)",
      collation: "utf8mb4_nopad_bin",
    }),
    answers("VARCHAR(400) CHARACTER SET latin1", "fold", {
      type: "varchar(400)",
      collation: "latin1_swedish_ci",
    }),
    answers("VARCHAR(400) CHARACTER SET utf8mb3", "fold", {
      type: "varchar(400)",
      collation: "utf8mb3_general_ci",
    }),
    answers("CHAR(5)", "fold", { type: "char(5)", collation: "utf8mb4_general_ci" }),
    answers("VARBINARY(400)", "fold", { type: "varbinary(400)" }),
    // Case is folded by the value, or the index of a collation that ignores case serves it.
    answers(
      "VARCHAR(400)",
      "fold",
      { type: "varchar(400)", collation: "utf8mb4_general_ci", lowerCase: true },
      { values: ["", "a", "a ", "ab", "zoë", "zoe", "ä", "ı", "k", "😀", "100%", "it's", "ss", "ß"] },
    ),
    answers("VARCHAR(400) COLLATE utf8mb4_unicode_ci", "fold", {
      type: "varchar(400)",
      collation: "utf8mb4_unicode_ci",
    }),
    answers("VARCHAR(400) COLLATE utf8mb4_turkish_ci", "fold", {
      type: "varchar(400)",
      collation: "utf8mb4_turkish_ci",
    }),
    answers("VARCHAR(400) CHARACTER SET latin1", "string"),
    answers("VARCHAR(400) CHARACTER SET utf8mb3", "string"),
    answers("VARCHAR(400) CHARACTER SET latin1", "fold"),
    answers("VARCHAR(400) CHARACTER SET koi8r", "string"),
    answers("VARCHAR(400) COLLATE latin1_german1_ci", "string", {
      type: "varchar(400)",
      collation: "latin1_german1_ci",
    }),
    answers(
      `${ENUM} CHARACTER SET latin1`,
      "string",
      { type: ENUM_TYPE, collation: "latin1_swedish_ci" },
      { values: HELD },
    ),
    answers(ENUM, "fold", { type: ENUM_TYPE, collation: "utf8mb4_general_ci" }, { values: HELD }),
    answers("VARCHAR(50)", "enum", { type: "varchar(50)", collation: "nondeterministic" }),
    answers("DECIMAL(10,2) UNSIGNED", "number", { type: "decimal(10,2) unsigned" }),
    answers("DECIMAL(10,2) UNSIGNED", "decimal", { type: "decimal(10,2) unsigned" }),
    answers("DECIMAL(10,2)", "decimal"),
    answers("DECIMAL(38,0)", "decimal"),
    only("mariadb", answers("DECIMAL(38,38)", "decimal")),
    answers("BIGINT UNSIGNED", "decimal", { type: "bigint(20) unsigned" }),
    answers("CHAR(36)", "uuid", { type: "char(36)", collation: "utf8mb4_bin" }),
    refused("column-type", "JSON", "string", { type: "json" }),
    // Enums.
    answers(ENUM, "enum"),
    answers(ENUM, "enum", { type: ENUM_TYPE, collation: "utf8mb4_general_ci" }),
    answers(`${ENUM} CHARACTER SET latin1`, "enum", { type: ENUM_TYPE, collation: "latin1_swedish_ci" }),
    answers("VARCHAR(50)", "enum", { type: "varchar(50)", collation: "utf8mb4_general_ci" }),
    answers("VARCHAR(50) CHARACTER SET latin1", "enum", {
      type: "varchar(50)",
      collation: "latin1_swedish_ci",
    }),
    answers("CHAR(20)", "enum", { type: "char(20)", collation: "utf8mb4_general_ci" }),
    // Integers.
    answers("TINYINT", "integer", { type: "tinyint(4)" }),
    answers("SMALLINT", "integer", { type: "smallint(6)" }),
    answers("MEDIUMINT", "integer", { type: "mediumint(9)" }),
    answers("INT", "integer", { type: "int(11)" }),
    answers("INT UNSIGNED", "integer", { type: "int(10) unsigned" }),
    answers("INT ZEROFILL", "integer", { type: "int(10) unsigned zerofill" }),
    answers("BIGINT", "integer", { type: "bigint(20)" }),
    answers("BIGINT UNSIGNED", "integer", { type: "bigint(20) unsigned" }),
    answers("DECIMAL(20,0)", "integer", { type: "decimal(20,0)" }),
    answers("DECIMAL(10,2)", "integer", { type: "decimal(10,2)" }),
    answers("DOUBLE", "integer", { type: "double" }),
    answers("BIT(8)", "integer", { type: "bit(8)" }, BYTES),
    answers("INT UNSIGNED", "reference", { type: "int(10) unsigned" }),
    // Numbers.
    answers("DOUBLE", "number", { type: "double" }),
    answers("DECIMAL(10,2)", "number", { type: "decimal(10,2)" }),
    answers("INT", "number", { type: "int(11)" }),
    // Booleans.
    answers("TINYINT(1)", "boolean", { type: "tinyint(1)" }),
    answers("BIT(1)", "boolean", { type: "bit(1)" }),
    answers("INT", "boolean", { type: "int(11)" }),
    // Date-times.
    answers("DATETIME(6)", "datetime", { type: "datetime(6)" }),
    answers("DATETIME(3)", "datetime", { type: "datetime(3)" }),
    answers("DATETIME", "datetime", { type: "datetime" }),
    answers("DATE", "datetime", { type: "date" }),
    refused("datetime-storage", "DATETIME(6)", "datetime", { datetimeStorage: "epoch-millis" }),
    // Presence only.
    answers(
      "JSON",
      "opaque",
      { type: "longtext" },
      { unindexed: true, values: ["1", "{}", "[]", '"a"', "null"] },
    ),
    answers("BLOB", "opaque", { type: "blob" }, { unindexed: true }),
    // The columns that docs/databases.md asks for, without a type in the mapping.
    answers("DECIMAL(38,10)", "decimal"),
    answers("DATE", "date"),
    answers("CHAR(36)", "uuid"),
    // Texts.
    answers("VARCHAR(400) CHARACTER SET latin1", "string", {
      type: "varchar(400)",
      collation: "latin1_swedish_ci",
    }),
    answers("VARCHAR(400) COLLATE latin1_bin", "string", { type: "varchar(400)", collation: "latin1_bin" }),
    answers("VARCHAR(400) CHARACTER SET utf8mb3", "string", {
      type: "varchar(400)",
      collation: "utf8mb3_general_ci",
    }),
    answers("VARCHAR(400) COLLATE utf8mb3_bin", "string", { type: "varchar(400)", collation: "utf8mb3_bin" }),
    answers("VARCHAR(400) CHARACTER SET ascii", "string", {
      type: "varchar(400)",
      collation: "ascii_general_ci",
    }),
    answers("VARCHAR(400) CHARACTER SET cp1250", "string", {
      type: "varchar(400)",
      collation: "cp1250_general_ci",
    }),
    answers("VARCHAR(400) CHARACTER SET ucs2", "string", {
      type: "varchar(400)",
      collation: "ucs2_general_ci",
    }),
    answers("CHAR(5) CHARACTER SET latin1", "string", { type: "char(5)", collation: "latin1_swedish_ci" }),
    only("mariadb", answers("UUID", "string", { type: "uuid" }, { values: LOWER_CASE_UUIDS })),
    only("mysql", refused("column-type", "UUID", "string", { type: "uuid" })),
    refused("unknown-collation", "VARCHAR(400)", "string", { type: "varchar(400)", collation: "klingon_ci" }),
    refused("column-type", "INT", "string", { type: "int(11)" }),
    refused("column-type", "BINARY(5)", "string", { type: "binary(5)" }),
    answers(
      "SET('a','b')",
      "string",
      { type: "set('a','b')", collation: "utf8mb4_general_ci" },
      { values: ["", "a", "b", "a,b"] },
    ),
    refused("column-type", "DATETIME", "string", { type: "datetime" }),
    // Enums.
    refused("column-type", "TINYINT", "enum", { type: "tinyint(4)" }),
    // Integers.
    refused("column-type", "FLOAT", "integer", { type: "float" }),
    refused("column-type", "YEAR", "integer", { type: "year(4)" }),
    refused("column-type", "VARCHAR(20)", "integer", {
      type: "varchar(20)",
      collation: "utf8mb4_general_ci",
    }),
    refused("column-type", "VARCHAR(20)", "reference", {
      type: "varchar(20)",
      collation: "utf8mb4_general_ci",
    }),
    // Numbers.
    answers("DECIMAL(30,10)", "number", { type: "decimal(30,10)" }),
    answers("DECIMAL(65,30)", "number", { type: "decimal(65,30)" }),
    answers("BIGINT", "number", { type: "bigint(20)" }),
    answers("BIGINT UNSIGNED", "number", { type: "bigint(20) unsigned" }),
    refused("column-type", "FLOAT", "number", { type: "float" }),
    refused("column-type", "VARCHAR(20)", "number", { type: "varchar(20)", collation: "utf8mb4_general_ci" }),
    // Decimals.
    answers("DECIMAL(10,2)", "decimal", { type: "decimal(10,2)" }),
    answers("DECIMAL(20,0)", "decimal", { type: "decimal(20,0)" }),
    answers("DECIMAL(38,10)", "decimal", { type: "decimal(38,10)" }),
    answers("DECIMAL(65,30)", "decimal", { type: "decimal(65,30)" }),
    answers("DECIMAL(38,38)", "decimal", { type: "decimal(38,38)" }),
    answers("INT", "decimal", { type: "int(11)" }),
    answers("BIGINT", "decimal", { type: "bigint(20)" }),
    refused("column-type", "DOUBLE", "decimal", { type: "double" }),
    refused("column-type", "FLOAT", "decimal", { type: "float" }),
    refused("column-type", "VARCHAR(50)", "decimal", {
      type: "varchar(50)",
      collation: "utf8mb4_general_ci",
    }),
    // Booleans.
    refused("column-type", "ENUM('N','Y')", "boolean", {
      type: "enum('N','Y')",
      collation: "utf8mb4_general_ci",
    }),
    refused("column-type", "ENUM('true','false')", "boolean", {
      type: "enum('true','false')",
      collation: "utf8mb4_general_ci",
    }),
    refused("column-type", "CHAR(1)", "boolean", { type: "char(1)", collation: "utf8mb4_general_ci" }),
    refused("column-type", "VARCHAR(5)", "boolean", { type: "varchar(5)", collation: "utf8mb4_general_ci" }),
    // Date-times.
    answers("TIMESTAMP(6) NULL", "datetime", { type: "timestamp(6)" }),
    answers("TIMESTAMP(3) NULL", "datetime", { type: "timestamp(3)" }),
    answers("TIMESTAMP NULL", "datetime", { type: "timestamp" }),
    refused("column-type", "VARCHAR(30)", "datetime", {
      type: "varchar(30)",
      collation: "utf8mb4_general_ci",
    }),
    refused("column-type", "BIGINT", "datetime", { type: "bigint(20)" }),
    refused("column-type", "TIME", "datetime", { type: "time" }),
    // Dates.
    answers("DATE", "date", { type: "date" }),
    refused("column-type", "DATETIME", "date", { type: "datetime" }),
    refused("column-type", "TIMESTAMP NULL", "date", { type: "timestamp" }),
    refused("column-type", "VARCHAR(10)", "date", { type: "varchar(10)", collation: "utf8mb4_general_ci" }),
    // UUIDs.
    only("mariadb", answers("UUID", "uuid", { type: "uuid" })),
    only("mysql", refused("column-type", "UUID", "uuid", { type: "uuid" })),
    answers("CHAR(36)", "uuid", { type: "char(36)", collation: "utf8mb4_general_ci" }),
    answers(
      "CHAR(36) COLLATE utf8mb4_bin",
      "uuid",
      { type: "char(36)", collation: "utf8mb4_bin", lowerCase: true },
      { values: LOWER_CASE_UUIDS },
    ),
    answers("VARCHAR(36) CHARACTER SET ascii", "uuid", {
      type: "varchar(36)",
      collation: "ascii_general_ci",
    }),
    answers("CHAR(36) CHARACTER SET latin1", "uuid", { type: "char(36)", collation: "latin1_swedish_ci" }),
    answers("BINARY(16)", "uuid", { type: "binary(16)" }, BINARY_UUID),
    refused("column-type", "BIGINT", "uuid", { type: "bigint(20)" }),
    refused("column-type", "BINARY(20)", "uuid", { type: "binary(20)" }),
  ],
  pending: [],
}
