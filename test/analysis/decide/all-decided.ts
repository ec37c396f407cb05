import { expect } from "vitest"
import { tallyOf } from "./questions.ts"
import type { World } from "./world.ts"

const PAIRS_OF_A_DEPTH = 750

/** Expects that 3,000 pairs of filters are all decided, and rightly, and that some implications among them are true. */
export function expectAllDecided(world: World): void {
  for (const depth of [0, 1, 2, 3]) {
    for (const [question, { counts, examples }] of Object.entries(tallyOf(world, depth, PAIRS_OF_A_DEPTH))) {
      expect(examples, question).toEqual([])
      if (question === "implies") expect(counts.proved).toBeGreaterThan(PAIRS_OF_A_DEPTH / 20)
    }
  }
}
