import { describe, expect, test } from "vitest"
import { defineSchema, field, parseFilter } from "../../../../src/index.ts"
import { MappingError, mariadb, mysql, sqlMapping, toSql } from "../../../../src/sql.ts"

const fields = {
  string: field.string(),
  fold: field.string({ caseSensitive: false }),
  enum: field.enum(["a", "b"]),
  integer: field.integer(),
  reference: field.reference("things"),
  number: field.number(),
  decimal: field.decimal(),
  boolean: field.boolean(),
  datetime: field.datetime(),
  date: field.date(),
  uuid: field.uuid(),
  opaque: field.opaque(),
}
type Kind = keyof typeof fields
const dialects = { mysql, mariadb }

type Facts = { readonly type?: string; readonly collation?: string; readonly lowerCase?: boolean }

function compiled(dialect: keyof typeof dialects, kind: Kind, facts: Facts, filter: unknown) {
  const schema = defineSchema({ v: fields[kind] })
  const mapping = sqlMapping(schema, { columns: { v: facts } } as object)
  const { text, values } = toSql(
    parseFilter(schema, JSON.stringify({ v: filter })),
    dialects[dialect],
    mapping,
  )
  return [text, ...values]
}

const bytes = (text: string) => `CAST(CONVERT(${text} USING utf8mb4) AS BINARY)`
const folded = (text: string) => `LOWER(CONVERT(${text} USING hebrew))`
const nopad = (charset: string) => `CONVERT(? USING ${charset}) COLLATE ${charset}_nopad_bin`
const under = (collation: string) => {
  const parameter = `CONVERT(? USING utf8mb4) COLLATE utf8mb4_${collation}`
  return `\`v\` IN (${parameter}, ${parameter})`
}
const UUID = "018fd1b1-7c2e-7b3a-9d4e-5f60718293a4"
const latin1 = { type: "varchar(9)", collation: "latin1_swedish_ci" }
const utf8mb3 = { type: "varchar(9)", collation: "utf8mb3_general_ci" }
const utf8mb4 = { type: "varchar(9)", collation: "utf8mb4_general_ci" }
const timestamp = { type: "timestamp" }

type Answer = readonly [kind: Kind, facts: Facts, filter: unknown, text: string, ...values: unknown[]]

function named([kind, facts, filter, ...expected]: Answer) {
  return { kind, facts, filter, expected }
}

describe("what both dialects write for a type of column", () => {
  const answers: readonly Answer[] = [
    // An index in a collation that ignores case serves texts that differ in case.
    ["fold", utf8mb4, "A", `(\`v\` = ? AND ${folded(bytes("`v`"))} = ${bytes("?")})`, "a", "a"],
    [
      "fold",
      { ...utf8mb4, collation: "utf8mb4_turkish_ci" },
      "A",
      `${folded(bytes("`v`"))} = ${bytes("?")}`,
      "a",
    ],
    ["fold", { type: "varbinary(9)" }, "A", `${folded("`v`")} = ${bytes("?")}`, "a"],
    ["string", { type: "blob" }, { $lt: "A" }, `\`v\` < ${bytes("?")}`, "A"],
    [
      "uuid",
      utf8mb4,
      UUID.toUpperCase(),
      `(\`v\` = ? AND ${folded(bytes("`v`"))} = ${bytes("?")})`,
      UUID,
      UUID,
    ],
    ["uuid", { type: "binary(16)" }, UUID, "`v` = UNHEX(REPLACE(?, '-', ''))", UUID],
    // Enums.
    [
      "enum",
      { type: "enum('a','c')", collation: "latin1_swedish_ci" },
      "a",
      `(\`v\` = ? AND ${bytes("`v`")} = ${bytes("?")})`,
      "a",
      "a",
    ],
    ["enum", { type: "enum('a','c')" }, "b", "FALSE"],
    ["enum", { type: "enum" }, "b", `(\`v\` = ? AND ${bytes("`v`")} = ${bytes("?")})`, "b", "b"],
    ["string", { type: "enum('a','c')" }, { $lt: "b" }, `${bytes("`v`")} <= ${bytes("?")}`, "b"],
    ["fold", { type: "enum('a','c')" }, "A", `${folded(bytes("`v`"))} = ${bytes("?")}`, "a"],
    // Numbers.
    ["integer", { type: "int(11)" }, 7, "`v` = CAST(? AS SIGNED)", 7],
    ["integer", { type: "bit(8)" }, 7, "`v` = CAST(? AS SIGNED)", 7],
    ["boolean", { type: "tinyint(1)" }, true, "`v` = CAST(? AS SIGNED)", 1],
    ["number", { type: "int(10) unsigned zerofill" }, 2.5, "FALSE"],
    ["number", { type: "tinyint(4)" }, { $gt: 1e300 }, "`v` > CAST(? AS SIGNED)", "127"],
    [
      "decimal",
      { type: "bigint(20) unsigned" },
      "18446744073709551615",
      "`v` = CAST(? AS UNSIGNED)",
      "18446744073709551615",
    ],
    ["number", { type: "decimal(10,2)" }, 4.35, "`v` = CAST(? AS DECIMAL(10,2))", "4.35"],
    ["number", { type: "decimal(10,2)" }, { $lt: 0.005 }, "`v` <= CAST(? AS DECIMAL(10,2))", "0.00"],
    ["number", { type: "decimal(10,2) unsigned" }, { $gte: -1 }, "`v` IS NOT NULL"],
    ["decimal", { type: "decimal(10,2)" }, "4.355", "FALSE"],
    ["integer", { type: "decimal" }, 7, "`v` = CAST(? AS DECIMAL(10,0))", "7"],
    ["decimal", {}, "4.5", "`v` = CAST(? AS DECIMAL(65,27))", "4.5"],
    ["decimal", {}, "45", "`v` = CAST(? AS DECIMAL(65,27))", "45"],
    ["number", { type: "double" }, 4.5, "`v` = CAST(? AS DOUBLE)", 4.5],
    ["integer", { type: "double" }, "9007199254740993", "FALSE"],
    // Date-times and days.
    [
      "datetime",
      { type: "datetime(3)" },
      "2024-01-01T10:00:00.5+01:00",
      "`v` = CAST(? AS DATETIME(6))",
      "2024-01-01 09:00:00.500",
    ],
    ["datetime", { type: "datetime" }, "2024-01-01T09:00:00.5Z", "FALSE"],
    ["datetime", { type: "date" }, "2024-01-01", "`v` = CAST(? AS DATE)", "2024-01-01"],
    ["datetime", { type: "date" }, { $gt: "0000-02-29" }, "`v` > CAST(? AS DATE)", "0000-02-28"],
    ["datetime", {}, { $lt: "0000-02-29" }, "`v` <= CAST(? AS DATETIME(6))", "0000-02-28 23:59:59.999999"],
    ["date", {}, "2024-01-01", "`v` = CAST(? AS DATE)", "2024-01-01"],
    ["date", {}, { $gte: "0000-02-29" }, "`v` > CAST(? AS DATE)", "0000-02-28"],
    ["datetime", timestamp, "1970-01-01T00:00:00Z", "FALSE"],
    [
      "datetime",
      timestamp,
      { $gt: "2024-01-01" },
      "(`v` >= FROM_UNIXTIME(CAST(? AS SIGNED)) AND UNIX_TIMESTAMP(`v`) > CAST(? AS DECIMAL(20,6)))",
      1703894400,
      "1704067200",
    ],
    [
      "datetime",
      timestamp,
      "2024-01-01",
      "(`v` >= FROM_UNIXTIME(CAST(? AS SIGNED)) AND `v` <= FROM_UNIXTIME(CAST(? AS SIGNED)) AND UNIX_TIMESTAMP(`v`) = CAST(? AS DECIMAL(20,6)))",
      1703894400,
      1704240000,
      "1704067200",
    ],
    // Beyond these, no server converts the bound.
    [
      "datetime",
      timestamp,
      { $lt: "2038-01-19" },
      "UNIX_TIMESTAMP(`v`) < CAST(? AS DECIMAL(20,6))",
      "2147472000",
    ],
    [
      "datetime",
      timestamp,
      { $gt: "9999-01-01" },
      "(`v` >= FROM_UNIXTIME(CAST(? AS SIGNED)) AND UNIX_TIMESTAMP(`v`) > CAST(? AS DECIMAL(20,6)))",
      2147483647,
      "253370764800",
    ],
    [
      "datetime",
      timestamp,
      { $in: ["1970-01-02", "2024-01-01"] },
      "(`v` <= FROM_UNIXTIME(CAST(? AS SIGNED)) AND UNIX_TIMESTAMP(`v`) IN (CAST(? AS DECIMAL(20,6)), CAST(? AS DECIMAL(20,6))))",
      1704240000,
      "86400",
      "1704067200",
    ],
    ["opaque", { type: "geometry" }, null, "`v` IS NULL"],
  ]
  test.each(answers.map(named))("$kind in $facts: $filter", ({ kind, facts, filter, expected }) => {
    expect(compiled("mysql", kind, facts, filter)).toEqual(expected)
    expect(compiled("mariadb", kind, facts, filter)).toEqual(expected)
  })
})

describe("texts in MySQL", () => {
  const answers: readonly Answer[] = [
    ["string", latin1, "é", `(\`v\` = ? AND ${bytes("`v`")} = ${bytes("?")})`, "é", "é"],
    // A text that the character set lacks is in no column, and in its place in the order.
    ["string", latin1, "😀", "FALSE"],
    ["string", utf8mb3, { $lt: "😀" }, `${bytes("`v`")} <= ${bytes("?")}`, "😀"],
    ["string", utf8mb4, "😀", `(\`v\` = ? AND ${bytes("`v`")} = ${bytes("?")})`, "😀", "😀"],
    ["string", {}, "a", `(\`v\` = ? AND ${bytes("`v`")} = ${bytes("?")})`, "a", "a"],
    // No error in any character set, and an index serves the collation that the column has.
    [
      "string",
      {},
      { $in: ["a", "é"] },
      `(${under("general_ci")} AND ${under("unicode_ci")} AND ${under("bin")} AND ${bytes("`v`")} IN (${bytes("?")}, ${bytes("?")}))`,
      ...["a", "é", "a", "é", "a", "é", "a", "é"],
    ],
    ["string", { ...utf8mb4, collation: "utf8mb4_0900_bin" }, { $gt: "é" }, "`v` > ?", "é"],
    [
      "fold",
      { ...utf8mb4, lowerCase: true },
      "A",
      `(\`v\` = ? AND ${bytes("`v`")} = ${bytes("?")})`,
      "a",
      "a",
    ],
    ["decimal", {}, `0.${"0".repeat(29)}1`, "`v` = CAST(? AS DECIMAL(65,30))", `0.${"0".repeat(29)}1`],
    ["decimal", {}, `0.${"0".repeat(30)}1`, "FALSE"],
  ]
  test.each(answers.map(named))("$kind in $facts: $filter", ({ kind, facts, filter, expected }) => {
    expect(compiled("mysql", kind, facts, filter)).toEqual(expected)
  })
})

describe("texts in MariaDB", () => {
  const uuid = { type: "uuid" }
  const answers: readonly Answer[] = [
    ["string", latin1, "é", `\`v\` = ${nopad("latin1")}`, "é"],
    ["string", latin1, "😀", "FALSE"],
    ["string", utf8mb3, { $in: ["a", "😀"] }, `\`v\` IN (${nopad("utf8mb3")})`, "a"],
    ["string", utf8mb3, { $lt: "a" }, `\`v\` < ${nopad("utf8mb4")}`, "a"],
    ["string", { ...latin1, collation: "cp1250_general_ci" }, "é", `\`v\` = ${nopad("utf8mb4")}`, "é"],
    ["fold", { ...utf8mb4, lowerCase: true }, "A", `\`v\` = ${nopad("utf8mb4")}`, "a"],
    ["uuid", uuid, UUID, `(\`v\` = CAST(? AS UUID) AND ${bytes("`v`")} = ${bytes("?")})`, UUID, UUID],
    ["string", uuid, { $ne: "zz" }, `NOT (${bytes("`v`")} <=> ${bytes("?")})`, "zz"],
    ["enum", uuid, { $ne: "a" }, `NOT (${bytes("`v`")} <=> ${bytes("?")})`, "a"],
    ["decimal", {}, `0.${"0".repeat(37)}1`, "`v` = CAST(? AS DECIMAL(65,38))", `0.${"0".repeat(37)}1`],
  ]
  test.each(answers.map(named))("$kind in $facts: $filter", ({ kind, facts, filter, expected }) => {
    expect(compiled("mariadb", kind, facts, filter)).toEqual(expected)
  })
})

describe("what is refused", () => {
  const refusals: readonly (readonly [kind: Kind, facts: Facts & object, code: string])[] = [
    ["string", { type: "int(11)" }, "column-type"],
    ["string", { type: "json" }, "column-type"],
    ["string", { type: "binary(5)" }, "column-type"],
    ["enum", { type: "tinyint(4)" }, "column-type"],
    ["integer", { type: "varchar(20)" }, "column-type"],
    ["integer", { type: "year(4)" }, "column-type"],
    ["number", { type: "float" }, "column-type"],
    ["decimal", { type: "double" }, "column-type"],
    ["boolean", { type: "enum('N','Y')" }, "column-type"],
    ["boolean", { type: "char(1)" }, "column-type"],
    ["datetime", { type: "bigint(20)" }, "column-type"],
    ["date", { type: "datetime" }, "column-type"],
    ["uuid", { type: "binary(20)" }, "column-type"],
    ["reference", { type: "no such type" }, "column-type"],
    ["string", { collation: "klingon_ci" }, "unknown-collation"],
    ["string", { collation: "latin1_swedish_ci`" }, "unknown-collation"],
    ["enum", { type: "enum('a')", collation: "klingon_ci" }, "unknown-collation"],
    ["datetime", { datetimeStorage: "iso-millis" } as Facts, "datetime-storage"],
  ]
  test.each(refusals)("%s in %j: %s", (kind, facts, code) => {
    for (const dialect of ["mysql", "mariadb"] as const) {
      let error: unknown
      try {
        compiled(dialect, kind, facts, null)
      } catch (thrown) {
        error = thrown
      }
      expect(error).toBeInstanceOf(MappingError)
      expect(error instanceof MappingError && error.findings.map(({ code }) => code)).toEqual([code])
    }
  })

  test("MySQL has no type uuid", () => {
    expect(() => compiled("mysql", "uuid", { type: "uuid" }, null)).toThrow(MappingError)
  })
})
