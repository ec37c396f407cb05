/**
 * Speed, as ratios: everything that is compared runs in this one process, on the same data, after its results
 * were seen to be equal. Absolute times of two machines cannot be compared, ratios can. It is bundled first,
 * because running TypeScript as it is wraps every function and so measures the wrapping.
 *
 *     npm run bench
 */
import { writeFileSync } from "node:fs"
import { makeCustomers } from "../examples/demo/customers.ts"
import { barChart, lineChart } from "./chart.ts"
import { contenders } from "./contenders.ts"
import { growths, growthTable } from "./growth.ts"
import { machine } from "./machine.ts"
import { memoryTable } from "./memory.ts"
import { scans, scanTable } from "./scan.ts"
import { startTable } from "./start.ts"
import { markdownOf, type Table } from "./table.ts"
import { filterTable, predicateTable } from "./text.ts"

const written: string[] = []
function show(table: Table): void {
  const markdown = markdownOf(table)
  written.push(markdown)
  console.log(markdown)
}

const records = makeCustomers(4000)
const [customer] = records
if (customer === undefined) throw new Error("There is no customer")

// Whatever has to be new to the process comes first.
const compiled = await predicateTable(customer)
const scanned = await scans(records)
show(scanTable(scanned, records.length))
show(await filterTable())
show(compiled)
show(memoryTable(records))
show(startTable())
const grown = await growths(makeCustomers(100_000))
show(growthTable(grown))

const ours = new Set(contenders.filter((contender) => contender.ours).map(({ name }) => name))
writeFileSync(
  "bench/scan.svg",
  barChart(
    "Six conditions, after 200 other filters: nanoseconds a record",
    "ns",
    Object.entries(scanned.after).map(([name, value]) => ({ name, value, ours: ours.has(name) })),
  ),
)
writeFileSync("bench/growth.svg", lineChart("Cost against size", grown))
writeFileSync("bench/results.md", `# Results\n\n${machine()}\n\n${written.join("\n")}`)
