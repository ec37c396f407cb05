import type { Customer } from "../examples/demo/customers.ts"
import { timeEach } from "./clock.ts"
import { type Contender, contenders, type Matches } from "./contenders.ts"
import { handWritten, handWrittenForOneSpelling, inMongo, otherFilters, sixConditions } from "./filters.ts"
import { duration, ratio, type Table } from "./table.ts"

/** Nanoseconds per record, by the name of the contender. */
export type Scans = Readonly<Record<string, number>>

const byHand: Readonly<Record<string, Matches>> = {
  "hand-written": handWritten,
  "hand-written, one spelling": handWrittenForOneSpelling,
}

/**
 * Times one filter over all customers: first in a process without other filters, then after 200 other filters have
 * run, as on a busy server. In V8, a call site that has called many different functions becomes megamorphic and
 * slow. Only the second scenario shows this cost.
 */
export async function scans(records: readonly Customer[]): Promise<{ alone: Scans; after: Scans }> {
  assertAgreement(records, [sixConditions])
  const alone = await timeScans(records)
  assertAgreement(records, otherFilters)
  for (const contender of contenders) {
    const predicates = otherFilters.map((filter) => contender.compile(textFor(contender, filter)))
    for (let time = 0; time < 3; time++)
      for (const matches of predicates) count(records.slice(0, 500), matches)
  }
  return { alone, after: await timeScans(records) }
}

async function timeScans(records: readonly Customer[]): Promise<Scans> {
  const predicates = {
    ...byHand,
    ...Object.fromEntries(
      contenders.map((contender) => [contender.name, contender.compile(textFor(contender, sixConditions))]),
    ),
  }
  const times = await timeEach(
    Object.fromEntries(
      Object.entries(predicates).map(([name, matches]) => [name, () => count(records, matches)]),
    ),
  )
  return Object.fromEntries(Object.entries(times).map(([name, time]) => [name, time / records.length]))
}

/** The number of customers that match. */
export function count(records: readonly Customer[], matches: Matches): number {
  let kept = 0
  for (const record of records) if (matches(record)) kept++
  return kept
}

/** The text of a filter in the syntax of a contender. */
export function textFor({ ours }: Contender, filter: object): string {
  return JSON.stringify(ours ? filter : inMongo(filter))
}

/** @throws Error when two contenders find different customers, because their times would not be comparable */
function assertAgreement(records: readonly Customer[], filters: readonly object[]): void {
  const idsOf = (matches: Matches) => String(records.filter(matches).map(({ id }) => id))
  for (const filter of filters) {
    const found = Object.entries(filter === sixConditions ? byHand : {})
      .concat(contenders.map((contender) => [contender.name, contender.compile(textFor(contender, filter))]))
      .map(([name, matches]) => [name, idsOf(matches)] as const)
    for (const [name, ids] of found) {
      if (ids !== found[0]?.[1])
        throw new Error(`${name} and ${found[0]?.[0]} find different customers for ${JSON.stringify(filter)}`)
    }
  }
}

/** The time of the fastest other library. */
export function bestPeer(times: Scans): number {
  return Math.min(...contenders.filter(({ ours }) => !ours).map(({ name }) => times[name] as number))
}

export function scanTable({ alone, after }: { alone: Scans; after: Scans }, records: number): Table {
  return {
    title: "Scan: one filter over many records",
    note:
      `Six conditions over ${records.toLocaleString("en")} customers. Every contender finds the same customers. ` +
      "The hand-written code accepts any RFC 3339 date-time, as the filter does. The variant for one spelling requires all date-times to have the same form, and checks nothing.",
    columns: [
      "",
      "alone",
      "× hand-written",
      "after 200 filters",
      "× hand-written",
      "× one spelling",
      "× best peer",
    ],
    rows: Object.keys(after).map((name) => {
      const [first, then] = [alone[name] as number, after[name] as number]
      return [
        name,
        duration(first),
        ratio(first, alone["hand-written"] as number),
        duration(then),
        ratio(then, after["hand-written"] as number),
        ratio(then, after["hand-written, one spelling"] as number),
        ratio(then, bestPeer(after)),
      ]
    }),
  }
}
