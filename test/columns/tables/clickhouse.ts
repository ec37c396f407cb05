import { IN_32_BITS, MIDNIGHTS } from "../fields/datetime.ts"
import { HELD, NUMBERED } from "../fields/enum.ts"
import { LOWER_CASE_UUIDS } from "../fields/uuid.ts"
import { answers, type ColumnTable, type Contents, refused } from "../row.ts"

const ENUM8 = `Enum8(${NUMBERED})`
const ENUM16 = `Enum16(${NUMBERED})`

/** The type pads with U+0000, which no text of a filter has. */
const FIXED: Contents = { read: "toStringCutToZero(v)" }

const IN_RANGE: Contents = { values: IN_32_BITS }

const MIDNIGHT: Contents = {
  values: MIDNIGHTS,
  write: (literal) => `toDate32(substring(${literal}, 1, 10))`,
}

export const clickhouse: ColumnTable = {
  rows: [
    // The columns that docs/databases.md asks for, without a type in the mapping.
    answers("Nullable(String)", "string"),
    answers("String", "string"),
    answers("Nullable(String)", "fold"),
    answers("Nullable(Int64)", "integer"),
    answers("Int64", "reference"),
    answers("Nullable(Float64)", "number"),
    answers("Nullable(Bool)", "boolean"),
    answers("Nullable(String)", "enum"),
    answers("Nullable(DateTime64(6, 'UTC'))", "datetime"),
    answers("DateTime('UTC')", "datetime"),
    answers("Nullable(String)", "opaque"),
    answers("Nullable(Decimal(18, 3))", "decimal"),
    answers("Nullable(Date32)", "date"),
    answers("Nullable(UUID)", "uuid"),
    // Their list is compared in the type of its parameter, so that other types answer too.
    answers("Nullable(Date)", "datetime", {}, MIDNIGHT),
    answers("Date32", "datetime", {}, MIDNIGHT),
    answers("Date", "date"),
    answers("Decimal(10, 2)", "number", {}, { values: ["4.35", "0.1", "10", "-1.5", "19.99", "0"] }),
    answers("Nullable(Decimal(10, 2))", "decimal"),
    // Texts.
    answers("String", "string", { type: "String" }),
    answers("Nullable(String)", "string", { type: "Nullable(String)" }),
    answers("LowCardinality(String)", "string", { type: "LowCardinality(String)" }),
    answers("LowCardinality(Nullable(String))", "string", { type: "LowCardinality(Nullable(String))" }),
    answers("FixedString(5)", "string", { type: "FixedString(5)" }, FIXED),
    answers("Nullable(FixedString(5))", "string", { type: "Nullable(FixedString(5))" }, FIXED),
    answers(ENUM8, "string", { type: ENUM8 }, { values: HELD }),
    answers("UUID", "string", { type: "UUID" }, { values: LOWER_CASE_UUIDS }),
    refused("column-type", "Int32", "string", { type: "Int32" }),
    refused("column-type", "Array(String)", "string", { type: "Array(String)" }),
    refused("column-type", "Map(String, String)", "string", { type: "Map(String, String)" }),
    refused("column-type", "Date", "string", { type: "Date" }),
    answers("Nullable(UUID)", "string", { type: "Nullable(UUID)" }, { values: LOWER_CASE_UUIDS }),
    refused("column-type", "JSON", "string", { type: "JSON" }),
    refused("unknown-collation", "String", "string", { type: "String", collation: "utf8_bin" }),
    // Texts that ignore case.
    answers("Nullable(String)", "fold", { type: "Nullable(String)" }),
    answers("LowCardinality(String)", "fold", { type: "LowCardinality(String)" }),
    answers("FixedString(5)", "fold", { type: "FixedString(5)" }, FIXED),
    // Enums.
    answers(ENUM8, "enum", { type: ENUM8 }),
    answers(`Nullable(${ENUM8})`, "enum", { type: `Nullable(${ENUM8})` }),
    answers(ENUM16, "enum", { type: ENUM16 }),
    answers("LowCardinality(String)", "enum", { type: "LowCardinality(String)" }),
    answers("FixedString(8)", "enum", { type: "FixedString(8)" }, FIXED),
    answers("String", "enum", { type: "String" }),
    refused("column-type", "Int8", "enum", { type: "Int8" }),
    // Integers.
    answers("Int8", "integer", { type: "Int8" }),
    answers("UInt8", "integer", { type: "UInt8" }),
    answers("Int16", "integer", { type: "Int16" }),
    answers("UInt16", "integer", { type: "UInt16" }),
    answers("Int32", "integer", { type: "Int32" }),
    answers("UInt32", "integer", { type: "UInt32" }),
    answers("Int64", "integer", { type: "Int64" }),
    answers("UInt64", "integer", { type: "UInt64" }),
    answers("Nullable(UInt64)", "integer", { type: "Nullable(UInt64)" }),
    answers("Int128", "integer", { type: "Int128" }),
    answers("UInt128", "integer", { type: "UInt128" }),
    answers("Int256", "integer", { type: "Int256" }),
    answers("UInt256", "reference", { type: "UInt256" }),
    answers("SimpleAggregateFunction(max, Int64)", "integer", {
      type: "SimpleAggregateFunction(max, Int64)",
    }),
    answers("LowCardinality(Int32)", "integer", { type: "LowCardinality(Int32)" }),
    answers("Decimal(18, 0)", "integer", { type: "Decimal(18, 0)" }),
    answers("Decimal(10, 2)", "integer", { type: "Decimal(10, 2)" }),
    answers("Float64", "integer", { type: "Float64" }),
    refused("column-type", "Float32", "integer", { type: "Float32" }),
    refused("column-type", "String", "integer", { type: "String" }),
    answers("UInt64", "reference", { type: "UInt64" }),
    refused("column-type", "String", "reference", { type: "String" }),
    // Numbers.
    answers("Float64", "number", { type: "Float64" }),
    answers("Nullable(Float64)", "number", { type: "Nullable(Float64)" }),
    answers("Decimal(10, 2)", "number", { type: "Decimal(10, 2)" }),
    answers("Nullable(Decimal(10, 2))", "number", { type: "Nullable(Decimal(10, 2))" }),
    answers("Decimal(38, 10)", "number", { type: "Decimal(38, 10)" }),
    answers("Int32", "number", { type: "Int32" }),
    answers("UInt64", "number", { type: "UInt64" }),
    refused("column-type", "Float32", "number", { type: "Float32" }),
    refused("column-type", "String", "number", { type: "String" }),
    // Decimals.
    answers("Decimal(10, 2)", "decimal", { type: "Decimal(10, 2)" }),
    answers("Nullable(Decimal(10, 2))", "decimal", { type: "Nullable(Decimal(10, 2))" }),
    answers("Decimal(38, 10)", "decimal", { type: "Decimal(38, 10)" }),
    answers("Decimal(76, 38)", "decimal", { type: "Decimal(76, 38)" }),
    answers("Decimal32(2)", "decimal", { type: "Decimal32(2)" }),
    answers("Decimal64(3)", "number", { type: "Decimal64(3)" }),
    answers("Int256", "decimal", { type: "Int256" }),
    answers("Int256", "number", { type: "Int256" }),
    answers("Int64", "decimal", { type: "Int64" }),
    answers("UInt64", "decimal", { type: "UInt64" }),
    refused("column-type", "Float64", "decimal", { type: "Float64" }),
    refused("column-type", "Float32", "decimal", { type: "Float32" }),
    refused("column-type", "String", "decimal", { type: "String" }),
    // Booleans.
    answers("Bool", "boolean", { type: "Bool" }),
    answers("UInt8", "boolean", { type: "UInt8" }),
    answers("Nullable(Bool)", "boolean", { type: "Nullable(Bool)" }),
    refused("column-type", "String", "boolean", { type: "String" }),
    // Date-times.
    answers("DateTime", "datetime", { type: "DateTime" }, IN_RANGE),
    answers("DateTime('UTC')", "datetime", { type: "DateTime('UTC')" }, IN_RANGE),
    answers("Nullable(DateTime)", "datetime", { type: "Nullable(DateTime)" }, IN_RANGE),
    answers("DateTime('Asia/Kolkata')", "datetime", { type: "DateTime('Asia/Kolkata')" }, IN_RANGE),
    answers("DateTime64(3, 'UTC')", "datetime", { type: "DateTime64(3, 'UTC')" }),
    answers("DateTime64(6, 'Asia/Kolkata')", "datetime", { type: "DateTime64(6, 'Asia/Kolkata')" }),
    answers("DateTime64(9, 'UTC')", "datetime", { type: "DateTime64(9, 'UTC')" }, IN_RANGE),
    answers("DateTime64(0)", "datetime", { type: "DateTime64(0)" }),
    answers(
      "Nullable(DateTime64(8, 'UTC'))",
      "datetime",
      { type: "Nullable(DateTime64(8, 'UTC'))" },
      IN_RANGE,
    ),
    answers("Nullable(DateTime64(9))", "datetime", { type: "Nullable(DateTime64(9))" }, IN_RANGE),
    answers("Date", "datetime", { type: "Date" }, MIDNIGHT),
    answers("Date32", "datetime", { type: "Date32" }, MIDNIGHT),
    answers("Nullable(Date)", "datetime", { type: "Nullable(Date)" }, MIDNIGHT),
    refused("datetime-storage", "DateTime64(6, 'UTC')", "datetime", { datetimeStorage: "epoch-millis" }),
    refused("column-type", "String", "datetime", { type: "String" }),
    refused("column-type", "Int64", "datetime", { type: "Int64" }),
    // Dates.
    answers("Date", "date", { type: "Date" }),
    answers("Date32", "date", { type: "Date32" }),
    answers("Nullable(Date32)", "date", { type: "Nullable(Date32)" }),
    refused("column-type", "DateTime", "date", { type: "DateTime" }),
    refused("column-type", "String", "date", { type: "String" }),
    // UUIDs.
    answers("UUID", "uuid", { type: "UUID" }),
    answers("Nullable(UUID)", "uuid", { type: "Nullable(UUID)" }),
    answers("String", "uuid", { type: "String" }),
    answers("String", "uuid", { type: "String", lowerCase: true }, { values: LOWER_CASE_UUIDS }),
    answers("FixedString(36)", "uuid", { type: "FixedString(36)" }),
    answers("LowCardinality(String)", "uuid", { type: "LowCardinality(String)" }),
    refused("column-type", "Int64", "uuid", { type: "Int64" }),
    // Presence only.
    answers("Nullable(Int32)", "opaque", { type: "Nullable(Int32)" }, { values: ["1", "2", "3", "4", "5"] }),
  ],
  pending: [],
}
