/** A customer as Desk's API returns it. */
export interface Customer {
  readonly id: number
  readonly firstName: string | null
  readonly lastName: string | null
  readonly organization: string | null
  readonly jobTitle: string | null
  readonly trusted: boolean | null
  readonly permission: "own" | "all" | null
  readonly createdAt: string
  readonly deletedAt: string | null
  readonly createdBy: { readonly id: number; readonly type: "users" } | null
  readonly state: string
  readonly companies: readonly { readonly id: number; readonly name: string }[]
  readonly contacts: readonly { readonly value: string | null }[]
}

const FIRST_NAMES = [
  "Ann",
  "Björn",
  "Chloé",
  "Dag",
  "Eve",
  "Fatima",
  "Gus",
  "Hana",
  "İpek",
  "João",
  "Kim",
  "Lars",
]
const LAST_NAMES = ["Ahmed", "Berg", "Costa", "Diaz", "Evans", "Fischer", "Garcia", "Hansen", "Ito", "Jones"]
const JOB_TITLES = ["Agent", "Buyer", "CTO", "100% remote", null]
const COMPANIES = ["Acme", "Beta & Sons", "Čapek", "Delta 😀", "acme"]

/** Generates customers. Every run generates the same ones, so that documentation and tests can refer to them. */
export function makeCustomers(count: number): Customer[] {
  const random = lehmer(20261124)
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item
  const sometimes = <Value>(share: number, value: () => Value): Value | null =>
    random() < share ? value() : null

  return Array.from({ length: count }, (_, i) => {
    const id = i + 1
    const firstName = sometimes(0.95, () => pick(FIRST_NAMES))
    const deleted = random() < 0.1
    const created = Date.UTC(2024, 0, 1) + Math.floor(random() * 730 * 86_400_000)
    return {
      id,
      firstName,
      lastName: sometimes(0.9, () => pick(LAST_NAMES)),
      organization: sometimes(0.5, () => pick(COMPANIES)),
      jobTitle: pick(JOB_TITLES),
      trusted: sometimes(0.8, () => random() < 0.3),
      permission: sometimes(0.7, () => pick(["own", "all"] as const)),
      createdAt: new Date(created).toISOString(),
      deletedAt: deleted ? new Date(created + 86_400_000).toISOString() : null,
      createdBy: sometimes(0.8, () => ({ id: 1 + Math.floor(random() * 5), type: "users" as const })),
      state: deleted ? "deleted" : "active",
      companies: Array.from({ length: Math.floor(random() * 3) }, () => {
        const at = Math.floor(random() * COMPANIES.length)
        return { id: 1001 + at, name: COMPANIES[at] as string }
      }),
      contacts: Array.from({ length: Math.floor(random() * 3) }, (_, n) => ({
        value: sometimes(
          0.9,
          () => `${(firstName ?? "someone").toLowerCase()}.${id}@example.${n === 0 ? "com" : "org"}`,
        ),
      })),
    }
  })
}

/** A pseudo-random generator of numbers from 0 to 1. */
function lehmer(seed: number): () => number {
  let state = seed % 2_147_483_647
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}
