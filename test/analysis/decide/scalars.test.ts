import { expect, test } from "vitest"
import { tallyOf } from "./questions.ts"
import { scalarWorlds } from "./worlds.ts"

const PAIRS_OF_A_DEPTH = 1000

test.each(Object.entries(scalarWorlds))("3,000 pairs of filters are all decided: %s", (_, world) => {
  for (const depth of [0, 1, 2]) {
    for (const [question, { counts, examples }] of Object.entries(tallyOf(world, depth, PAIRS_OF_A_DEPTH))) {
      expect(examples, question).toEqual([])
      expect(counts.proved, question).toBeGreaterThan(PAIRS_OF_A_DEPTH / 100)
      expect(counts.refuted, question).toBeGreaterThan(PAIRS_OF_A_DEPTH / 100)
    }
  }
})
