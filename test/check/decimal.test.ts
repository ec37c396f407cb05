import { expect, test } from "vitest"
import { describe as inWords, simplify } from "../../src/analysis.ts"
import { filterBuilder } from "../../src/builder.ts"
import { parseFilter } from "../../src/index.ts"
import { stringify } from "../../src/query-string.ts"
import { mistake, read, schema } from "./reading.ts"

test.each([
  ["19.99", "19.99"],
  ['"19.990"', "19.99"],
  ["-0.0", "0"],
  ["1e3", "1000"],
  ["12345678901234567.89", "12345678901234567.89"],
  ["0.1000000000000000055511151231257827", "0.1000000000000000055511151231257827"],
  ["1e37", `1${"0".repeat(37)}`],
  ["1e-38", `0.${"0".repeat(37)}1`],
])("%s is held as %s", (text, held) => {
  expect(read("price", text)).toBe(held)
})

test.each([
  [19.99, "19.99"],
  [0.1 + 0.2, "0.30000000000000004"],
  [1e21, "1000000000000000000000"],
  [5e-7, "0.0000005"],
  [-0, "0"],
  [9007199254740993n, "9007199254740993"],
  [10n ** 38n - 1n, "9".repeat(38)],
  [1n - 10n ** 38n, `-${"9".repeat(38)}`],
])("the JavaScript number %s means its shortest spelling", (number, held) => {
  expect(read("price", number)).toBe(held)
})

test.each([10n ** 38n, -(10n ** 38n), 2n ** 127n - 1n])(
  "a bigint of more than 38 digits is invalid",
  (bigint) => {
    expect(mistake("price", bigint)).toEqual([
      "invalid-value",
      "round it: the digits count as written without an exponent",
    ])
  },
)

test.each(["1e38", "1e-39", "1".repeat(39), `0.${"1".repeat(39)}`, "1e999999999", `1e${"9".repeat(5000)}`])(
  "a decimal of more than 38 digits is invalid",
  (text) => {
    for (const written of [text, `"${text}"`, `-${text}`])
      expect(mistake("price", written)).toEqual([
        "invalid-value",
        "round it: the digits count as written without an exponent",
      ])
  },
)

test.each([
  ["+1", "write 1"],
  [".5", "write 0.5"],
  ["-.5", "write -0.5"],
  ["5.", "write 5"],
  ["007.50", "write 7.5"],
  [" 19.99 ", "write 19.99"],
  ["19,99", "write 19.99: the decimal separator is a point"],
  ["1,000,000", "write 1000000: numbers have no separators"],
  ["1,234", 'write the digits, such as 19.99 or "19.99"'],
  ["$19", 'write the digits, such as 19.99 or "19.99"'],
  ["1e", 'write the digits, such as 19.99 or "19.99"'],
  ["", 'write the digits, such as 19.99 or "19.99"'],
  [".", 'write the digits, such as 19.99 or "19.99"'],
  ["0".repeat(61), 'write the digits, such as 19.99 or "19.99"'],
])("the hint for %j is: %s", (text, hint) => {
  expect(mistake("price", JSON.stringify(text))).toEqual(["type-mismatch", hint])
})

test("a boolean is of the wrong type", () => {
  expect(mistake("price", "true")[0]).toBe("type-mismatch")
})

test("the builder takes numbers, bigints and texts", () => {
  const { eq, oneOf } = filterBuilder(schema)
  expect(stringify(oneOf("price", [19.9, 20n, "30.50", 10n ** 30n, null]))).toBe(
    '{"price":{"$in":[19.9,20,30.5,1000000000000000000000000000000,null]}}',
  )
  expect(() => eq("price", Number.NaN)).toThrow("Field price expects a decimal, not NaN")
  expect(() => eq("price", new Date(0) as never)).toThrow("Field price expects a decimal, not a Date")
})

test.each([
  ["19.90", "19.9"],
  ["1e3", "1000"],
  ["0.1", "0.1"],
  ["9007199254740992", "9007199254740992"],
  ["9007199254740993", '"9007199254740993"'],
  ["0.30000000000000004", "0.30000000000000004"],
  ["0.300000000000000041", '"0.300000000000000041"'],
  ["1e37", `1${"0".repeat(37)}`],
  ["1e-38", `0.${"0".repeat(37)}1`],
  ["9".repeat(38), `"${"9".repeat(38)}"`],
])("stringify writes %s as %s", (text, written) => {
  const filter = parseFilter(schema, `{"price":${text}}`)
  expect(stringify(filter)).toBe(`{"price":${written}}`)
  expect(parseFilter(schema, stringify(filter))).toEqual(filter)
  // A reader with JSON.parse has the same decimal.
  expect(parseFilter(schema, JSON.parse(stringify(filter)))).toEqual(filter)
})

test("analysis orders decimals by their amount", () => {
  const simplified = (text: string) => stringify(simplify(parseFilter(schema, text)))
  expect(simplified('{"price":{"$in":[10,9,"-1","1e-3",-2,"9.0"]}}')).toBe(
    '{"price":{"$in":[-2,-1,0.001,9,10]}}',
  )
  expect(simplified('{"price":{"$gt":9,"$lte":10}}')).toBe('{"price":{"$gt":9,"$lte":10}}')
  expect(simplified('{"price":{"$gt":10,"$lte":9}}')).toBe('{"$or":[]}')
  // Columns hold greater amounts than filters.
  expect(simplified(`{"price":{"$lte":"${"9".repeat(38)}"}}`)).toBe(`{"price":{"$lte":"${"9".repeat(38)}"}}`)
})

test("a description has the decimal", () => {
  expect(inWords(parseFilter(schema, '{"price":{"$lt":19.90}}'))).toBe("price is less than 19.9")
})
