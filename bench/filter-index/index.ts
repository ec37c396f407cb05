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
import { markdownOf, type Table } from "../table.ts"
import { changesTable } from "./changes.ts"
import { CLOSURES, type Contender, GENERATED, INDEX, type Saved } from "./contenders.ts"
import { growthTable } from "./growth.ts"
import { installedPeers } from "./installed-peers.ts"
import { matchTable } from "./match.ts"
import { memoryTable } from "./memory.ts"
import { mongoPeers } from "./mongo-peers.ts"
import { savedFilters, workloadTable } from "./saved.ts"
import { makeTickets } from "./tickets.ts"
import type { Turns } from "./turns.ts"
import { updatesTable } from "./updates.ts"
import { type Workload, workloads } from "./workloads.ts"

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
const runs = quick ? 1 : 3
const records = makeTickets(quick ? 60 : 240)

const installed = quick ? { contenders: [], missing: [] } : await installedPeers()
const peers: readonly Contender[] = quick ? [] : [...installed.contenders, ...mongoPeers]
const contenders = [INDEX, GENERATED, CLOSURES, ...peers]

const written: string[] = installed.missing.map((reason) => `${reason}\n`)
for (const reason of written) console.log(reason)
function show(table: Table): void {
  const markdown = markdownOf(table)
  written.push(markdown)
  console.log(markdown)
}

type Filters = Readonly<Partial<Record<Workload, readonly Saved[]>>>
const most = ["growth", "updates", "memory"].some(asksFor) ? 100_000 : 10_000
const many: Filters = Object.fromEntries(chosen.map((name) => [name, savedFilters(name, most)]))
const some: Filters = Object.fromEntries(chosen.map((name) => [name, many[name]?.slice(0, 10_000) ?? []]))

const tables: Readonly<Record<string, () => Promise<void>>> = {
  workloads: async () => show(workloadTable(some, records.slice(0, 60))),
  match: async () => {
    for (const name of chosen) show(await matchTable(name, some[name] ?? [], records, contenders, turns))
  },
  growth: async () => show(await growthTable(many, records, turns)),
  updates: async () => show(updatesTable(many, runs)),
  memory: async () => show(memoryTable(many, records, runs)),
  changes: async () => show(await changesTable(some, records, turns)),
}
const unknown = [
  ...(values.table ?? []).filter((name) => !(name in tables)),
  ...(values.workload ?? []).filter((name) => !chosen.some((one) => one === name)),
]
if (unknown.length > 0) throw new Error(`There is no table or workload ${unknown.join(", ")}`)
for (const [name, print] of Object.entries(tables)) if (asksFor(name)) await print()

if (!quick && values.workload === undefined && values.table === undefined) {
  const origin = {
    command: "npm run bench:filter-index",
    folders: [".", "bench/filter-index"],
    packages: ["koncorde", "json-rules-engine", "@ucast/mongo2js", "sift", "mingo"],
    readme: "../README.md#many-filters-one-record",
  }
  writeFileSync("bench/filter-index/results.md", `# Results\n\n${machine(origin)}\n\n${written.join("\n")}`)
}
