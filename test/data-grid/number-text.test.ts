import { expect, test } from "vitest"
import { writtenNumber } from "../../src/bridges/data-grid/number-text.ts"
import { fromMuiFilterModel } from "../../src/data-grid.ts"
import { people } from "../conformance/people.ts"
import { outcomeOf } from "./mistakes.ts"

const equal = (field: string, value: unknown) =>
  outcomeOf(() => fromMuiFilterModel(people, { items: [{ field, operator: "=", value }] }))

test.each([
  ["1e18", "1000000000000000000"],
  ["9007199254740993.0", "9007199254740993"],
  ["-90071992547409930e-1", "-9007199254740993"],
  ["9223372036854775807.000", "9223372036854775807"],
  ["-0.0e9", "0"],
  ["10e-1", "1"],
  [".5e1", "5"],
  ["007", "7"],
])("the text %s on an integer is %s", (text, digits) => {
  expect(equal("count", text)).toBe(`{"count":${digits}}`)
})

test.each([
  ["1e-400", "not a string"],
  ["0.99999999999999999999", "not a string"],
  ["9007199254740990.9999", "not a string"],
  ["1.5", "not a number with a fraction"],
  ["0.5e-1", "not a number with a fraction"],
  ["9223372036854775808", "Field count expects a 64-bit integer"],
  ["1e20", "Field count expects a 64-bit integer"],
  ["1e400", "not a string"],
  ["1".repeat(400), "Field count expects a 64-bit integer"],
  [`0.${"0".repeat(400)}1`, "not a string"],
])("the text %s is no integer", (text, message) => {
  expect(equal("count", text)).toEqual([[expect.any(String), ["items", 0], expect.stringContaining(message)]])
})

test("numbers of other types", () => {
  expect(writtenNumber("number", "1e-400")).toBe(0)
  expect(writtenNumber("number", ".50")).toBe(0.5)
  expect(writtenNumber("decimal", "01.50")).toBe("1.50")
  for (const written of ["", ".", "5 apples", "0x10", 5, null])
    expect(writtenNumber("integer", written)).toBe(written)
})
