import type { Customer } from "../examples/demo/customers.ts"
import { timeEach } from "./clock.ts"
import { type Contender, contenders, type Matches } from "./contenders.ts"
import { handWritten, handWrittenForOneSpelling, inMongo, otherFilters, sixConditions } from "./filters.ts"
import { duration, ratio, type Table } from "./table.ts"

/** Nanoseconds a record, by the name of the contender. */
export type Scans = Readonly<Record<string, number>>

const byHand: Readonly<Record<string, Matches>> = {
  "hand-written": handWritten,
  "hand-written, one spelling": handWrittenForOneSpelling,
}

/**
 * One filter over all customers: with nothing else compiled before, and after 200 other filters have run,
 * as on a server that has been up for a while. What is called at one place with many functions gets slow there, and
 * only the second scenario shows it.
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

/** How many customers match. */
export function count(records: readonly Customer[], matches: Matches): number {
  let kept = 0
  for (const record of records) if (matches(record)) kept++
  return kept
}

/** The text of a filter in the spelling that a contender takes. */
export function textFor({ ours }: Contender, filter: object): string {
  return JSON.stringify(ours ? filter : inMongo(filter))
}

/** Nothing is timed that does not find the same customers as everything else. */
function assertAgreement(records: readonly Customer[], filters: readonly object[]): void {
  const idsOf = (matches: Matches) => String(records.filter(matches).map(({ id }) => id))
  for (const filter of filters) {
    const found = Object.entries(filter === sixConditions ? byHand : {})
      .concat(contenders.map((contender) => [contender.name, contender.compile(textFor(contender, filter))]))
      .map(([name, matches]) => [name, idsOf(matches)] as const)
    for (const [name, ids] of found) {
      if (ids !== found[0]?.[1])
        throw new Error(`${name} keeps other customers than ${found[0]?.[0]} by ${JSON.stringify(filter)}`)
    }
  }
}

/** The nearest of the others. */
export function bestPeer(times: Scans): number {
  return Math.min(...contenders.filter(({ ours }) => !ours).map(({ name }) => times[name] as number))
}

export function scanTable({ alone, after }: { alone: Scans; after: Scans }, records: number): Table {
  return {
    title: "Scan: one filter over many records",
    note:
      `Six conditions over ${records.toLocaleString("en")} customers, each contender having found the same ones. ` +
      "Hand-written code reads any date-time of RFC 3339, as the filter does; the second one relies on all of them being spelled alike, and checks nothing.",
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
