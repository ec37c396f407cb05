import { parseFilter } from "desk-filter"
import { customers } from "desk-filter/desk"
import { type PredicateOptions, toPredicate } from "desk-filter/predicate"
import type { Customer } from "../examples/demo/customers.ts"
import { otherFilters } from "./filters.ts"
import { count } from "./scan.ts"
import type { Table } from "./table.ts"

const FILTERS = 10_000

/** The bytes of memory per predicate, with ten thousand predicates that have all run. */
function bytesEach(records: readonly Customer[], jit: PredicateOptions["jit"]): number {
  const collect = globalThis.gc
  if (collect === undefined) throw new Error("globalThis.gc is missing: run node with --expose-gc")
  const used = () => {
    collect()
    return process.memoryUsage().heapUsed
  }
  const before = used()
  const predicates = Array.from({ length: FILTERS }, (_, i) => {
    const text = JSON.stringify({ ...otherFilters[i % otherFilters.length], lastName: { $ne: `name ${i}` } })
    return toPredicate<Customer>(parseFilter(customers, text), { jit: jit ?? false })
  })
  for (const matches of predicates) count(records, matches)
  const after = used()
  // This use keeps the predicates alive until here, so that the collection above cannot free them.
  return predicates.length === FILTERS ? (after - before) / FILTERS : Number.NaN
}

export function memoryTable(records: readonly Customer[]): Table {
  const some = records.slice(0, 20)
  return {
    title: "Many filters",
    note:
      `${FILTERS.toLocaleString("en")} predicates in memory at once. They have ${otherFilters.length} shapes with two to seven conditions, and no two have the same ` +
      `values. Each has run on ${some.length} records.`,
    columns: ["", "bytes per predicate"],
    rows: [
      ["closures", bytesEach(some, false).toFixed(0)],
      ["generated code", bytesEach(some, true).toFixed(0)],
    ],
  }
}
