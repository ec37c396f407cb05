import { expect, test } from "vitest"
import { Spread } from "../../../src/filter-index/structures/spread.ts"

function spreadOf(
  numbers: readonly number[],
): readonly [least: number | undefined, greatest: number | undefined] {
  const spread = new Spread()
  for (const number of numbers) spread.add(number)
  return [spread.least, spread.greatest]
}

const upTo = (count: number) => Array.from({ length: count }, (_, i) => i)

test("is from the least to the greatest of few numbers", () => {
  expect(spreadOf([])).toEqual([undefined, undefined])
  expect(spreadOf([7])).toEqual([7, 7])
  expect(spreadOf([3, -1, 2])).toEqual([-1, 3])
})

test.each([
  ["ascending", upTo(10_000)],
  ["descending", upTo(10_000).reverse()],
  ["in no order", upTo(10_000).map((i) => (i * 7919) % 10_000)],
  ["from the outside to the inside, by turns", upTo(10_000).map((i) => (i % 2 ? 9999 - (i >> 1) : i >> 1))],
])("covers most of many numbers: %s", (_, numbers) => {
  const [least = Number.NaN, greatest = Number.NaN] = spreadOf(numbers)
  expect(least).toBeLessThan(2500)
  expect(greatest).toBeGreaterThan(7500)
})

test("does not depend on a few numbers far away, early or late", () => {
  const far = [-1e300, 1e300]
  for (const numbers of [
    [...far, ...upTo(1000)],
    [...upTo(1000), ...far],
    [...upTo(500), ...far, ...upTo(500)],
  ]) {
    const [least = Number.NaN, greatest = Number.NaN] = spreadOf(numbers)
    expect([least, greatest].every((number) => number >= 0 && number < 1000)).toBe(true)
  }
})
