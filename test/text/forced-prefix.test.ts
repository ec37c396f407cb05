import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { forcedPrefix, prefixesBetween } from "../../src/text/forced-prefix.ts"
import { compareCodePoints } from "../../src/text/unicode.ts"
import { runs } from "../properties/runs.ts"

describe("forcedPrefix", () => {
  test.each([
    ["abc", "abx", "ab"],
    ["abc", "abd", "abc"],
    ["abc", "abda", "ab"],
    ["ab", "abc", "ab"],
    ["", "a", ""],
    ["z", undefined, ""],
    // Lone surrogates lie between these.
    ["\uffff", "\u{10000}", ""],
  ])("of the texts between %j and %j is %j", (below, above, prefix) => {
    expect(forcedPrefix(below, above)).toBe(prefix)
  })
})

describe("prefixesBetween", () => {
  test.each([
    ["a", "ba", ["b"]],
    ["az", "ca", ["b", "c"]],
    ["xa", "xd", ["xb", "xc", "xd"]],
    ["a", "z", []],
    ["ab", "abc", []],
    ["\ud7fe", "\ue001", []],
    ["\u{1f600}", "\u{1f602}", ["\u{1f601}", "\u{1f602}"]],
    // A surrogate alone is no character.
    ["\u{1f3ff}", "\u{1f900}", []],
  ])("%j and %j: %j", (below, above, prefixes) => {
    expect(prefixesBetween(below, above)).toEqual(prefixes)
  })
})

test("every text between two texts has the prefix that is forced", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "b", "c", "\u{1f600}", "\u{1f601}"), maxLength: 4 })
  fc.assert(
    fc.property(text, text, text, (...texts) => {
      const [below = "", between = "", above = ""] = texts.sort(compareCodePoints)
      if (below !== between && between !== above)
        expect(between.startsWith(forcedPrefix(below, above))).toBe(true)
    }),
    runs(1000),
  )
})
