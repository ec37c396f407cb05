import type { Filter } from "desk-filter"
import type { Row, Table } from "../table.ts"
import { indexOf, type Saved } from "./contenders.ts"
import { conditionsOf } from "./saved.ts"
import type { Ticket } from "./tickets.ts"
import type { Workload } from "./workloads.ts"

/** The goal, in bytes a condition. */
const MOST = 300

/** What an index keeps in memory beyond the filters. */
export function memoryOf(
  workload: Workload,
  saved: readonly Saved[],
  records: readonly Ticket[],
  runs: number,
): readonly Row[] {
  return [10_000, saved.length].map((size) => {
    const some = saved.slice(0, size)
    const conditions = some.reduce((sum, { filter }) => sum + conditionsOf(filter as Filter).length, 0)
    const bytes = median(Array.from({ length: runs }, () => bytesOf(some, records)))
    return [
      workload,
      size.toLocaleString("en"),
      (bytes / conditions).toFixed(0) + (bytes / conditions > MOST ? " (!)" : ""),
      (bytes / size).toFixed(0),
      `${(bytes / 1e6).toFixed(1)} MB`,
    ]
  })
}

export function memoryTable(rows: readonly Row[]): Table {
  return {
    title: "Memory",
    note:
      "The bytes of the heap and of typed arrays that an index adds to an array of its filters, after it has answered for some records, and after a collection. " +
      `The median of some indexes. All conditions of all filters count, equal ones too. The goal: ≤ ${MOST} bytes a condition; (!) marks what misses it.`,
    columns: ["", "filters", "bytes a condition", "bytes a filter", "in all"],
    rows,
  }
}

function bytesOf(saved: readonly Saved[], records: readonly Ticket[]): number {
  const before = bytesUsed()
  const index = indexOf(saved)
  for (const record of records.slice(0, 20)) index.match(record)
  const after = bytesUsed()
  // This use keeps the index alive until here, so that the collection above cannot free it.
  return index.size === saved.length ? after - before : Number.NaN
}

function bytesUsed(): number {
  const collect = globalThis.gc
  if (collect === undefined) throw new Error("globalThis.gc is missing: run node with --expose-gc")
  collect()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN
}
