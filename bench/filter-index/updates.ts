import { filterIndex } from "desk-filter/filter-index"
import { randomFrom } from "../../test/analysis/decide/random.ts"
import { duration, type Row, type Table } from "../table.ts"
import type { Saved } from "./contenders.ts"
import { tickets } from "./tickets.ts"
import type { Workload } from "./workloads.ts"

/** The goals, in nanoseconds. */
const MOST = { set: 15e3, all: 2e9, remove: 5e3 } as const

const marked = (nanos: number, most: number) => `${duration(nanos)}${nanos > most ? " (!)" : ""}`

/** What it costs to store, replace and delete filters. */
export function updatesOf(workload: Workload, saved: readonly Saved[], runs: number): readonly Row[] {
  return [10_000, saved.length].map((size) => {
    const { set, replace, remove } = timesOf(saved.slice(0, size), runs)
    return [
      workload,
      size.toLocaleString("en"),
      marked(set / size, MOST.set),
      marked(set, MOST.all),
      duration(replace / size),
      marked(remove / size, MOST.remove),
    ]
  })
}

export function updatesTable(rows: readonly Row[]): Table {
  return {
    title: "Set, replace, delete",
    note:
      "After parsing. Filters are replaced by others and deleted in random order, until none is left. Each time is the mean of all filters, in the best run. " +
      `The goals: set ≤ ${duration(MOST.set)}, and 100,000 filters in ≤ ${duration(MOST.all)}; delete ≤ ${duration(MOST.remove)}. (!) marks what misses its goal.`,
    columns: ["", "filters", "set", "all", "replace", "delete"],
    rows,
  }
}

/** The nanoseconds for all filters. */
function timesOf(saved: readonly Saved[], runs: number) {
  const best = {
    set: Number.POSITIVE_INFINITY,
    replace: Number.POSITIVE_INFINITY,
    remove: Number.POSITIVE_INFINITY,
  }
  const order = shuffled(saved.length)
  for (let run = 0; run < runs; run++) {
    const index = filterIndex<typeof tickets, number>(tickets)
    const set = nanosOf(() => {
      for (let i = 0; i < saved.length; i++) index.set(i, (saved[i] as Saved).filter)
    })
    const replace = nanosOf(() => {
      // The filter at the same place from the end is another one of the same kind.
      for (const i of order) index.set(i, (saved[saved.length - 1 - i] as Saved).filter)
    })
    const remove = nanosOf(() => {
      for (const i of order) index.delete(i)
    })
    if (index.size !== 0) throw new Error("Deleted filters are still there")
    best.set = Math.min(best.set, set)
    best.replace = Math.min(best.replace, replace)
    best.remove = Math.min(best.remove, remove)
  }
  return best
}

function nanosOf(task: () => void): number {
  const start = process.hrtime.bigint()
  task()
  return Number(process.hrtime.bigint() - start)
}

/** The numbers below the count, in random order. */
function shuffled(count: number): readonly number[] {
  const random = randomFrom(1)
  const order = Array.from({ length: count }, (_, i) => i)
  for (let i = count - 1; i > 0; i--) {
    const other = random.below(i + 1)
    const [a, b] = [order[i] as number, order[other] as number]
    order[i] = b
    order[other] = a
  }
  return order
}
