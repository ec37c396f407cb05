import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { applyEdits, type Completion, complete, diagnose } from "../../src/editor.ts"
import { filterText } from "../arbitraries/filters.ts"
import { tokensOf } from "../arbitraries/mistaken.ts"
import { people } from "../conformance/people.ts"
import { runs } from "../properties/runs.ts"

/** No limit on conditions: a completion adds one, and its place in the text is not the reason for the mistake. */
const limits = { maxRelationConditions: 10_000, maxNodes: 10_000, maxLength: 1_000_000, maxDepth: 250 }

/** The filter with white space of any sort between its tokens. */
const spacedText = fc
  .tuple(filterText, fc.infiniteStream(fc.constantFrom("", "", " ", "\n  ")))
  .map(([text, spaces]) =>
    tokensOf(text)
      .map(({ start, end }) => text.slice(start, end) + spaces.next().value)
      .join(""),
  )

/** The text of a filter without some part, or with a character too many. */
const damagedText = spacedText.chain((text) =>
  fc
    .tuple(
      fc.nat(text.length),
      fc.nat(6),
      fc.constantFrom("", "", "x", '"', ",", "{", "}", "[", "]", ":", "$", "1"),
    )
    .map(([at, count, added]) => text.slice(0, at) + added + text.slice(at + count)),
)

function offsetIn(text: string): fc.Arbitrary<readonly [text: string, offset: number]> {
  return fc.nat(text.length).map((offset) => [text, offset])
}

function mistakesIn(text: string) {
  return diagnose(people, text, { limits })
}

/** The completions, each with the text that it makes. */
function completed(text: string, offset: number): (readonly [Completion, string])[] {
  return complete(people, text, offset).map((item) => [item, applyEdits(text, [item.edit])])
}

describe("Completions", () => {
  test("of a valid filter that ends anywhere make a valid filter", () => {
    fc.assert(
      fc.property(spacedText.chain(offsetIn), ([whole, offset]) => {
        const text = whole.slice(0, offset)
        for (const [item, result] of completed(text, offset)) {
          expect(mistakesIn(result), `${item.label} in ${text}: ${result}`).toEqual([])
          expect(item.edit.end).toBeLessThanOrEqual(text.length)
        }
      }),
      runs(300),
    )
  })

  test("anywhere in a valid filter make a valid filter", () => {
    fc.assert(
      fc.property(spacedText.chain(offsetIn), ([text, offset]) => {
        for (const [item, result] of completed(text, offset))
          expect(mistakesIn(result), `${item.label} at ${offset} in ${text}: ${result}`).toEqual([])
      }),
      runs(300),
    )
  })

  test("in a damaged text add no syntax error", () => {
    const syntaxErrorsIn = (text: string) => mistakesIn(text).filter(({ code }) => code === "syntax").length
    fc.assert(
      fc.property(damagedText.chain(offsetIn), ([text, offset]) => {
        const before = syntaxErrorsIn(text)
        for (const [{ label }, result] of completed(text, offset))
          expect(syntaxErrorsIn(result), `${label} at ${offset} in ${text}: ${result}`).toBeLessThanOrEqual(
            before,
          )
      }),
      runs(300),
    )
  })
})
