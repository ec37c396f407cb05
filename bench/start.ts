import { execFileSync } from "node:child_process"
import { duration, ratio, type Table } from "./table.ts"

/** Programs that run in a fresh process. Each prints its time in milliseconds. */
const programs = {
  chevrotain: "import of chevrotain alone",
  parse: "import, and the first parsed filter",
  mistake: "import, and the first syntax error",
  build: "import of builder and predicate, and the first built filter",
} as const

/** Measures the cost of the first filter of a process. */
export function startTable(): Table {
  const times = Object.entries(programs).map(([file, name]) => ({ name, nanos: bestOf(5, file) }))
  const chevrotain = times[0]?.nanos ?? Number.NaN
  return {
    title: "Cold start",
    note: "Each program runs in a fresh process, with its files in the cache of the file system. Chevrotain consists of hundreds of files. A bundler would combine them into one.",
    columns: ["", "time", "× chevrotain"],
    rows: times.map(({ name, nanos }) => [name, duration(nanos), ratio(nanos, chevrotain)]),
  }
}

function bestOf(runs: number, file: string): number {
  const program = new URL(`./starts/${file}.mjs`, import.meta.url).pathname
  return Math.min(
    ...Array.from(
      { length: runs },
      () => Number(execFileSync(process.execPath, [program], { encoding: "utf8" })) * 1e6,
    ),
  )
}
