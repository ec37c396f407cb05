/**
 * Measures speed as ratios, because absolute times differ between machines. All contenders run in this process on
 * the same data, after a check that their results are equal. `npm run bench` bundles this program first. A TypeScript
 * loader would wrap every function, and the benchmark would measure the wrappers too. It builds the package as well, for
 * the programs that measure its cold start.
 *
 *     npm run bench
 */
import { writeFileSync } from "node:fs"
import { makeCustomers } from "../examples/demo/customers.ts"
import { barChart, lineChart } from "./chart.ts"
import { contenders } from "./contenders.ts"
import { datetimeTable } from "./datetimes.ts"
import { growths, growthTable } from "./growth.ts"
import { machine } from "./machine.ts"
import { memoryTable } from "./memory.ts"
import { scans, scanTable } from "./scan.ts"
import { startTable } from "./start.ts"
import { markdownOf, type Table } from "./table.ts"
import { filterTable, predicateTable } from "./text.ts"
import { v8Table } from "./v8.ts"

const written: string[] = []
function show(table: Table): void {
  const markdown = markdownOf(table)
  written.push(markdown)
  console.log(markdown)
}

const records = makeCustomers(4000)
const [customer] = records
if (customer === undefined) throw new Error("The data has no customer")

// Measurements that need a fresh process come first.
const compiled = await predicateTable(customer)
const scanned = await scans(records)
show(scanTable(scanned, records.length))
show(await datetimeTable(records))
show(await filterTable())
show(compiled)
show(memoryTable(records))
show(startTable())
show(await v8Table())
const grown = await growths(makeCustomers(100_000))
show(growthTable(grown))

const ours = new Set(contenders.filter((contender) => contender.ours).map(({ name }) => name))
writeFileSync(
  "bench/scan.svg",
  barChart(
    "Six conditions, after 200 other filters: nanoseconds per record",
    "ns",
    Object.entries(scanned.after).map(([name, value]) => ({ name, value, ours: ours.has(name) })),
  ),
)
writeFileSync("bench/growth.svg", lineChart("Cost against size", grown))
writeFileSync("bench/results.md", `# Results\n\n${machine()}\n\n${written.join("\n")}`)
