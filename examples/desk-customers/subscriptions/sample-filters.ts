/** The customer numbers, users and days that the filters are about: those of the generated tenant north. */
const CUSTOMERS = 1000
const USERS = 8
const DAYS = 700

const JOB_TITLES = ["Agent", "Buyer", "CTO", "R&D"]
const NAMES = ["Acme", "Beta & Sons", "Čapek", "Örn", "Zeta+"]

/** Filters as agents of a help desk save them. Each selects few of the customers. */
const KINDS: readonly ((i: number) => object)[] = [
  (i) => ({ jobTitle: pick(JOB_TITLES, i), createdBy: (i % USERS) + 1, externalId: `north-${customer(i)}` }),
  (i) => ({
    organization: pick(NAMES, i),
    "companies.id": 1001 + (i % 24),
    state: "active",
    createdAt: month(i),
  }),
  (i) => ({ jobTitle: { $in: [pick(JOB_TITLES, i), null] }, createdAt: month(i), updatedBy: { $ne: null } }),
  (i) => ({ "contacts.value": { $contains: `customer.${customer(i)}@` }, trusted: true }),
  (i) => ({ id: { $gte: customer(i), $lt: customer(i) + 5 }, trusted: { $ne: true } }),
  (i) => ({
    $or: [{ phone: `+353 1 ${customer(i)}` }, { mobile: `+353 86 ${customer(i)}` }],
    "companies.name": pick(NAMES, i),
    jobTitle: { $ne: "Agent" },
  }),
]

/** So many filters, as text. Every call returns the same ones. */
export function sampleFilters(count: number): readonly string[] {
  return Array.from({ length: count }, (_, i) => JSON.stringify(pick(KINDS, i)(Math.floor(i / KINDS.length))))
}

/** The values that the filters are sensitive to, for an update of every customer. */
export const sampleChanges = { jobTitle: "Agent", organization: "Acme", trusted: true } as const

function pick<Item>(items: readonly Item[], i: number): Item {
  return items[i % items.length] as Item
}

/** Steps through the customers in an order that does not follow that of the other values. */
function customer(i: number): number {
  return ((i * 389) % CUSTOMERS) + 1
}

function month(i: number): object {
  const day = (n: number) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString()
  const from = (i * 13) % DAYS
  return { $gte: day(from), $lt: day(from + 30) }
}
