import { afterAll, beforeAll, describe, expect, test } from "vitest"
import type { Database } from "./database.ts"
import { sqliteWays } from "./engines/sqlite.ts"
import { holds, type Meaning, roundedToDouble } from "./oracle.ts"
import { prove } from "./prove.ts"
import { randomFrom } from "./random.ts"
import { answers, nameOf, type Row, refused } from "./row.ts"

/** A proof proves nothing if it cannot fail. */
describe("the suite finds", () => {
  let database: Database
  beforeAll(async () => {
    const [way] = sqliteWays
    if (way === undefined) throw new Error("There is no way to SQLite")
    database = await way.open()
  })
  afterAll(() => database?.close())

  /** Rows that are wrong, and what the failure says. The mapping does not have the type of the column. */
  const wrong: readonly (readonly [row: Row, says: RegExp])[] = [
    [answers("STRING", "string"), /missing: .*"10"/],
    [answers("TEXT", "number"), /missing: /],
    [answers("TEXT", "boolean", {}, { write: (literal) => literal }), /missing: \["true"\]/],
    [answers("TEXT", "datetime", { datetimeStorage: "epoch-millis" }), /missing: \["2024-/],
    [answers("TEXT", "uuid", { lowerCase: true }), /missing: \["[0-9A-F-]+"/],
    [refused("column-type", "TEXT", "string"), /was not refused/],
    [refused("column-type", "NUMERIC", "decimal"), /missing-scale/],
    [answers("TEXT CHECK (v = 'a')", "string"), /holds only \["a"\]/],
    [answers("NUMERIC", "decimal"), /scale/],
  ]
  for (const [row, says] of wrong)
    test(`that this is wrong: ${nameOf(row)}`, () =>
      expect(prove(database, row, 300, 1)).rejects.toThrow(says))
})

describe("the oracle", () => {
  const random = randomFrom(7)
  const digits = (count: number) => Array.from({ length: count }, () => random.below(10)).join("")

  test("rounds a decimal as JavaScript reads it", () => {
    for (let i = 0; i < 20_000; i++) {
      const text = `${random.pick(["", "-"])}${digits(1 + random.below(20))}.${digits(1 + random.below(20))}e${random.below(700) - 350}`
      expect(roundedToDouble(text), text).toBe(Number(text) === 0 ? 0 : Number(text))
    }
  })

  test.each([
    ["9007199254740993", 9007199254740992],
    ["9007199254740995", 9007199254740996],
    ["4.9406564584124654e-324", 5e-324],
    ["2.470328229206232720882843964341106861825299013071e-324", 0],
    ["2.470328229206232720882843964341106861825299013072e-324", 5e-324],
    ["2.2250738585072011e-308", 2.225073858507201e-308],
    [
      "179769313486231570814527423731704356798070567525844996598917476803157260780028538760589558632766878171540458953514382464234321326889464182768467546703537516986049910576551282076245490090389328944075868508455133942304583236903222948165808559332123347747977e54",
      1.7976931348623157e308,
    ],
  ])("rounds %s", (text, double) => expect(roundedToDouble(text)).toBe(double))

  const eq = (value: string | null): Meaning => ({
    join: "none",
    condition: { operator: "$eq", values: [value] },
  })
  const lt = (value: string): Meaning => ({ join: "none", condition: { operator: "$lt", values: [value] } })
  test.each([
    ["decimal", eq("1"), "1.000", true],
    ["decimal", eq("0.1"), "0.10000000000000000001", false],
    ["decimal", lt("1e37"), "9999999999999999999999999999999999999", true],
    ["number", eq("0.1"), "0.1000000000000000055511151231257827", true],
    ["integer", eq("9007199254740993"), "9007199254740992", false],
    ["string", lt("\u{1F600}"), "\ufffd", true],
    ["string", eq("a"), "a ", false],
    ["fold", eq("\u212a"), "k", false],
    ["fold", eq("AB"), "ab", true],
    ["datetime", lt("2024-01-01T00:00:00.000000001Z"), "2024-01-01T00:00:00Z", true],
    ["datetime", eq("0000-02-29T00:00:00Z"), "0000-02-29T00:00:00.000Z", true],
    ["date", lt("1970-01-01"), "0001-01-01", true],
    ["uuid", eq("aaaaaaaa-0000-0000-0000-000000000000"), "AAAAAAAA-0000-0000-0000-000000000000", true],
    ["boolean", eq(null), "false", false],
  ] as const)("%s %j of %j: %s", (kind, meaning, value, expected) => {
    expect(holds(meaning, kind, value)).toBe(expected)
    expect(holds(meaning, kind, null)).toBe(meaning.join === "none" && meaning.condition.values[0] === null)
  })
})
