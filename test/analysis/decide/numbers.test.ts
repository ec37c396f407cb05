import { expect, test } from "vitest"
import { tallyOf } from "./questions.ts"
import { scalarWorlds } from "./worlds.ts"

const PAIRS = 15_000

test.each([0, 1, 2])("15,000 pairs of filters on two numbers, of depth %i, are all decided", (depth) => {
  const { numbers } = scalarWorlds
  if (numbers === undefined) throw new Error("There is no world of numbers")
  for (const [question, { counts, examples }] of Object.entries(tallyOf(numbers, depth, PAIRS))) {
    expect(examples, question).toEqual([])
    // A generator that seldom finds a "yes" would prove little.
    expect(counts.proved, question).toBeGreaterThan(PAIRS / 100)
    expect(counts.refuted, question).toBeGreaterThan(PAIRS / 100)
  }
})
