import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { quote, quoteSource, quoteStep } from "../../src/text/quote.ts"
import { runs } from "../properties/runs.ts"

/** Escapes alone may show these: controls, bidirectional marks, separators, invisible characters, halves of a pair. */
const HOSTILE = [
  ..."\0\u001b\n\u007f\u0080\u009b\u00ad\u200b\u200f\u202e\u2028\u2029\u2066\ufeff\u3164\ufe0f",
  "\ud83d",
  "\ude00",
  "\u{e0041}",
]
const hostileText = fc
  .array(fc.oneof(fc.constantFrom(...HOSTILE, '"', "\\", "…", "\u{1f600}", "a"), fc.string()), {
    maxLength: 80,
  })
  .map((parts) => parts.join(""))

const showsOnlyVisible = (shown: string) => {
  for (const character of HOSTILE) expect([...shown]).not.toContain(character)
}

describe("quote", () => {
  test.each([
    ["a", '"a"'],
    ['a"\\', String.raw`"a\"\\"`],
    ["\u009b31m\u202e\u2028", String.raw`"\u009b31m\u202e\u2028"`],
    ["\n\ud83d", String.raw`"\n\ud83d"`],
    ["\u{e0041}\ufe0f", String.raw`"\udb40\udc41\ufe0f"`],
    ["x".repeat(60), `"${"x".repeat(60)}"`],
    ["x".repeat(61), `"${"x".repeat(60)}"…`],
    [`${"x".repeat(59)}…`, `"${"x".repeat(59)}…"`],
    [`${"x".repeat(59)}\u{1f600}`, `"${"x".repeat(59)}"…`],
    ["\u{1f600}".repeat(31), `"${"\u{1f600}".repeat(30)}"…`],
  ])("%j is %s", (text, shown) => {
    expect(quote(text)).toBe(shown)
  })

  test("shows no hidden character, and means the text or its beginning", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const shown = quote(text)
        showsOnlyVisible(shown)
        if (text.length <= 60) expect(JSON.parse(shown)).toBe(text)
        else expect(text.startsWith(JSON.parse(shown.replace(/…$/, "")))).toBe(true)
      }),
      runs(1000),
    )
  })

  test("takes no time in proportion to a long text", () => {
    expect(quote("\u202e".repeat(10_000_000)).length).toBe(60 * 6 + 3)
  })
})

describe("quoteSource", () => {
  test.each([
    ["'state'", "'state'"],
    [String.raw`"\u0041"`, String.raw`"\u0041"`],
    ['"\u009b\u202e"', String.raw`"\u009b\u202e"`],
    [`"${"x".repeat(60)}"`, `"${"x".repeat(59)}…`],
    [`"${"x".repeat(58)}\u{1f600}"`, `"${"x".repeat(58)}…`],
  ])("%j is %s", (source, shown) => {
    expect(quoteSource(source)).toBe(shown)
  })

  test("shows no hidden character, and keeps the meaning of a JSON text", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const source = JSON.stringify(text)
        showsOnlyVisible(quoteSource(text))
        if (source.length <= 60) expect(JSON.parse(quoteSource(source))).toBe(text)
      }),
      runs(1000),
    )
  })
})

describe("quoteStep", () => {
  test.each([
    ["firstName", "firstName"],
    ["a name", "a name"],
    ["a\u202eb", String.raw`"a\u202eb"`],
    [String.raw`a\u202eb`, String.raw`"a\\u202eb"`],
    ['"a"', String.raw`"\"a\""`],
  ])("%j is %s", (name, shown) => {
    expect(quoteStep(name)).toBe(shown)
  })

  test("shows no hidden character, and the name can be read back", () => {
    fc.assert(
      fc.property(hostileText, (name) => {
        const shown = quoteStep(name)
        showsOnlyVisible(shown)
        expect(shown.startsWith('"') ? JSON.parse(shown) : shown).toBe(name)
      }),
      runs(1000),
    )
  })
})
