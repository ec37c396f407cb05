/**
 * Measures the functions that decide about filters: on pairs that people may write, and on the hardest pairs within the
 * default limits that were found. `npm run bench:analysis` runs it for about a minute and prints two tables.
 *
 * A time is that of the processor, the least of some calls, because other programs may run too. The ratio of a pair is
 * to the time of parsing both filters in the same process.
 */
import { type Filter, parseFilter, safeParseFilter } from "desk-filter"
import {
  disjoint,
  equal,
  equivalent,
  explain,
  implies,
  matchesEverything,
  matchesNothing,
  simplify,
} from "desk-filter/analysis"
import { randomFrom } from "../test/analysis/decide/random.ts"
import { type Pair, randomPair } from "../test/analysis/decide/random-filters.ts"
import { relatedWorlds, scalarWorlds, textWorlds } from "../test/analysis/decide/worlds.ts"
import { hardFilters, schema } from "./hard-filters.ts"
import { duration, markdownOf, ratio, type Table } from "./table.ts"

/** No call may take longer. */
const LIMIT = 50e6

/** The nanoseconds of the processor in the best of a few calls. Other programs may run too. */
function timeOf(task: () => unknown): number {
  let best = Number.POSITIVE_INFINITY
  for (let calls = 0, total = 0; calls < 3 || (calls < 20 && total < 300e6); calls++) {
    const before = process.cpuUsage()
    task()
    const { user, system } = process.cpuUsage(before)
    total += (user + system) * 1000
    best = Math.min(best, (user + system) * 1000)
  }
  return best
}

/** What is measured of two filters, and of the text of the second one. */
const tasks: Readonly<Record<string, (a: Filter, b: Filter, text: string) => unknown>> = {
  implies: (a, b) => implies(a, b).answer,
  "implies, other way": (a, b) => implies(b, a).answer,
  disjoint: (a, b) => disjoint(a, b).answer,
  equivalent: (a, b) => equivalent(a, b).answer,
  equal: (a, b) => equal(a, b),
  matchesEverything: (_, b) => matchesEverything(b),
  matchesNothing: (a) => matchesNothing(a),
  guard: (_, __, text) => {
    const result = safeParseFilter(schema, text, { requireSelective: true })
    return result.ok ? "accepted" : result.error.diagnostics[0]?.code
  },
  simplify: (a) => simplify(a).kind,
  explain: (a) => explain(a, {}).matches,
}

function hardTable(): Table {
  const rows = Object.entries(hardFilters).map(([name, pair]) => {
    const [, text = ""] = pair.map((json) => JSON.stringify(json))
    const [a, b] = pair.map((json) => parseFilter(schema, JSON.stringify(json)) as Filter)
    if (a === undefined || b === undefined) throw new Error("A pair has two filters")
    const cells = Object.values(tasks).map((task) => {
      const nanos = timeOf(() => task(a, b, text))
      return `${duration(nanos)}${nanos > LIMIT ? " (!)" : ""} ${task(a, b, text)}`
    })
    return [name, duration(timeOf(() => parseFilter(schema, text))), ...cells]
  })
  return {
    title: "Hard filters",
    note: "Times of one call and the answers. (!) marks more than 50 ms.",
    columns: ["", "parse", ...Object.keys(tasks)],
    rows,
  }
}

/** Questions about filters that are nested at most once. */
function usualTable(): Table {
  const rows: string[][] = []
  const worlds = { "(warms up)": scalarWorlds.texts, ...scalarWorlds, ...textWorlds, ...relatedWorlds }
  for (const [name, world] of Object.entries(worlds)) {
    if (world === undefined) continue
    for (const depth of [0, 1]) {
      const random = randomFrom(1)
      const pairs = Array.from({ length: 300 }, () => randomPair(world, depth, random))
      const perPair = (task: (pair: Pair) => unknown) => timeOf(() => pairs.forEach(task)) / pairs.length
      const parsing = perPair(({ texts }) => texts.map((text) => parseFilter(world.schema, text)))
      const times = [implies, disjoint, equivalent].map((ask) => perPair(({ a, b }) => ask(a, b)))
      rows.push([
        name,
        String(depth),
        duration(parsing),
        ...times.flatMap((nanos) => [duration(nanos), ratio(nanos, parsing)]),
      ])
    }
  }
  return {
    title: "Usual filters",
    note: "The mean of 300 random pairs, and the ratio to parsing both texts.",
    columns: ["", "depth", "parse", "implies", "×", "disjoint", "×", "equivalent", "×"],
    rows,
  }
}

for (const table of [usualTable(), hardTable()]) console.log(markdownOf(table))
