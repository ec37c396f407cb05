import { parseFilter } from "desk-filter"
import { customers } from "desk-filter/desk"
import { type PredicateOptions, toPredicate } from "desk-filter/predicate"
import type { Customer } from "../examples/demo/customers.ts"
import { otherFilters } from "./filters.ts"
import { count } from "./scan.ts"
import type { Table } from "./table.ts"

const FILTERS = 10_000

/** Bytes that one predicate keeps alive, among ten thousand that have all run. */
function bytesEach(records: readonly Customer[], jit: PredicateOptions["jit"]): number {
  const collect = globalThis.gc
  if (collect === undefined) throw new Error("Run node with --expose-gc")
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
  // Used once more, so that nothing of them can have been collected.
  return predicates.length === FILTERS ? (after - before) / FILTERS : Number.NaN
}

export function memoryTable(records: readonly Customer[]): Table {
  const some = records.slice(0, 20)
  return {
    title: "Many filters",
    note:
      `${FILTERS.toLocaleString("en")} predicates alive at once, of ${otherFilters.length} shapes with two to seven conditions, no two with the same ` +
      `values; each has seen ${some.length} records.`,
    columns: ["", "bytes a predicate"],
    rows: [
      ["closures", bytesEach(some, false).toFixed(0)],
      ["generated code", bytesEach(some, true).toFixed(0)],
    ],
  }
}
