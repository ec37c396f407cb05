import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { compareCodePoints, foldAscii, isWellFormed } from "../../src/text/unicode.ts"
import { runs } from "../properties/runs.ts"

/** Characters around the surrogates, where UTF-16 and code points sort differently. */
const boundary = fc.constantFrom(
  "\ud7ff",
  "\ue000",
  "\ufffd",
  "\uffff",
  "\u{10000}",
  "\u{1F600}",
  "\u{10FFFF}",
)
const wellFormed = fc.oneof(
  fc.string({ unit: "binary" }),
  fc
    .array(fc.oneof(boundary, fc.constantFrom("", "a", "b", "\0", "\u00e9")), { maxLength: 4 })
    .map((parts) => parts.join("")),
)
/** Any sequence of UTF-16 units, lone surrogates included. */
const units = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 0xd7ff, max: 0xe000 })), {
    maxLength: 6,
  })
  .map((codes) => String.fromCharCode(...codes))

describe("compareCodePoints", () => {
  test("agrees with the order of UTF-8 bytes", () => {
    fc.assert(
      fc.property(wellFormed, wellFormed, (a, b) => {
        expect(Math.sign(compareCodePoints(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)))
      }),
      runs(3000),
    )
  })

  test("agrees with it when two texts begin alike", () => {
    fc.assert(
      fc.property(wellFormed, wellFormed, wellFormed, (start, a, b) => {
        expect(Math.sign(compareCodePoints(start + a, start + b))).toBe(
          Buffer.compare(Buffer.from(a), Buffer.from(b)),
        )
      }),
      runs(1000),
    )
  })

  test("differs from JavaScript's < where surrogates are involved", () => {
    expect("\ufffd" < "\u{1F600}").toBe(false)
    expect(compareCodePoints("\ufffd", "\u{1F600}")).toBeLessThan(0)
  })

  test("is zero for equal texts only, and changes its sign with the order of its arguments", () => {
    fc.assert(
      fc.property(units, units, (a, b) => {
        expect(compareCodePoints(a, a)).toBe(0)
        expect(compareCodePoints(a, b) === 0).toBe(a === b)
        expect(Math.sign(compareCodePoints(a, b))).toBe(0 - Math.sign(compareCodePoints(b, a)))
      }),
      runs(1000),
    )
  })
})

describe("foldAscii", () => {
  test("replaces A to Z and nothing else", () => {
    fc.assert(
      fc.property(fc.oneof(units, fc.string(), wellFormed), (text) => {
        const expected = Array.from({ length: text.length }, (_, i) => {
          const unit = text.charCodeAt(i)
          return String.fromCharCode(unit >= 0x41 && unit <= 0x5a ? unit + 0x20 : unit)
        }).join("")
        expect(foldAscii(text)).toBe(expected)
      }),
      runs(2000),
    )
  })

  test.each([
    ["", ""],
    ["@AZ[`az{", "@az[`az{"],
    ["ÄÖÜ ABC", "ÄÖÜ abc"],
    ["İI", "İi"],
    // The Kelvin sign, which toLowerCase makes a k.
    ["\u212aK", "\u212ak"],
    ["ABC\u{1F600}DEF", "abc\u{1F600}def"],
  ])("%j becomes %j", (text, folded) => {
    expect(foldAscii(text)).toBe(folded)
  })
})

describe("isWellFormed", () => {
  test("is false for exactly the texts that UTF-8 cannot encode", () => {
    fc.assert(
      fc.property(fc.oneof(units, wellFormed), (text) => {
        expect(isWellFormed(text)).toBe(Buffer.from(text).toString() === text)
      }),
      runs(3000),
    )
  })

  test.each([
    ["\ud83d", false],
    ["\ude00", false],
    ["\ude00\ud83d", false],
    ["a\ud83db", false],
    ["\ud83d\ud83d\ude00", false],
    ["\ud83d\ude00", true],
    ["\ufffd", true],
    ["", true],
  ])("%j: %s", (text, expected) => {
    expect(isWellFormed(text)).toBe(expected)
  })
})
