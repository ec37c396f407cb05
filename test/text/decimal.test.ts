import fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  canonicalDecimal,
  isJsonNumber,
  numberOfSortableDecimal,
  sortableDecimal,
} from "../../src/text/decimal.ts"
import { runs } from "../properties/runs.ts"

describe("the canonical spelling", () => {
  test.each([
    ["0", "0"],
    ["-0", "0"],
    ["0.000", "0"],
    ["-0e5", "0"],
    ["0e999999999999999999999999", "0"],
    ["1.0", "1"],
    ["-1.50", "-1.5"],
    ["19.99", "19.99"],
    ["1e3", "1000"],
    ["1.5E+3", "1500"],
    ["1500e-2", "15"],
    ["1.5e-3", "0.0015"],
    ["100", "100"],
    ["100.010", "100.01"],
    ["1e37", `1${"0".repeat(37)}`],
    ["1e-38", `0.${"0".repeat(37)}1`],
    [`${"9".repeat(38)}`, "9".repeat(38)],
    [`0.${"9".repeat(38)}`, `0.${"9".repeat(38)}`],
    [`${"9".repeat(19)}.${"9".repeat(19)}`, `${"9".repeat(19)}.${"9".repeat(19)}`],
    [`1.${"0".repeat(100)}`, "1"],
    [`1${"0".repeat(100)}e-100`, "1"],
  ])("%s is %s", (text, canonical) => {
    expect(canonicalDecimal(text)).toBe(canonical)
    expect(canonicalDecimal(canonical)).toBe(canonical)
  })

  test.each([
    "1e38",
    "-1e38",
    "1e-39",
    "1e999999999",
    "1e-999999999",
    `1e${"9".repeat(10_000)}`,
    "1".repeat(39),
    `0.${"1".repeat(39)}`,
    `${"1".repeat(20)}.${"1".repeat(19)}`,
    `1e19${"9".repeat(400)}`,
  ])("%s has too many digits", (text) => {
    expect(canonicalDecimal(text)).toBe("too many digits")
  })

  test.each([
    "",
    " ",
    "-",
    "+1",
    "01",
    ".5",
    "5.",
    "1e",
    "1e+",
    "0x1",
    "1_000",
    "1,5",
    "1 ",
    "1\n",
    "NaN",
    "٧",
  ])("%j is no number", (text) => {
    expect(isJsonNumber(text)).toBe(false)
    expect(canonicalDecimal(text)).toBeUndefined()
    expect(sortableDecimal(text)).toBeUndefined()
  })

  test("is read in linear time, without writing out the exponent", () => {
    const digits = "1".repeat(5_000_000)
    expect(canonicalDecimal(digits)).toBe("too many digits")
    expect(canonicalDecimal(`1${"0".repeat(5_000_000)}e-5000000`)).toBe("1")
    expect(sortableDecimal(`-${digits}e-5000000`)?.length).toBe(5_000_018)
    expect(sortableDecimal("1e999999999")?.length).toBe(18)
  })
})

/** A number in the grammar of JSON. */
const number = fc
  .tuple(
    fc.constantFrom("", "-"),
    fc.oneof(fc.constantFrom("0", "1", "9", "10", "99"), fc.bigInt({ min: 0n, max: 10n ** 45n }).map(String)),
    fc.oneof(fc.constantFrom("", ".0", ".5", ".50", ".09", ".99"), fc.stringMatching(/^\.[0-9]{1,45}$/)),
    fc.oneof(
      fc.constantFrom("", "e0", "E+1", "e-1"),
      fc.integer({ min: -50, max: 50 }).map((power) => `e${power}`),
    ),
  )
  .map((parts) => parts.join(""))

/** The decimal as an integer of 10^-100, by a simpler way than the code under test. */
function scaled(text: string): bigint {
  const [mantissa = "", power = "0"] = text.toLowerCase().split("e")
  const [whole = "", fraction = ""] = mantissa.split(".")
  return BigInt(whole + fraction) * 10n ** BigInt(100 + Number(power) - fraction.length)
}

test("the canonical spelling is the same decimal, has no superfluous digit, and at most 38", () => {
  fc.assert(
    fc.property(number, (text) => {
      const canonical = canonicalDecimal(text)
      const plain = plainly(scaled(text))
      if (canonical === "too many digits") expect(plain.replace(/^-?0?|\./g, "").length).toBeGreaterThan(38)
      else {
        expect(canonical).toBe(plain)
        expect(plain.replace(/^-?(?:0(?=\.))?|\./g, "").length).toBeLessThanOrEqual(38)
      }
    }),
    runs(2000),
  )
})

/** The decimal of an integer of 10^-100, without exponent and without superfluous zeros. */
function plainly(integer: bigint): string {
  const digits = String(integer < 0n ? -integer : integer).padStart(101, "0")
  const text = `${digits.slice(0, -100)}.${digits.slice(-100)}`.replace(/\.?0*$/, "")
  return integer < 0n ? `-${text}` : text
}

test("the sortable spelling has the order of the decimals", () => {
  const pair = fc.oneof(
    fc.tuple(number, number),
    // Neighbours, and other spellings of one decimal.
    number.chain((text) => {
      const [mantissa = "", power = "0"] = text.toLowerCase().split("e")
      const point = mantissa.includes(".") ? "" : "."
      return fc.tuple(
        fc.constant(text),
        fc.constantFrom(
          `${mantissa}${point}0e${power}`,
          `${mantissa}${point}01e${power}`,
          `${mantissa}e${Number(power) + 1}`,
          mantissa.startsWith("-") ? text.slice(1) : `-${text}`,
        ),
      )
    }),
  )
  fc.assert(
    fc.property(pair, ([one, other]) => {
      const [a, b] = [sortableDecimal(one) ?? "", sortableDecimal(other) ?? ""]
      const [x, y] = [scaled(one), scaled(other)]
      expect(a < b).toBe(x < y)
      expect(a === b).toBe(x === y)
    }),
    runs(5000),
  )
})

test("exponents far beyond those of filters keep the order too", () => {
  const texts = [
    `-1e${"9".repeat(1000)}`,
    "-1e999999",
    "-2",
    "-1.5",
    "-1",
    "-1e-999999",
    `-1e-${"9".repeat(1000)}`,
    "0",
    `1e-${"9".repeat(1000)}`,
    "1e-999999",
    "1",
    "1.5",
    "2",
    "1e999999",
    `1e${"9".repeat(1000)}`,
  ]
  const sortable = texts.map((text) => sortableDecimal(text) ?? "")
  expect([...sortable].sort()).toEqual(sortable)
  expect(new Set(sortable).size).toBe(texts.length)
})

describe("the number of a sortable spelling", () => {
  const text = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
    fc
      .tuple(fc.bigInt(), fc.integer({ min: -400, max: 400 }))
      .map(([digits, exponent]) => `${digits}e${exponent}`),
  )

  test("is the double nearest to the decimal", () => {
    fc.assert(
      fc.property(text, (decimal) => {
        const sortable = sortableDecimal(decimal) ?? ""
        expect(numberOfSortableDecimal(sortable) + 0).toBe(Number(decimal) + 0)
      }),
      runs(1000),
    )
  })

  test.each(["0", "-1", "1.5", "-0.1", "9007199254740993", "1e400", "-1e400", "1e-400"])("%s", (decimal) => {
    expect(numberOfSortableDecimal(sortableDecimal(decimal) ?? "") + 0).toBe(Number(decimal) + 0)
  })
})
