import { expect, test } from "vitest"
import { disjoint, implies } from "../../../src/analysis.ts"
import { defineSchema, field, parseFilter } from "../../../src/index.ts"
import { tallyOf } from "./questions.ts"
import { overlappingWorlds, textWorlds } from "./worlds.ts"

const PAIRS_OF_A_DEPTH = 750

test.each(Object.entries({ ...textWorlds, ...overlappingWorlds }))(
  "of 3,000 pairs of filters, no answer is unsound, and none is missed: %s",
  (_, world) => {
    for (const depth of [0, 1, 2, 3]) {
      for (const [question, { counts, examples }] of Object.entries(
        tallyOf(world, depth, PAIRS_OF_A_DEPTH),
      )) {
        expect(examples, question).toEqual([])
        if (question === "implies") expect(counts.proved).toBeGreaterThan(PAIRS_OF_A_DEPTH / 20)
      }
    }
  },
)

const schema = defineSchema({ x: field.string() })
const filter = (text: string) => parseFilter(schema, text)
const either = filter('{"$or":[{"x":{"$contains":"a"}},{"x":{"$contains":"r"}}]}')

test("what is missed: a text is inside of all texts above another one", () => {
  const above = filter('{"x":{"$gt":"\u{10ffff}"}}')
  expect(implies(above, filter('{"x":{"$contains":"\u{10ffff}"}}'))).toEqual({ answer: "unknown" })
  expect(disjoint(above, either)).toEqual({ answer: "no", record: { x: "\u{10ffff}a" } })
})
