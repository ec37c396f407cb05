import { duration, ratio, type Table } from "../table.ts"
import { CLOSURES, type Contender, GENERATED, INDEX, type Matcher, type Saved } from "./contenders.ts"
import type { Ticket } from "./tickets.ts"
import { type Task, type Turns, timeTurns } from "./turns.ts"
import type { Workload } from "./workloads.ts"

const count = (value: number) => value.toLocaleString("en")

/** A contender with the filters and records that it gets. */
interface Entrant {
  readonly contender: Contender
  readonly matcher: Matcher
  readonly records: readonly object[]
  readonly filters: number
  /** The nanoseconds that it took to build all, once. */
  readonly built: number
}

/** Builds what a contender needs for its part of the filters and records. */
export function enter(contender: Contender, saved: readonly Saved[], tickets: readonly Ticket[]): Entrant {
  const mine = saved.slice(0, contender.filters)
  const records = tickets.slice(0, contender.records).map(contender.prepare)
  const start = process.hrtime.bigint()
  const matcher = contender.build(mine)
  const built = Number(process.hrtime.bigint() - start)
  return { contender, matcher, records, filters: mine.length, built }
}

/** @throws Error when two contenders find different filters, because their times would not be comparable */
export async function assertAgreement(
  { contender, matcher, records, filters }: Entrant,
  reference: Entrant,
  most: number,
): Promise<void> {
  for (const [i, record] of records.slice(0, most).entries()) {
    const right = reference.matcher.placesIn(reference.matcher.match(reference.records[i] as object))
    const found = matcher.placesIn(await matcher.match(record))
    const expected = right.filter((place) => place < filters)
    if (String([...found].sort((a, b) => a - b)) !== String(expected))
      throw new Error(
        `${contender.name} finds other filters than ${reference.contender.name} for record ${i}`,
      )
  }
}

/** A pass over all records. */
export function passOf({ matcher, records }: Pick<Entrant, "matcher" | "records">): Task {
  return {
    size: records.length,
    pass: () => {
      for (let i = 0; i < records.length; i++) {
        const answer = matcher.match(records[i] as object)
        if (answer instanceof Promise) return awaitRest(answer, matcher, records, i + 1)
      }
      return undefined
    },
  }
}

async function awaitRest(
  first: Promise<unknown>,
  matcher: Matcher,
  records: readonly object[],
  from: number,
): Promise<void> {
  await first
  for (const record of records.slice(from)) await matcher.match(record)
}

/** What a ratio must be at most. */
type Goals = Readonly<Partial<Record<string, number>>>

/** The ratios of the index to the others, with the goals that were set. */
const goals: Readonly<Record<Workload, Goals>> = {
  views: { [GENERATED.name]: 20 },
  selective: { [GENERATED.name]: 20 },
  ranges: { [GENERATED.name]: 10 },
  contains: { [GENERATED.name]: 10 },
  relations: {},
}
const peerGoals: Goals = {
  Koncorde: 8,
  "json-rules-engine": 5000,
  sift: 400,
  mingo: 400,
  "@ucast/mongo2js": 60,
}

/** On how many records the contenders must agree before anything is timed. */
const COMPARED = 20

/** The match of one record against many filters, by all that can express them. */
export async function matchTable(
  workload: Workload,
  saved: readonly Saved[],
  records: readonly Ticket[],
  contenders: readonly Contender[],
  turns: Turns,
): Promise<Table> {
  const able = contenders.filter(({ without }) => without?.[workload] === undefined)
  const entrants = able.map((contender) => enter(contender, saved, records))
  const reference = entrants.find(({ contender }) => contender === CLOSURES)
  if (reference === undefined) throw new Error("Closures are the reference")
  for (const entrant of entrants) await assertAgreement(entrant, reference, COMPARED)
  const times = await timeTurns(
    Object.fromEntries(entrants.map((entrant) => [entrant.contender.name, passOf(entrant)])),
    turns,
  )
  /** The time for all filters. A loop over a part of them takes a part of the time. */
  const timeOf = ({ contender, filters }: Entrant) =>
    ((times[contender.name] ?? Number.NaN) * saved.length) / filters
  const index = times[INDEX.name] ?? Number.NaN
  const left = contenders.flatMap(({ name, without }) => {
    const reason = without?.[workload]
    return reason === undefined ? [] : [`${name}: ${reason}`]
  })
  return {
    title: `Match: ${workload}`,
    note: [
      `${count(saved.length)} filters, one record. Contenders with fewer filters have their times scaled.`,
      ...left.map((why) => `Left out: ${why}.`),
    ].join(" "),
    columns: [
      "",
      "filters",
      "records",
      "build once",
      "match",
      "× generated code",
      "index / this one",
      "goal",
      "reached",
    ],
    rows: entrants.map((entrant) => {
      const { name } = entrant.contender
      const time = timeOf(entrant)
      const goal = goals[workload][name] ?? peerGoals[name]
      return [
        name,
        count(entrant.filters),
        count(entrant.records.length),
        duration((entrant.built * saved.length) / entrant.filters),
        duration(time),
        ratio(time, times[GENERATED.name] ?? Number.NaN),
        name === INDEX.name ? "" : `1/${(time / index).toFixed(0)}`,
        goal === undefined ? "" : `≤ 1/${count(goal)}`,
        goal === undefined ? "" : time / index >= goal ? "yes" : "no",
      ]
    }),
  }
}
