import fc from "fast-check"
import { expect, test } from "vitest"
import { afterPrefix } from "../../src/text/after-prefix.ts"
import { compareCodePoints, foldAscii } from "../../src/text/unicode.ts"
import { runs } from "../properties/runs.ts"

test.each([
  ["ab", false, "ac"],
  ["a\ud7ff", false, "a\ue000"],
  ["a\u{10ffff}", false, "b"],
  ["\uffff", false, "\u{10000}"],
  ["@", false, "A"],
  ["@", true, "["],
  ["z", true, "{"],
  ["ABC", true, "abd"],
  ["", false, undefined],
  ["\u{10ffff}\u{10ffff}", false, undefined],
])("%j, folding %s: %j", (prefix, folds, end) => {
  expect(afterPrefix(prefix, folds)).toBe(end)
})

test("a text starts with the prefix if it is in the range", () => {
  const text = fc.string({
    unit: fc.oneof(
      fc.constantFrom("a", "A", "@", "[", "`", "\ud7ff", "\ue000", "\uffff", "\u{10000}", "\u{10ffff}"),
      fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
    ),
    maxLength: 4,
  })
  fc.assert(
    fc.property(text, text, text, fc.boolean(), (start, rest, other, folds) => {
      const fold = (text: string) => (folds ? foldAscii(text) : text)
      const prefix = fold(start)
      const end = afterPrefix(prefix, folds)
      for (const text of [start + rest, other].map(fold)) {
        const isInRange =
          compareCodePoints(prefix, text) <= 0 &&
          (end === undefined || compareCodePoints(text, fold(end)) < 0)
        expect(isInRange).toBe(text.startsWith(prefix))
      }
    }),
    runs(2000),
  )
})
