import fc from "fast-check"
import { expect, test } from "vitest"
import { numberOfText } from "../../src/text/order-number.ts"
import { compareCodePoints } from "../../src/text/unicode.ts"
import { runs } from "../properties/runs.ts"

const unit = fc.constantFrom("\0", "a", "b", "\ud800", "\udfff", "\ue000", "\uffff", "\u{1f600}")
const text = fc.array(unit, { maxLength: 5 }).map((units) => units.join(""))

test("the numbers of texts have the order of code points", () => {
  fc.assert(
    fc.property(text, text, (one, other) => {
      const order = Math.sign(compareCodePoints(one, other))
      expect([0, order]).toContain(Math.sign(numberOfText(one) - numberOfText(other)))
    }),
    runs(1000),
  )
})

test("texts that differ in the first three units have different numbers", () => {
  const numbers = ["", "a", "ab", "abc", "abd", "b", "\uffff", "\ud800"].map(numberOfText)
  expect(new Set(numbers).size).toBe(numbers.length)
  expect(numbers).toEqual([...numbers].sort((one, other) => one - other))
  expect(numberOfText("abcx")).toBe(numberOfText("abcy"))
})
