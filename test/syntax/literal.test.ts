import { expect, test } from "vitest"
import { numberLiteral } from "../../src/syntax/literal.ts"

test.each([5, -5, 0, 2 ** 53 - 1])("the literal for %s is the number itself", (value) => {
  expect(numberLiteral(value)).toEqual({ kind: "number", digits: value })
})

test("there is one zero", () => {
  expect(numberLiteral(-0)).toEqual({ kind: "number", digits: 0 })
})

test.each([
  [0.1, "0.1"],
  [1e-7, "1e-7"],
  [9007199254740993n, "9007199254740993"],
  [-(2n ** 63n), "-9223372036854775808"],
])("the literal for %s keeps every digit", (value, digits) => {
  expect(numberLiteral(value)).toEqual({ kind: "number", digits })
})

test.each([
  [2 ** 53, "9007199254740992"],
  [-(2 ** 53), "-9007199254740992"],
  [1e21, "1e+21"],
])("the literal for %s is lossy", (value, digits) => {
  expect(numberLiteral(value)).toEqual({ kind: "number", digits, lossy: true })
})
