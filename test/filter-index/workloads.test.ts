import { describe, expect, test } from "vitest"
import { countMoves, pairsOf } from "../../bench/filter-index/changes.ts"
import { CLOSURES, type Contender, GENERATED, INDEX } from "../../bench/filter-index/contenders.ts"
import { exponent } from "../../bench/filter-index/growth.ts"
import { assertAgreement, enter } from "../../bench/filter-index/match.ts"
import { mongoPeers } from "../../bench/filter-index/mongo-peers.ts"
import { savedFilters, shareOf } from "../../bench/filter-index/saved.ts"
import { makeTickets } from "../../bench/filter-index/tickets.ts"
import { makeFilters, type Workload, workloads } from "../../bench/filter-index/workloads.ts"

const FILTERS = 1000
const records = makeTickets(60)

/** The least and the greatest share of the filters that match a record, as the mean. */
const shares: Readonly<Record<Workload, readonly [least: number, greatest: number]>> = {
  views: [0.01, 0.03],
  // One in 400.
  selective: [1 / 500, 1 / 320],
  ranges: [0.05, 0.1],
  contains: [0.005, 0.015],
  relations: [0.003, 0.01],
}

describe.each(workloads)("%s", (workload) => {
  const saved = savedFilters(workload, FILTERS)

  test("a record matches the stated share of the filters", () => {
    const share = shareOf(saved, records)
    const [least, greatest] = shares[workload]
    expect(share).toBeGreaterThan(least)
    expect(share).toBeLessThan(greatest)
  })

  test("more filters begin with the same ones", () => {
    expect(makeFilters(workload, FILTERS).slice(0, 100)).toEqual(makeFilters(workload, 100))
  })

  test.each<Contender>([INDEX, GENERATED, ...mongoPeers])(
    "$name finds the same filters as closures",
    async (one) => {
      const reference = enter(CLOSURES, saved, records)
      await assertAgreement(enter(one, saved, records), reference, records.length)
    },
  )

  test("the index finds the filters that a changed record enters and leaves", () => {
    expect(countMoves(saved, pairsOf(records))).toBeGreaterThan(0)
  })
})

test("contenders that find different filters are no contenders", async () => {
  const saved = savedFilters("views", 100)
  const others = enter(INDEX, savedFilters("selective", 100), records)
  await expect(assertAgreement(others, enter(CLOSURES, saved, records), records.length)).rejects.toThrow(
    "filterIndex finds other filters than loop over closures",
  )
})

test("many agents save the same view", () => {
  const views = makeFilters("views", FILTERS).map((view) => JSON.stringify(view))
  expect(new Set(views).size).toBeLessThan(FILTERS * 0.7)
})

test("the exponent of a growth is the slope of its logarithms", () => {
  expect(exponent([10, 100, 1000].map((size) => [size, 5 * size ** 0.5]))).toBeCloseTo(0.5)
})
