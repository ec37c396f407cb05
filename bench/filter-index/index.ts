/**
 * Measures the filter index as ratios, because absolute times differ between machines. All contenders run in this process
 * on the same records and filters, after a check that their answers are equal.
 *
 *     npm run bench:filter-index
 *     npm run bench:filter-index -- --quick --workload views --table match
 *
 * `--quick` measures this package only, and less exactly. With it or another option, no file is written.
 */
import { writeFileSync } from "node:fs"
import { parseArgs } from "node:util"
import { machine } from "../machine.ts"
import { markdownOf, type Row, type Table } from "../table.ts"
import { changesOf, changesTable } from "./changes.ts"
import { CLOSURES, type Contender, GENERATED, INDEX, type Saved } from "./contenders.ts"
import { growthOf, growthTable } from "./growth.ts"
import { type Installed, installedPeers } from "./installed-peers.ts"
import { matchTable } from "./match.ts"
import { memoryOf, memoryTable } from "./memory.ts"
import { mongoPeers } from "./mongo-peers.ts"
import { contentOf, contentTable, savedFilters } from "./saved.ts"
import { makeTickets } from "./tickets.ts"
import type { Turns } from "./turns.ts"
import { updatesOf, updatesTable } from "./updates.ts"
import { type Workload, workloads } from "./workloads.ts"

/** A table, and how to measure its rows for a workload. */
interface Measured {
  readonly filters: number
  readonly table: (rows: readonly Row[]) => Table
  readonly rows: (workload: Workload, saved: readonly Saved[]) => Promise<readonly Row[]>
}

const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    workload: { type: "string", multiple: true },
    table: { type: "string", multiple: true },
  },
})
const { quick } = values
const chosen = workloads.filter((name) => values.workload?.includes(name) ?? true)
const asksFor = (table: string) => values.table?.includes(table) ?? true
const turns: Turns = quick ? { rounds: 2, millis: 15 } : { rounds: 3, millis: 50 }
const runs = quick ? { updates: 1, memory: 1 } : { updates: 2, memory: 3 }
const records = makeTickets(quick ? 60 : 240)

const installed: Installed = quick ? { contenders: [], missing: [] } : await installedPeers()
const peers: readonly Contender[] = quick ? [] : [...installed.contenders, ...mongoPeers]
const contenders = [INDEX, GENERATED, CLOSURES, ...peers]

const written: string[] = installed.missing.map((reason) => `${reason}\n`)
for (const reason of written) console.log(reason)
function show(table: Table): void {
  const markdown = markdownOf(table)
  written.push(markdown)
  console.log(markdown)
}

/** The tables with a row for each workload, and what they measure of it: 10,000 filters or 100,000. */
const tables = {
  workloads: {
    filters: 10_000,
    table: contentTable,
    rows: async (name, saved) => [contentOf(name, saved, records)],
  },
  changes: {
    filters: 10_000,
    table: changesTable,
    rows: async (name, saved) => [await changesOf(name, saved, records, turns)],
  },
  growth: {
    filters: 100_000,
    table: growthTable,
    rows: async (name, saved) => [await growthOf(name, saved, records, turns)],
  },
  updates: {
    filters: 100_000,
    table: updatesTable,
    rows: async (name, saved) => updatesOf(name, saved, runs.updates),
  },
  memory: {
    filters: 100_000,
    table: memoryTable,
    rows: async (name, saved) => memoryOf(name, saved, records, runs.memory),
  },
} as const satisfies Readonly<Record<string, Measured>>

const unknown = [
  ...(values.table ?? []).filter((name) => name !== "match" && !(name in tables)),
  ...(values.workload ?? []).filter((name) => !chosen.some((one) => one === name)),
]
if (unknown.length > 0) throw new Error(`There is no table or workload ${unknown.join(", ")}`)

const measured = Object.entries(tables)
  .filter(([name]) => asksFor(name))
  .map(([, one]) => ({ ...one, found: [] as Row[] }))
const most = Math.max(10_000, ...measured.map(({ filters }) => filters))
// The filters of one workload are in memory at a time, because a collection looks at all objects.
for (const name of chosen) {
  const saved = savedFilters(name, most)
  if (asksFor("match")) show(await matchTable(name, saved.slice(0, 10_000), records, contenders, turns))
  for (const { filters, rows, found } of measured) found.push(...(await rows(name, saved.slice(0, filters))))
}
for (const { table, found } of measured) show(table(found))

if (!quick && values.workload === undefined && values.table === undefined) {
  const origin = {
    command: "npm run bench:filter-index",
    folders: [".", "bench/filter-index"],
    packages: ["koncorde", "json-rules-engine", "@ucast/mongo2js", "sift", "mingo"],
    readme: "../README.md#many-filters-one-record",
  }
  writeFileSync("bench/filter-index/results.md", `# Results\n\n${machine(origin)}\n\n${written.join("\n")}`)
}
