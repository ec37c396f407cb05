import { defineSchema, field, type RecordOf } from "desk-filter"
import { type Random, randomFrom } from "../../test/analysis/decide/random.ts"

export const STATES = ["active", "waiting", "on-hold", "solved", "closed", "spam"] as const
export const PRIORITIES = ["low", "medium", "high", "urgent"] as const
export const SOURCES = ["email", "chat", "form", "phone", "api"] as const

/** The tickets of a help desk. */
export const tickets = defineSchema({
  id: field.integer({ nullable: false }),
  subject: field.string(),
  preview: field.string({ caseSensitive: false }),
  state: field.enum(STATES),
  priority: field.enum(PRIORITIES),
  source: field.enum(SOURCES),
  inbox: field.reference("inboxes"),
  agent: field.reference("users"),
  company: field.reference("companies"),
  replies: field.integer(),
  minutes: field.number(),
  createdAt: field.datetime(),
  updatedAt: field.datetime(),
  dueAt: field.datetime(),
  tags: field.many({ id: field.reference("tags"), name: field.string() }),
  customer: field.one({
    id: field.reference("customers"),
    email: field.string({ caseSensitive: false }),
    name: field.string(),
  }),
})

/** A ticket as an API answers it. All of its date-times have one form. */
export interface Ticket extends RecordOf<typeof tickets> {
  readonly id: number
  readonly subject: string
  readonly preview: string | null
  readonly state: (typeof STATES)[number]
  readonly priority: (typeof PRIORITIES)[number] | null
  readonly source: (typeof SOURCES)[number]
  readonly inbox: number
  readonly agent: number | null
  readonly company: number | null
  readonly replies: number
  readonly minutes: number
  readonly createdAt: string
  readonly updatedAt: string
  readonly dueAt: string | null
  readonly tags: readonly { readonly id: number; readonly name: string }[]
  readonly customer: { readonly id: number; readonly email: string; readonly name: string } | null
}

/** How many of each a help desk of some size has. */
export const INBOXES = 25
export const AGENTS = 200
export const COMPANIES = 1500
export const TAGS = 400
export const CUSTOMERS = 5000

const WORDS =
  `account address agreement alert amount answer api app archive article attachment backup badge bank basket battery
billing bonus booking brand browser budget bug button cable calendar camera cancel card catalog change charge chat check claim
code color contract copy country coupon course credit currency customer dashboard data date deadline delay delivery demo deposit
desk device discount dispute document domain download draft driver duplicate email error event export failure feature fee file
form format forum gift grant group guest guide history holiday hotel image import income install invoice issue item key label
language launch license limit link list loan login logo machine manual meeting member message migration mobile monitor network
note number offer office order outage owner package page panel parcel partner password payment permission phone photo plan
plugin policy portal price print privacy problem product profile project quota quote rate receipt record refund region release
reminder renewal rental repair report request reset return review role sale sample schedule screen seat security server service
session setting shipment signature site size software spare statement status stock storage store subscription support survey
sync table tax team template terminal ticket token tool tracking trial update upgrade upload user vendor version video visit
voucher wallet warning warranty webhook website widget window workflow`.split(/\s+/)

const FIRST_NAMES = "Ann Björn Chloé Dag Eve Fatima Gus Hana İpek João Kim Lars Mia Noor Olga Pia".split(" ")

export const word = (random: Random) => random.pick(WORDS)
export const firstName = (random: Random) => random.pick(FIRST_NAMES)
export const tagName = (id: number) => `${WORDS[id % WORDS.length]}${id < WORDS.length ? "" : "-vip"}`
export const domain = (company: number) => `${WORDS[company % WORDS.length]}${company}.example`

/** In addresses, case is folded in ASCII only. */
const ADDRESSED = ["Ann", "Dag", "Eve", "Gus", "Hana", "Kim"] as const

/** The address of a customer. Companies have a few customers each. */
export const email = (customer: number) =>
  `${ADDRESSED[customer % ADDRESSED.length]}.${customer}@${domain(customer % COMPANIES)}`

const DAY = 86_400_000
/** The tickets are from the two years before this day. */
const TODAY = Date.UTC(2026, 10, 1)
const DAYS = 730

/** The date-time that is some days before the newest tickets. */
export const daysAgo = (days: number) => new Date(TODAY - Math.round(days * DAY)).toISOString()
/** A number of days within the time of all tickets, to the minute. */
export const someDays = (random: Random, most = DAYS) => random.below(most * 1440) / 1440

/** Tickets that are the same in every run. */
export function makeTickets(count: number, seed = 17): readonly Ticket[] {
  const random = randomFrom(seed)
  return Array.from({ length: count }, (_, i) => makeTicket(random, i + 1))
}

/** Small numbers are more frequent, as the busiest inboxes, agents and companies are. */
const skewed = (random: Random, count: number) => Math.min(random.below(count), random.below(count))
const text = (random: Random, words: number) => Array.from({ length: words }, () => word(random)).join(" ")

function makeTicket(random: Random, id: number): Ticket {
  const age = someDays(random)
  const idle = (age * random.below(1000)) / 1000
  const customer = random.below(20) === 0 ? null : random.below(CUSTOMERS)
  const state = random.pick([
    "active",
    "active",
    "waiting",
    "on-hold",
    "solved",
    "closed",
    "closed",
    "spam",
  ] as const)
  return {
    id,
    subject: `${text(random, 3 + random.below(5))} #${10_000 + random.below(90_000)}`,
    preview: random.below(10) === 0 ? null : `Hello, ${text(random, 8 + random.below(10))}`,
    state,
    priority: random.pick([null, "low", "medium", "medium", "high", "urgent"] as const),
    source: random.pick(SOURCES),
    inbox: 1 + skewed(random, INBOXES),
    agent: random.below(4) === 0 ? null : 1 + skewed(random, AGENTS),
    company: customer === null ? null : 1 + (customer % COMPANIES),
    replies: Math.min(random.below(60), random.below(60)),
    minutes: random.below(4800) / 10,
    createdAt: daysAgo(age),
    updatedAt: daysAgo(idle),
    dueAt: random.below(2) === 0 ? null : daysAgo(age - random.below(30)),
    tags: Array.from({ length: random.below(5) }, () => {
      const tag = skewed(random, TAGS)
      return { id: tag, name: tagName(tag) }
    }),
    customer:
      customer === null
        ? null
        : { id: customer, email: email(customer), name: `${firstName(random)} ${firstName(random)}son` },
  }
}
