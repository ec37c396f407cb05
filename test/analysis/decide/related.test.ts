import { expect, test } from "vitest"
import { tallyOf } from "./questions.ts"
import { relatedWorlds } from "./worlds.ts"

const PAIRS_OF_A_DEPTH = 750

test.each(Object.entries(relatedWorlds))(
  "3,000 pairs of filters on relations to many are all decided: %s",
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
