import { describe, expect, test } from "vitest"
import { defineSchema, field, parseFilter } from "../../../../src/index.ts"
import { clickhouse, MappingError, sqlMapping, toSql } from "../../../../src/sql.ts"

const fields = {
  integer: field.integer(),
  number: field.number(),
  string: field.string(),
  folded: field.string({ caseSensitive: false }),
  boolean: field.boolean(),
  enum: field.enum(["a", "b", "it's"]),
  datetime: field.datetime(),
  reference: field.reference("things"),
  opaque: field.opaque(),
  uuid: field.uuid(),
  decimal: field.decimal(),
  date: field.date(),
}

type Kind = keyof typeof fields

/** The SQL of a condition on a column of a type. */
function sqlOf(kind: Kind, type: string | undefined, condition: unknown, more: object = {}) {
  const schema = defineSchema({ v: fields[kind] })
  const column = { ...(type !== undefined && { type }), ...more }
  const mapping = sqlMapping(schema, { columns: { v: column } })
  const { text, values } = toSql(parseFilter(schema, JSON.stringify({ v: condition })), clickhouse, mapping)
  return [text, ...Object.values(values)]
}

const BIG = "9223372036854775807"
const UUID = "0190a8b4-1c1e-7a5f-8d53-3a1f2b4c5d6e"
const ENUM = "Enum8('a' = 1, 'it\\'s' = 2, 'n\\nl' = 3, 'b\\\\' = 4)"

describe("a column answers in its own type", () => {
  test.each<readonly [Kind, string | undefined, unknown, readonly unknown[]]>([
    // Types around another one.
    ["string", "LowCardinality(Nullable(String))", "a", ["`v` = {p1:String}", "a"]],
    ["string", "SimpleAggregateFunction(any, String)", { $in: ["a"] }, ["`v` IN {p1:Array(String)}", ["a"]]],
    // Texts.
    ["folded", "String", "A", ["lower(`v`) = {p1:String}", "a"]],
    ["folded", "String", { $contains: "A" }, ["position(lower(`v`), {p1:String}) > 0", "a"]],
    ["string", "FixedString(5)", "a", ["`v` = {p1:String}", "a"]],
    ["string", "FixedString(5)", "too long", ["FALSE"]],
    ["string", "FixedString(5)", { $lt: "too long" }, ["`v` < {p1:String}", "too long"]],
    ["string", "FixedString(5)", { $in: ["ééé", "éé"] }, ["`v` IN {p1:Array(String)}", ["éé"]]],
    [
      "string",
      "FixedString(5)",
      { $contains: "a" },
      ["position(toStringCutToZero(`v`), {p1:String}) > 0", "a"],
    ],
    ["folded", "FixedString(5)", "A", ["lower(toStringCutToZero(`v`)) = {p1:String}", "a"]],
    ["string", "IPv4", "10.0.0.1", ["toString(`v`) = {p1:String}", "10.0.0.1"]],
    ["string", "UUID", UUID, ["`v` = {p1:UUID}", UUID]],
    ["string", "UUID", UUID.toUpperCase(), ["FALSE"]],
    ["string", "UUID", { $ne: "zz" }, ["TRUE"]],
    ["string", "UUID", { $lt: "b" }, ["toString(`v`) < {p1:String}", "b"]],
    ["string", "UUID", { $in: ["zz"] }, ["FALSE"]],
    ["string", "UUID", { $nin: ["zz"] }, ["(`v` IS NULL OR `v` IS NOT NULL)"]],
    // Enums.
    ["enum", ENUM, "a", ["`v` = {p1:String}", "a"]],
    ["enum", ENUM, "it's", ["`v` = {p1:String}", "it's"]],
    ["enum", ENUM, "b", ["FALSE"]],
    ["enum", `Nullable(${ENUM})`, { $ne: "b" }, ["TRUE"]],
    ["enum", "Enum16('a' = 1000)", { $in: ["a", "b"] }, ["`v` IN {p1:Array(String)}", ["a"]]],
    ["string", ENUM, "n\nl", ["`v` = {p1:String}", "n\nl"]],
    ["string", ENUM, "b\\", ["`v` = {p1:String}", "b\\"]],
    ["string", "Enum('it''s')", "it's", ["`v` = {p1:String}", "it's"]],
    ["string", ENUM, { $lt: "a" }, ["toString(`v`) < {p1:String}", "a"]],
    ["folded", ENUM, "A", ["lower(toString(`v`)) = {p1:String}", "a"]],
    // Integers.
    ["integer", "Int8", 127, ["`v` = {p1:Int8}", 127]],
    ["integer", "Int8", 128, ["FALSE"]],
    ["integer", "Int8", { $lt: 128 }, ["`v` <= {p1:Int8}", 127]],
    ["integer", "UInt64", BIG, ["`v` = {p1:UInt64}", 9223372036854775807n]],
    ["integer", "UInt64", { $gt: -1 }, ["`v` IS NOT NULL"]],
    ["reference", "Int256", { $in: [1, BIG] }, ["`v` IN {p1:Array(Int256)}", [1, 9223372036854775807n]]],
    ["boolean", "UInt8", true, ["`v` = {p1:UInt8}", 1]],
    ["boolean", "Bool", { $in: [true, false] }, ["`v` IN {p1:Array(Bool)}", [true, false]]],
    ["number", "Int32", 1.5, ["FALSE"]],
    ["number", "Int32", { $lt: 1.5 }, ["`v` <= {p1:Int32}", 1]],
    [
      "number",
      "Int64",
      9007199254740992,
      ["(`v` >= {p1:Int64} AND `v` <= {p2:Int64})", 9007199254740992n, 9007199254740993n],
    ],
    ["decimal", "Int64", "5.0", ["`v` = {p1:Int64}", 5]],
    // Decimals.
    ["decimal", "Decimal(10, 2)", "4.35", ["`v` = {p1:Decimal(18, 2)}", "4.35"]],
    ["decimal", "Decimal(10, 2)", "4.355", ["FALSE"]],
    ["decimal", "Decimal(10, 2)", { $lt: 1e30 }, ["`v` <= {p1:Decimal(18, 2)}", "9999999999999999.99"]],
    ["decimal", "Decimal", { $in: ["1", "0"] }, ["`v` IN {p1:Array(Decimal(18, 0))}", "[1,0,-0]"]],
    ["decimal", "Decimal32(2)", "1", ["`v` = {p1:Decimal(9, 2)}", "1.00"]],
    ["decimal", "Decimal64(2)", "1", ["`v` = {p1:Decimal(18, 2)}", "1.00"]],
    ["decimal", "Decimal128(2)", "1", ["`v` = {p1:Decimal(38, 2)}", "1.00"]],
    ["decimal", "Decimal256(2)", "1", ["`v` = {p1:Decimal(76, 2)}", "1.00"]],
    ["integer", "Decimal(9, 2)", { $gte: BIG }, ["`v` > {p1:Decimal(9, 2)}", "9999999.99"]],
    ["number", "Decimal(10, 2)", { $in: [4.35, 1e300] }, ["`v` IN {p1:Array(Decimal(18, 2))}", "[4.35]"]],
    // Doubles.
    ["number", "Float64", { $in: [0, 0.1] }, ["`v` IN {p1:Array(Float64)}", "[0,-0,0.1]"]],
    ["integer", "Float64", 5, ["`v` = {p1:Float64}", "5"]],
    ["integer", "Float64", "9007199254740993", ["FALSE"]],
    ["reference", "Float64", 5, ["`v` = {p1:Float64}", "5"]],
    ["integer", "Float64", { $gt: "9007199254740993" }, ["`v` > {p1:Float64}", "9007199254740992"]],
    // Days.
    ["date", "Date", "2024-01-01", ["`v` = {p1:Date}", "2024-01-01"]],
    ["date", "Date", "1969-12-31", ["FALSE"]],
    ["date", "Date", { $lt: "9999-12-31" }, ["`v` <= {p1:Date}", "2149-06-06"]],
    ["date", "Date32", { $in: ["2024-01-01", "9999-12-31"] }, ["`v` IN {p1:Array(Date32)}", ["2024-01-01"]]],
    ["datetime", "Date", { $in: ["2024-01-01"] }, ["`v` IN {p1:Array(Date)}", ["2024-01-01"]]],
    ["datetime", "Date", { $gt: "2024-01-01T12:00:00Z" }, ["`v` > {p1:Date}", "2024-01-01"]],
    ["datetime", "Date32", { $gte: "1899-12-31" }, ["`v` IS NOT NULL"]],
    // Date-times.
    ["datetime", "DateTime", "2024-01-01", ["`v` = {p1:DateTime('UTC')}", "2024-01-01 00:00:00"]],
    ["datetime", "DateTime('Asia/Kolkata')", "1969-12-31", ["FALSE"]],
    ["datetime", "DateTime", { $lt: "9999-01-01" }, ["`v` <= {p1:DateTime('UTC')}", "2106-02-07 06:28:15"]],
    ["datetime", "DateTime64", "2024-01-01", ["`v` = {p1:DateTime64(3, 'UTC')}", "2024-01-01 00:00:00.000"]],
    [
      "datetime",
      "DateTime64(9, 'Asia/Kolkata')",
      { $in: ["2024-01-01T00:00:00.000000001Z", "9999-01-01", "0001-01-01"] },
      ["`v` IN {p1:Array(DateTime64(9, 'UTC'))}", ["2024-01-01 00:00:00.000000001"]],
    ],
    [
      "datetime",
      "DateTime64(8)",
      { $lt: "9999-01-01" },
      ["`v` <= {p1:DateTime64(8, 'UTC')}", "4892-10-07 21:52:48.54775807"],
    ],
    [
      "datetime",
      "DateTime64(0, 'Asia/Kolkata')",
      { $in: ["0000-12-31T23:59:59Z", "0001-01-01"] },
      ["`v` IN {p1:Array(DateTime64(0, 'UTC'))}", ["-62135596801", "0001-01-01 00:00:00"]],
    ],
    [
      "datetime",
      "DateTime64(0)",
      { $lt: "0000-01-01T00:00:00.5Z" },
      ["`v` <= {p1:DateTime64(0, 'UTC')}", "-62167219200"],
    ],
    ["datetime", "DateTime64(0, 'UTC')", { $lt: "0000-01-01T00:00:00.5Z" }, ["FALSE"]],
    ["datetime", "DateTime64(0, 'UTC')", { $gt: "0000-01-01" }, ["`v` IS NOT NULL"]],
    // UUIDs.
    ["uuid", "UUID", UUID.toUpperCase(), ["`v` = {p1:UUID}", UUID]],
    ["uuid", "String", UUID, ["lower(`v`) = {p1:String}", UUID]],
    ["uuid", "FixedString(36)", { $in: [UUID] }, ["lower(`v`) IN {p1:Array(String)}", [UUID]]],
    ["opaque", "Array(Int8)", null, ["`v` IS NULL"]],
    // Without a type, a list is compared in the type of its parameter.
    [
      "decimal",
      undefined,
      { $in: ["4.35"] },
      ["`v`::Nullable(Decimal(38, 10)) IN {p1:Array(Decimal(38, 10))}", "[4.3500000000]"],
    ],
    ["number", undefined, { $in: [4.35] }, ["toFloat64(`v`) IN {p1:Array(Float64)}", "[4.35]"]],
    ["date", undefined, { $in: ["2024-01-01"] }, ["`v` IN {p1:Array(Date32)}", ["2024-01-01"]]],
  ])("%s on %s: %j", (kind, type, condition, expected) => {
    expect(sqlOf(kind, type, condition)).toEqual(expected)
  })

  test("a column that holds lower case is not folded", () => {
    expect(sqlOf("uuid", "String", UUID, { lowerCase: true })).toEqual(["`v` = {p1:String}", UUID])
  })
})

describe("refuses", () => {
  const refusal = (kind: Kind, type: string | undefined, more: object = {}): unknown => {
    try {
      return sqlOf(kind, type, null, more)
    } catch (error) {
      return error instanceof MappingError ? error.findings[0] : error
    }
  }

  test.each<readonly [Kind, string]>([
    ["string", "Int32"],
    ["string", "Array(String)"],
    ["string", "Map(String, String)"],
    ["string", "JSON"],
    ["string", "Date"],
    ["enum", "Int8"],
    // A type without its labels.
    ["enum", "Enum8"],
    ["string", "Nullable(Enum16)"],
    ["enum", "Enum8(a = 1)"],
    ["integer", "String"],
    ["integer", "Float32"],
    ["number", "Float32"],
    ["number", "LowCardinality(Float32)"],
    ["number", "BFloat16"],
    ["number", "String"],
    ["decimal", "Float64"],
    ["boolean", "String"],
    ["datetime", "String"],
    ["datetime", "Int64"],
    ["date", "DateTime"],
    ["uuid", "Int64"],
    ["uuid", "FixedString(16)"],
    ["string", "text_of_mine"],
    ["string", "Nullable()"],
  ])("%s on %s", (kind, type) => {
    expect(refusal(kind, type)).toMatchObject({
      code: "column-type",
      message: `A column of type ${type} cannot answer conditions on a field of type ${kind} exactly`,
    })
  })

  test("a collation, and a form of date-times", () => {
    expect(refusal("string", "String", { collation: "utf8_bin" })).toMatchObject({
      code: "unknown-collation",
      message: 'ClickHouse has no collations of columns, and the mapping names "utf8_bin"',
    })
    for (const type of [undefined, "Date", "DateTime64(6)"])
      expect(refusal("datetime", type, { datetimeStorage: "epoch-millis" })).toMatchObject({
        code: "datetime-storage",
      })
  })
})
