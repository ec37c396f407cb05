import fc from "fast-check"
import { beforeAll, describe, expect, test } from "vitest"
import { defineSchema, field, parseFilter } from "../../src/index.ts"
import { toPredicate } from "../../src/predicate.ts"
import { runs } from "../properties/runs.ts"
import { examplesOf } from "./docs.ts"
import { valueAfter } from "./value-after.ts"

type StartsWith = (
  prefix: string,
  options?: { readonly caseSensitive: boolean },
) => { readonly $gte: string; readonly $lt?: string }

/** The function in the example of the page. */
let startsWith: StartsWith
beforeAll(async () => {
  startsWith = (await valueAfter(
    examplesOf("text-search.md").get("Prefix") ?? "",
    "startsWith",
  )) as StartsWith
})

const schema = defineSchema({ exact: field.string(), folding: field.string({ caseSensitive: false }) })

/** Code points beside which a range can go wrong: those that fold, their neighbours, and those beside surrogates. */
const edges = fc.constantFrom(..."?@AaBbYyZz[\\`{|", "\ud7ff", "\ue000", "\uffff", "\u{10000}", "\u{10ffff}")
const unit = fc.oneof(
  edges,
  fc.string({ unit: "binary", minLength: 1, maxLength: 1 }).filter((text) => text !== "\0"),
)
const texts = fc.string({ unit, maxLength: 4 })
/** A prefix, and a text that often begins with it. */
const pairs = fc.tuple(texts, texts, texts).map(([prefix, rest, other]) => ({
  prefix,
  candidates: [prefix + rest, prefix.toUpperCase() + rest, prefix.slice(0, -1) + other, other].filter(
    (text) => !/\p{Surrogate}/u.test(text),
  ),
}))

const folded = (text: string) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())

describe("the range of a prefix in docs/text-search.md", () => {
  test("is exact", () => {
    fc.assert(
      fc.property(pairs, ({ prefix, candidates }) => {
        const matches = toPredicate(parseFilter(schema, { exact: startsWith(prefix) }))
        for (const exact of candidates) expect(matches({ exact }), exact).toBe(exact.startsWith(prefix))
      }),
      runs(200),
    )
  })

  test("is exact on a field that ignores case", () => {
    fc.assert(
      fc.property(pairs, ({ prefix, candidates }) => {
        const range = startsWith(prefix, { caseSensitive: false })
        const matches = toPredicate(parseFilter(schema, { folding: range }))
        for (const folding of candidates)
          expect(matches({ folding }), folding).toBe(folded(folding).startsWith(folded(prefix)))
      }),
      runs(200),
    )
  })
})
