import type { FilterInput } from "desk-filter"
import { type Random, randomFrom } from "../../test/analysis/decide/random.ts"
import {
  AGENTS,
  COMPANIES,
  CUSTOMERS,
  daysAgo,
  domain,
  email,
  firstName,
  INBOXES,
  PRIORITIES,
  SOURCES,
  STATES,
  someDays,
  TAGS,
  tagName,
  type tickets,
  word,
} from "./tickets.ts"

export type TicketFilter = FilterInput<typeof tickets>
type Shape = (random: Random) => TicketFilter

const inbox = (random: Random) => 1 + random.below(INBOXES)
const agent = (random: Random) => 1 + random.below(AGENTS)
const company = (random: Random) => 1 + random.below(COMPANIES)
const several = <Item>(count: number, item: () => Item): readonly Item[] => [
  ...new Set(Array.from({ length: count }, item)),
]
/** The first moment of a day. People choose days. */
const day = (random: Random, most: number) => `${daysAgo(random.below(most)).slice(0, 10)}T00:00:00.000Z`

/** What agents of a help desk save. */
const views: readonly Shape[] = [
  (random) => ({ agent: agent(random), state: { $in: ["active", "waiting"] } }),
  (random) => ({ inbox: inbox(random), agent: null, state: "active" }),
  (random) => ({ inbox: inbox(random), state: random.pick(STATES) }),
  (random) => ({
    inbox: inbox(random),
    priority: { $in: ["high", "urgent"] },
    state: { $nin: ["closed", "spam"] },
  }),
  (random) => ({ company: company(random), state: { $ne: "closed" } }),
  (random) => ({
    company: { $in: several(4, () => company(random)) },
    createdAt: { $gte: day(random, 365) },
  }),
  (random) => ({
    agent: agent(random),
    dueAt: { $lt: day(random, 60) },
    state: { $in: ["active", "on-hold"] },
  }),
  (random) => ({ inbox: inbox(random), updatedAt: { $lt: day(random, 90) }, state: "waiting" }),
  (random) => ({
    inbox: { $in: several(2 + random.below(8), () => inbox(random)) },
    state: { $nin: ["solved", "closed", "spam"] },
  }),
  (random) => ({
    inbox: inbox(random),
    $or: [{ priority: "urgent" }, { company: { $in: several(5, () => company(random)) } }],
  }),
  (random) => ({
    state: "active",
    $or: [{ agent: agent(random) }, { agent: null, inbox: inbox(random) }],
  }),
  (random) => ({ inbox: inbox(random), agent: { $ne: agent(random) }, priority: random.pick(PRIORITIES) }),
  (random) => ({ agent: { $in: [agent(random), null] }, inbox: inbox(random), source: random.pick(SOURCES) }),
  (random) => ({ createdAt: { $gte: day(random, 30) }, priority: random.pick(PRIORITIES), state: "active" }),
  (random) => ({ state: "active", priority: "urgent", source: random.pick(SOURCES), agent: null }),
  (random) => ({
    state: { $in: ["active", "waiting"] },
    priority: { $in: ["high", "urgent"] },
    source: random.pick(SOURCES),
  }),
  (random) => ({
    inbox: { $nin: several(3, () => inbox(random)) },
    dueAt: { $lt: day(random, 30) },
    state: { $in: ["active", "waiting", "on-hold"] },
    priority: random.pick(PRIORITIES),
  }),
  (random) => ({ createdAt: { $gte: day(random, 365) }, state: random.pick(STATES) }),
]

/** What a subscription asks for: three or four conditions, which one filter in 400 satisfies. */
const selective: readonly Shape[] = [
  (random) => ({
    agent: agent(random),
    state: { $in: several(5, () => random.pick(STATES)) },
    priority: { $ne: random.pick(PRIORITIES) },
  }),
  (random) => ({
    inbox: inbox(random),
    priority: random.pick(PRIORITIES),
    replies: { $gte: 5 + random.below(40) },
  }),
  (random) => ({
    inbox: { $in: several(2, () => inbox(random)) },
    source: random.pick(SOURCES),
    ...between(random, 0.25),
  }),
  (random) => ({
    company: { $in: several(4, () => company(random)) },
    source: { $nin: [random.pick(SOURCES)] },
    minutes: { $lt: 100 + random.below(4000) / 10 },
    state: { $ne: "spam" },
  }),
]

/** A part of the time of all tickets. */
function between(random: Random, share: number): TicketFilter {
  const from = someDays(random)
  return { createdAt: { $gte: daysAgo(from), $lt: daysAgo(from - 730 * share) } }
}

/** Intervals, and bounds on one side, of two or three fields. */
const ranges: readonly Shape[] = [
  (random) => {
    const [from, replies] = [random.below(4000) / 10, random.below(50)]
    return {
      minutes: { $gte: from, $lt: from + 40 + random.below(80) },
      replies: { $gte: replies, $lte: replies + 10 },
    }
  },
  (random) => ({ ...between(random, 0.15), minutes: { $gt: random.below(4800) / 10 } }),
  (random) => ({
    ...between(random, 0.3),
    updatedAt: { $gte: daysAgo(someDays(random, 365)) },
    replies: { $lt: random.below(60) },
  }),
  (random) => ({ dueAt: { $lt: daysAgo(someDays(random)) }, replies: { $gt: random.below(60) } }),
  (random) => ({
    createdAt: { $lt: daysAgo(someDays(random)) },
    updatedAt: { $gt: daysAgo(someDays(random, 365)) },
    minutes: { $lte: random.below(4800) / 10 },
  }),
]

/** Texts that somebody looks for: words, phrases, numbers of orders, beginnings of words. */
const needles: readonly ((random: Random) => string)[] = [
  word,
  (random) => `${word(random)} ${word(random)}`,
  (random) => `#${10_000 + random.below(90_000)}`,
  (random) => `${word(random)} ${word(random).slice(0, 3)}`,
  (random) => `${word(random).slice(-4)} ${word(random)}`,
]
const needle = (random: Random) => random.pick(needles)(random)
const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** Parts of texts, alone and with other conditions. */
const contains: readonly Shape[] = [
  (random) => ({ subject: { $contains: needle(random) } }),
  (random) => ({ subject: { $contains: word(random) }, state: { $nin: ["closed", "spam"] } }),
  (random) => ({ subject: { $contains: needle(random) }, inbox: inbox(random) }),
  (random) => ({ preview: { $contains: capitalised(needle(random)) } }),
  (random) => ({
    preview: { $contains: word(random).toUpperCase() },
    priority: random.pick(PRIORITIES),
    agent: null,
  }),
  (random) => ({
    $or: [{ subject: { $contains: needle(random) } }, { preview: { $contains: needle(random) } }],
  }),
]

const tag = (random: Random) => random.below(TAGS)

/** Conditions on the tags and on the customer. */
const relations: readonly Shape[] = [
  (random) => ({ "tags.name": tagName(tag(random)) }),
  (random) => ({ "tags.id": { $in: several(3, () => tag(random)) }, state: random.pick(STATES) }),
  (random) => ({ "tags.name": tagName(tag(random)), "tags.id": { $ne: tag(random) } }),
  (random) => ({ "tags.name": { $nin: several(3, () => tagName(tag(random))) }, inbox: inbox(random) }),
  (random) => ({ "customer.email": email(random.below(CUSTOMERS)).toUpperCase() }),
  (random) => ({
    "customer.email": { $contains: `@${domain(random.below(COMPANIES))}` },
    state: { $ne: "spam" },
  }),
  (random) => ({ "customer.id": random.below(CUSTOMERS), priority: { $ne: "low" } }),
  (random) => ({ "customer.name": { $contains: firstName(random) }, "tags.id": tag(random) }),
  (random) => ({ "customer.id": null, inbox: inbox(random), state: "active" }),
]

/** What is saved, and how often somebody saves what another one has saved before: one filter in so many. */
const shapes = {
  views: { of: views, repeated: 3 },
  selective: { of: selective, repeated: 0 },
  ranges: { of: ranges, repeated: 0 },
  contains: { of: contains, repeated: 0 },
  relations: { of: relations, repeated: 0 },
} as const satisfies Readonly<Record<string, { readonly of: readonly Shape[]; readonly repeated: number }>>

export type Workload = keyof typeof shapes
export const workloads = Object.keys(shapes) as readonly Workload[]

/** Filters that are the same in every run. More filters begin with the same ones. */
export function makeFilters(workload: Workload, count: number): readonly TicketFilter[] {
  const random = randomFrom(workloads.indexOf(workload) + 1)
  const { of, repeated } = shapes[workload]
  const filters: TicketFilter[] = []
  while (filters.length < count) {
    const again = repeated > 0 && random.below(repeated) === 0 && filters.length > 0
    filters.push(again ? random.pick(filters) : random.pick(of)(random))
  }
  return filters
}
