import fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  type Decimals,
  decimalsOf,
  decimalText,
  integersOf,
  storeDecimal,
  storeDouble,
  storeDoubleUnscaled,
  unsignedOf,
} from "../../../../src/backends/sql/dialect/decimals.ts"
import { runs } from "../../../properties/runs.ts"

/** A double of any size, with many whose neighbours are of another size. */
const double = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer({ min: -1000, max: 1000 }).map((i) => i / 100),
  fc.integer({ min: -1074, max: 1023 }).map((exponent) => 2 ** exponent),
  fc.constantFrom(
    0,
    -0,
    Number.MIN_VALUE,
    Number.MAX_VALUE,
    -Number.MAX_VALUE,
    2 ** 53,
    2 ** 53 + 2,
    4.35,
    0.1,
    1e22,
    1e23,
  ),
)

const column: fc.Arbitrary<Decimals> = fc.oneof(
  fc
    .tuple(fc.integer({ min: 1, max: 38 }), fc.integer({ min: 0, max: 38 }))
    .map(([precision, scale]) => decimalsOf(precision, Math.min(precision, scale))),
  fc.constantFrom(integersOf(8), integersOf(64), unsignedOf(16), unsignedOf(64)),
  fc.integer({ min: 0, max: 30 }).map((scale) => ({ scale })),
)

/** The integer of 10^-scale that a text stands for. */
function integerOf(text: unknown, scale: number): bigint {
  const [whole = "", fraction = ""] = String(text).split(".")
  expect(fraction.length).toBe(scale)
  return BigInt(whole + fraction)
}

const isHeld = (integer: bigint, { least, greatest }: Decimals) =>
  (least === undefined || integer >= least) && (greatest === undefined || integer <= greatest)

describe("a double in a column of decimals", () => {
  test("equals the decimals that JavaScript rounds to it, and no others", () => {
    fc.assert(
      fc.property(double, column, (value, held) => {
        const { scale } = held
        const rounded = (integer: bigint) => Number(decimalText(integer, scale))
        const stored = storeDouble(value, held)
        if (stored.kind === "none") {
          // Every decimal of the column is below or above.
          const floor = stored.floor === undefined ? undefined : integerOf(stored.floor, scale)
          const next = floor === undefined ? held.least : floor + 1n
          if (floor !== undefined) {
            expect(isHeld(floor, held)).toBe(true)
            expect(rounded(floor)).toBeLessThan(value)
          }
          if (next !== undefined && isHeld(next, held)) expect(rounded(next)).toBeGreaterThan(value)
          return
        }
        const [first, last] = stored.kind === "one" ? [stored.value, stored.value] : [stored.from, stored.to]
        const from = integerOf(first, scale)
        const to = integerOf(last, scale)
        expect(from <= to && isHeld(from, held) && isHeld(to, held)).toBe(true)
        expect(rounded(from) === value && rounded(to) === value).toBe(true)
        if (isHeld(from - 1n, held)) expect(rounded(from - 1n)).toBeLessThan(value)
        if (isHeld(to + 1n, held)) expect(rounded(to + 1n)).toBeGreaterThan(value)
      }),
      runs(2000),
    )
  })

  test("without a scale, it equals an interval whose ends are in the middle between two doubles", () => {
    fc.assert(
      fc.property(double, (value) => {
        const stored = storeDoubleUnscaled(value)
        if (stored.kind !== "several") throw new Error(stored.kind)
        const { from, to, inclusive } = stored
        expect([Number(from) === value, Number(to) === value]).toEqual([inclusive, inclusive])
        // A digit further in, everything rounds to it; a digit further out, nothing does.
        const scale = Math.max(...[from, to].map((end) => (String(end).split(".")[1] ?? "").length)) + 1
        const [low, high] = [from, to].map((end) => {
          const [whole = "", fraction = ""] = String(end).split(".")
          return BigInt(whole + fraction.padEnd(scale, "0"))
        }) as [bigint, bigint]
        const rounded = (integer: bigint) => Number(decimalText(integer, scale))
        expect(rounded(low + 1n) === value && rounded(high - 1n) === value).toBe(true)
        expect(rounded(low - 1n) < value && rounded(high + 1n) > value).toBe(true)
      }),
      runs(500),
    )
  })
})

test("a decimal is in a column exactly, or between two of its decimals", () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: -(10n ** 38n), max: 10n ** 38n }),
      fc.integer({ min: 0, max: 38 }),
      column,
      (integer, digits, held) => {
        const stored = storeDecimal(decimalText(integer, digits), held)
        /** A multiple of 10^-76, which is finer than either. */
        const fine = (value: bigint, scale: number) => value * 10n ** BigInt(76 - scale)
        const exact = fine(integer, digits)
        if (stored.kind === "several") throw new Error("several")
        const found = stored.kind === "one" ? stored.value : stored.floor
        if (found === undefined) {
          expect(held.least !== undefined && exact < fine(held.least, held.scale)).toBe(true)
          return
        }
        const floor = integerOf(found, held.scale)
        expect(isHeld(floor, held)).toBe(true)
        expect(fine(floor, held.scale) === exact).toBe(stored.kind === "one")
        expect(fine(floor, held.scale) <= exact).toBe(true)
        if (isHeld(floor + 1n, held)) expect(fine(floor + 1n, held.scale) > exact).toBe(true)
      },
    ),
    runs(2000),
  )
})
