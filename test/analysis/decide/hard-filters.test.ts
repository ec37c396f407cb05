import { describe, expect, test } from "vitest"
import { hardFilters, schema } from "../../../bench/hard-filters.ts"
import * as analysis from "../../../src/analysis.ts"
import { type Filter, parseFilter, safeParseFilter } from "../../../src/index.ts"
import { operationsOf } from "../operations.ts"

type Ask = (a: Filter<typeof schema>, b: Filter<typeof schema>, text: string) => unknown

/** The functions that take a budget, or have one of their own. */
const functions: Readonly<Record<string, Ask>> = {
  implies: (a, b) => analysis.implies(a, b),
  disjoint: (a, b) => analysis.disjoint(a, b),
  equivalent: (a, b) => analysis.equivalent(a, b),
  equal: (a, b) => analysis.equal(a, b),
  matchesEverything: (a) => analysis.matchesEverything(a),
  matchesNothing: (a) => analysis.matchesNothing(a),
  "the guard": (_a, _b, text) => safeParseFilter(schema, text, { requireSelective: true }),
  simplify: (a) => analysis.simplify(a),
  "explain, of a record without values": (a) => analysis.explain(a, {}),
}

/** What the budget of 200,000 steps allows, as {@link operationsOf} counts it. */
const MOST = 600_000

describe.each(Object.entries(hardFilters))("%s", (_, [one, other]) => {
  const text = JSON.stringify(one)
  const a = parseFilter(schema, text)
  const b = parseFilter(schema, JSON.stringify(other))

  test.each(Object.entries(functions))("%s takes no more than its budget", (_, ask) => {
    expect(operationsOf(() => ask(a, b, text))).toBeLessThan(MOST)
  })
})
