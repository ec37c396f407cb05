import { type Condition, type Filter, parseFilter } from "desk-filter"
import type { Row, Table } from "../table.ts"
import { CLOSURES, type Saved } from "./contenders.ts"
import { type Ticket, tickets } from "./tickets.ts"
import { makeFilters, type Workload } from "./workloads.ts"

/** The filters of a workload, read and checked. */
export function savedFilters(workload: Workload, count: number): readonly Saved[] {
  return makeFilters(workload, count).map((written) => ({
    written,
    filter: parseFilter(tickets, JSON.stringify(written)),
  }))
}

/** The conditions of a filter. */
export function conditionsOf(filter: Filter): readonly Condition[] {
  return filter.kind === "and" || filter.kind === "or" ? filter.operands.flatMap(conditionsOf) : [filter]
}

/** The share of the pairs of a filter and a record that match. */
export function shareOf(saved: readonly Saved[], records: readonly Ticket[]): number {
  const { match, placesIn } = CLOSURES.build(saved)
  const found = records.reduce((sum, record) => sum + placesIn(match(record)).length, 0)
  return found / saved.length / records.length
}

const count = (value: number) => value.toLocaleString("en")

/** What a workload is. */
export function contentOf(workload: Workload, saved: readonly Saved[], records: readonly Ticket[]): Row {
  const conditions = saved.flatMap(({ filter }) => conditionsOf(filter as Filter))
  const keys = conditions.map(({ field, ...rest }) => JSON.stringify([field.name, rest]))
  return [
    workload,
    count(saved.length),
    count(new Set(saved.map(({ written }) => JSON.stringify(written))).size),
    count(conditions.length),
    count(new Set(keys).size),
    `${(shareOf(saved, records) * 100).toFixed(2)} %`,
  ]
}

export function contentTable(rows: readonly Row[]): Table {
  return {
    title: "Workloads",
    note: "The filters, and the share of them that matches a record, as the mean over all records.",
    columns: ["", "filters", "different", "conditions", "different", "a record matches"],
    rows,
  }
}
