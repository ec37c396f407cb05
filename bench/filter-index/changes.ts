import { duration, ratio, type Table } from "../table.ts"
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

/** What a change of one field costs. */
export async function changesTable(
  all: Readonly<Partial<Record<Workload, readonly Saved[]>>>,
  records: readonly Ticket[],
  turns: Turns,
): Promise<Table> {
  const pairs = records.map((before, i) => {
    const change = changes[i % changes.length] as (ticket: Ticket) => Ticket
    return { before, after: change(before) }
  })
  const rows: string[][] = []
  for (const [workload, saved] of Object.entries(all)) {
    const index = indexOf(saved)
    const loop = CLOSURES.build(saved)
    let moved = 0
    for (const { before, after } of pairs.slice(0, 24)) {
      const was = new Set(loop.placesIn(loop.match(before)))
      const is = new Set(loop.placesIn(loop.match(after)))
      const { entered, left } = index.change(before, after)
      moved += entered.length + left.length
      const right =
        same(
          entered,
          [...is].filter((place) => !was.has(place)),
        ) &&
        same(
          left,
          [...was].filter((place) => !is.has(place)),
        )
      if (!right)
        throw new Error(`The index finds other filters that a record of ${workload} enters or leaves`)
    }
    const times = await timeTurns(
      {
        change: {
          size: pairs.length,
          pass: () => {
            for (const { before, after } of pairs) index.change(before, after)
          },
        },
        matches: {
          size: pairs.length,
          pass: () => {
            for (const { before, after } of pairs) {
              index.match(before)
              index.match(after)
            }
          },
        },
      },
      turns,
    )
    rows.push([
      workload,
      (moved / 24).toFixed(1),
      duration(times.change),
      duration(times.matches),
      ratio(times.change, times.matches),
    ])
  }
  return {
    title: "Change",
    note: "`change(before, after)` where one field differs: the state, the agent, the priority, the replies, the time of the update or the tags, in turns.",
    columns: ["", "entered and left", "change", "two matches", "change / two matches"],
    rows,
  }
}

const same = (a: readonly number[], b: readonly number[]) =>
  String([...a].sort((x, y) => x - y)) === String([...b].sort((x, y) => x - y))
