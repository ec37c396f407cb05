import { execFileSync } from "node:child_process"
import { duration, ratio, type Table } from "./table.ts"

/**
 * Programs that import the built package, and run in a fresh process. Each prints its time in milliseconds. Its imports
 * run at the same time, like those at the top of a module.
 */
const programs = {
  ucast: "@ucast/mongo2js: import, and the first filter",
  parse: "import, and the first parsed filter",
  mistake: "import, and the first syntax error",
  build: "import of builder and predicate, and the first built filter",
  builder: "import of builder and customers, and the first built filter",
  client: "the same, and its query string",
} as const

const RUNS = 31

/** Measures the cost of the first filter of a process. */
export function startTable(): Table {
  const times = bestTimes()
  const ucast = times.get("ucast") ?? Number.NaN
  return {
    title: "Cold start",
    note: "Each program runs in a fresh process, with its files in the cache of the file system. The programs take turns, and each has its best time.",
    columns: ["", "time", "× @ucast/mongo2js"],
    rows: Object.entries(programs).map(([file, name]) => {
      const nanos = times.get(file) ?? Number.NaN
      return [name, duration(nanos), ratio(nanos, ucast)]
    }),
  }
}

/** The best time of each program. Taking turns gives each the same share of a noisy machine. */
function bestTimes(): ReadonlyMap<string, number> {
  const best = new Map<string, number>()
  for (let run = 0; run < RUNS; run++)
    for (const file of Object.keys(programs))
      best.set(file, Math.min(best.get(file) ?? Number.POSITIVE_INFINITY, nanosOf(file)))
  return best
}

function nanosOf(file: string): number {
  return Number(execFileSync(process.execPath, [`bench/starts/${file}.mjs`], { encoding: "utf8" })) * 1e6
}
