import { execFileSync } from "node:child_process"
import { duration, ratio, type Table } from "./table.ts"

/** Programs for a fresh process: each prints the milliseconds that it took. */
const programs = {
  chevrotain: "import of chevrotain alone",
  parse: "import, and the first filter of a text",
  mistake: "import, and the first mistake in a text",
  build: "import of builder and predicate, and the first filter",
} as const

/** What the first filter of a process costs. */
export function startTable(): Table {
  const times = Object.entries(programs).map(([file, name]) => ({ name, nanos: bestOf(5, file) }))
  const chevrotain = times[0]?.nanos ?? Number.NaN
  return {
    title: "Cold start",
    note: "In a fresh process, from files that are in the cache of the disk. Chevrotain comes in hundreds of files, which a bundler would make one.",
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
