import type { Customer } from "../examples/demo/customers.ts"
import { timeEach } from "./clock.ts"
import { type Contender, contenders, type Matches } from "./contenders.ts"
import {
  handWritten,
  handWrittenForOneSpelling,
  handWrittenToSecond,
  inMongo,
  otherFilters,
  sixConditions,
  sixConditionsToSecond,
} from "./filters.ts"
import { duration, ratio, type Table } from "./table.ts"

/** Nanoseconds per record, by the name of the contender. */
export type Scans = Readonly<Record<string, number>>

/** What is scanned: a filter, and code written by hand for it. */
interface Task {
  readonly filter: object
  readonly byHand: Readonly<Record<string, Matches>>
}

const ONE_SPELLING = "hand-written, one spelling"

const task: Task = {
  filter: sixConditions,
  byHand: { "hand-written": handWritten, [ONE_SPELLING]: handWrittenForOneSpelling },
}

const taskToSecond: Task = {
  filter: sixConditionsToSecond,
  byHand: { "hand-written": handWritten, [ONE_SPELLING]: handWrittenToSecond },
}

/** The same customers, with date-times to the second. `join` makes flat texts, as JSON.parse does. */
function toSecond(customers: readonly Customer[]): readonly Customer[] {
  return customers.map((customer) =>
    Object.assign({ ...customer }, { createdAt: [customer.createdAt.slice(0, 19), "Z"].join("") }),
  )
}

/**
 * Times one filter over all customers: first in a process without other filters, then after 200 other filters have
 * run, as on a busy server. In V8, a call site that has called many different functions becomes megamorphic and
 * slow. Only the second scenario shows this cost.
 */
export async function scans(
  records: readonly Customer[],
): Promise<{ alone: Scans; after: Scans; afterToSecond: Scans }> {
  assertAgreement(records, task)
  const alone = await timeScans(records, task)
  for (const filter of otherFilters) assertAgreement(records, { filter, byHand: {} })
  for (const contender of contenders) {
    const predicates = otherFilters.map((filter) => contender.compile(textFor(contender, filter)))
    for (let time = 0; time < 3; time++)
      for (const matches of predicates) count(records.slice(0, 500), matches)
  }
  const after = await timeScans(records, task)
  const recordsToSecond = toSecond(records)
  assertAgreement(recordsToSecond, taskToSecond)
  return { alone, after, afterToSecond: await timeScans(recordsToSecond, taskToSecond) }
}

async function timeScans(records: readonly Customer[], task: Task): Promise<Scans> {
  const times = await timeEach(
    Object.fromEntries(predicatesOf(task).map(([name, matches]) => [name, () => count(records, matches)])),
  )
  return Object.fromEntries(Object.entries(times).map(([name, time]) => [name, time / records.length]))
}

/** The code written by hand and the predicate of each contender. */
function predicatesOf({ filter, byHand }: Task): readonly (readonly [name: string, matches: Matches])[] {
  return [
    ...Object.entries(byHand),
    ...contenders.map(
      (contender) => [contender.name, contender.compile(textFor(contender, filter))] as const,
    ),
  ]
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
function assertAgreement(records: readonly Customer[], task: Task): void {
  const found = predicatesOf(task).map(
    ([name, matches]) => [name, String(records.filter(matches).map(({ id }) => id))] as const,
  )
  for (const [name, ids] of found) {
    if (ids !== found[0]?.[1])
      throw new Error(
        `${name} and ${found[0]?.[0]} find different customers for ${JSON.stringify(task.filter)}`,
      )
  }
}

/** The time of the fastest other library. */
export function bestPeer(times: Scans): number {
  return Math.min(...contenders.filter(({ ours }) => !ours).map(({ name }) => times[name] as number))
}

export function scanTable(
  { alone, after, afterToSecond }: { alone: Scans; after: Scans; afterToSecond: Scans },
  records: number,
): Table {
  return {
    title: "Scan: one filter over many records",
    note:
      `Six conditions over ${records.toLocaleString("en")} customers. Every contender finds the same customers. ` +
      "The hand-written code accepts any RFC 3339 date-time, as the filter does. The variant for one spelling requires all date-times to have the same form, and checks nothing. " +
      "Date-times are to the millisecond. The last two columns repeat the measurement after 200 filters with date-times to the second.",
    columns: [
      "",
      "alone",
      "× hand-written",
      "after 200 filters",
      "× hand-written",
      "× one spelling",
      "× best peer",
      "to the second",
      "× one spelling",
    ],
    rows: Object.keys(after).map((name) => {
      const of = (times: Scans, other = name) => times[other] as number
      return [
        name,
        duration(of(alone)),
        ratio(of(alone), of(alone, "hand-written")),
        duration(of(after)),
        ratio(of(after), of(after, "hand-written")),
        ratio(of(after), of(after, ONE_SPELLING)),
        ratio(of(after), bestPeer(after)),
        duration(of(afterToSecond)),
        ratio(of(afterToSecond), of(afterToSecond, ONE_SPELLING)),
      ]
    }),
  }
}
