import fc from "fast-check"
import { expect, test } from "vitest"
import { deskFilterLanguage } from "../../src/codemirror.ts"
import { mistakenFilter } from "../arbitraries/mistaken.ts"
import { runs } from "../properties/runs.ts"

const { parser } = deskFilterLanguage

/** Texts of filters from which a part was cut, or with other characters in place of the part. */
const cutText = fc
  .tuple(
    mistakenFilter,
    fc.nat(),
    fc.nat(),
    fc.constantFrom("", "", '"', "{", "]", ",", ":", "'", "x", "é", "\n "),
  )
  .map(([text, a, b, by]) => {
    const start = a % (text.length + 1)
    return text.slice(0, start) + by + text.slice(start + (b % (text.length + 1 - start)))
  })

const anyText = fc.oneof(
  cutText,
  fc.string({ unit: fc.constantFrom(..."{}[]:,\"$'`a1- \n\\/*") }),
  fc.string({ unit: "binary" }),
)

test("the tree covers everything but white space", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const tree = parser.parse(text)
      expect(tree.length).toBe(text.length)
      let rest = 0
      tree.iterate({
        enter: ({ node, from, to }) => {
          expect(from).toBeGreaterThanOrEqual(node.parent?.from ?? 0)
          expect(to).toBeLessThanOrEqual(node.parent?.to ?? text.length)
          if (node.firstChild !== null) return
          expect(text.slice(rest, from).trim()).toBe("")
          rest = to
        },
      })
      // A quote around the whole text is one mistake, at its start.
      expect(text.slice(rest).trim()).toMatch(/^["'`]?$/)
    }),
    runs(1000),
  )
})

test("the tree does not depend on where the parser pauses", () => {
  fc.assert(
    fc.property(anyText, fc.nat(), (text, at) => {
      const parse = parser.startParse(text)
      const stop = at % (text.length + 1)
      parse.stopAt(stop)
      let tree = parse.advance()
      while (tree === null) tree = parse.advance()
      expect(tree.length).toBeGreaterThanOrEqual(stop)
      expect(parse.parsedPos).toBe(tree.length)
    }),
    runs(500),
  )
})
