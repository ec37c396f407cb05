import { duration, type Row, ratio, type Table } from "../table.ts"
import { CLOSURES, indexOf, type Saved } from "./contenders.ts"
import { AGENTS, daysAgo, type Ticket } from "./tickets.ts"
import { type Turns, timeTurns } from "./turns.ts"
import type { Workload } from "./workloads.ts"

/** Changes of one field, as they happen to tickets. */
const changes: readonly ((ticket: Ticket) => Ticket)[] = [
  (ticket) => ({ ...ticket, state: ticket.state === "solved" ? "active" : "solved" }),
  (ticket) => ({ ...ticket, agent: ((ticket.agent ?? 0) % AGENTS) + 1 }),
  (ticket) => ({ ...ticket, priority: ticket.priority === "urgent" ? null : "urgent" }),
  (ticket) => ({ ...ticket, replies: ticket.replies + 1 }),
  (ticket) => ({ ...ticket, updatedAt: daysAgo(0) }),
  (ticket) => ({ ...ticket, tags: ticket.tags.slice(1) }),
]

/** A record before and after a change. */
interface Pair {
  readonly before: Ticket
  readonly after: Ticket
}

/** Each record with one of the changes, in turns. */
export function pairsOf(records: readonly Ticket[]): readonly Pair[] {
  return records.map((before, i) => {
    const change = changes[i % changes.length] as (ticket: Ticket) => Ticket
    return { before, after: change(before) }
  })
}

/**
 * How many filters the records enter and leave.
 *
 * @throws Error when the index and the closures find other filters
 */
export function countMoves(saved: readonly Saved[], pairs: readonly Pair[]): number {
  const index = indexOf(saved)
  const loop = CLOSURES.build(saved)
  let moves = 0
  for (const { before, after } of pairs) {
    const was = new Set(loop.placesIn(loop.match(before)))
    const is = new Set(loop.placesIn(loop.match(after)))
    const right = {
      entered: [...is].filter((one) => !was.has(one)),
      left: [...was].filter((one) => !is.has(one)),
    }
    const { entered, left } = index.change(before, after)
    if (!same(entered, right.entered) || !same(left, right.left))
      throw new Error(`The index finds other filters that record ${before.id} enters or leaves`)
    moves += entered.length + left.length
  }
  return moves
}

const inOrder = (places: readonly number[]) => String([...places].sort((a, b) => a - b))
const same = (a: readonly number[], b: readonly number[]) => inOrder(a) === inOrder(b)

/** How many changes are compared with the closures before anything is timed. */
const COMPARED = 24

/** What a change of one field costs. */
export async function changesOf(
  workload: Workload,
  saved: readonly Saved[],
  records: readonly Ticket[],
  turns: Turns,
): Promise<Row> {
  const pairs = pairsOf(records)
  const moves = countMoves(saved, pairs.slice(0, COMPARED))
  const index = indexOf(saved)
  const change = () => {
    for (const { before, after } of pairs) index.change(before, after)
  }
  const matches = () => {
    for (const { before, after } of pairs) {
      index.match(before)
      index.match(after)
    }
  }
  const times = await timeTurns(
    { change: { size: pairs.length, pass: change }, matches: { size: pairs.length, pass: matches } },
    turns,
  )
  return [
    workload,
    (moves / COMPARED).toFixed(1),
    duration(times.change),
    duration(times.matches),
    ratio(times.change, times.matches),
  ]
}

export function changesTable(rows: readonly Row[]): Table {
  return {
    title: "Change",
    note:
      "10,000 filters. `change(before, after)` where one field differs: the state, the agent, the priority, the replies, the time of the update or the tags, in turns. " +
      "The second column is the mean number of filters that a record enters or leaves.",
    columns: ["", "entered and left", "change", "two matches", "change / two matches"],
    rows,
  }
}
