import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { textBetween } from "../../src/text/text-between.ts"
import { compareCodePoints, isWellFormed } from "../../src/text/unicode.ts"
import { text } from "../arbitraries/values.ts"
import { runs } from "../properties/runs.ts"

interface Case {
  readonly below?: string
  readonly above?: string
  readonly contains?: readonly string[]
  readonly lacks?: readonly string[]
  readonly found: string | undefined
}

describe("textBetween", () => {
  test.each<Case>([
    { found: "" },
    { lacks: [""], found: undefined },
    { contains: ["foo", "bar"], found: "foobar" },
    { contains: ["foo", "bar"], lacks: ["ob"], found: "barfoo" },
    { contains: ["ab", "ba"], lacks: ["bb", "aa"], found: "ab-ba" },
    { contains: ["ab", "ba"], lacks: ["bb", "aa", "-"], found: "ab ba" },
    { above: "a", contains: ["z"], found: "0z" },
    { below: "az", above: "b", contains: ["q"], found: "azq" },
    { below: "needle", contains: ["needle", "need"], found: "needlea" },
    // The next character replaces one that the text must lack.
    { below: "abc", lacks: ["b"], found: "ac" },
    { below: "@", lacks: ["@"], found: "[" },
    { below: "\u{10ffff}", lacks: ["\u{10ffff}"], found: undefined },
    { below: "x", above: "x\0", contains: [], found: undefined },
    { above: "", contains: ["a"], found: undefined },
  ])("%j", ({ found, below, above, ...needles }) => {
    expect(textBetween(below, above, needles)).toBe(found)
  })

  test("finds no text that breaks a condition", () => {
    const bound = fc.option(text, { nil: undefined })
    const needles = fc.array(text, { maxLength: 3 })
    fc.assert(
      fc.property(bound, bound, needles, needles, (below, above, contains, lacks) => {
        const found = textBetween(below, above, { contains, lacks })
        if (found === undefined) return
        if (below !== undefined) expect(compareCodePoints(below, found)).toBeLessThan(0)
        if (above !== undefined) expect(compareCodePoints(found, above)).toBeLessThan(0)
        expect(contains.filter((needle) => !found.includes(needle))).toEqual([])
        expect(lacks.filter((needle) => found.includes(needle))).toEqual([])
        expect(isWellFormed(found)).toBe(true)
      }),
      runs(2000),
    )
  })

  test("finds a text that lacks nothing and contains what some text between the bounds contains", () => {
    fc.assert(
      fc.property(text, text, (below, needle) => {
        const text = `${below}${needle}~`
        expect(textBetween(below, `${text}~`, { contains: [needle] })).toContain(needle)
      }),
      runs(500),
    )
  })
})
