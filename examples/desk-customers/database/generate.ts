/** A record of another resource, as Desk's API refers to it. */
export interface Reference<Resource extends string> {
  readonly id: number
  readonly type: Resource
}

/** A customer with its companies and contacts, as a predicate reads it. */
export interface GeneratedCustomer {
  readonly id: number
  readonly firstName: string | null
  readonly lastName: string | null
  readonly email: string | null
  readonly organization: string | null
  readonly verifiedEmail: boolean | null
  readonly permission: "own" | "all" | null
  readonly addMethod: "automatic" | "manual" | null
  readonly linkedinURL: string | null
  readonly facebookURL: string | null
  readonly twitterHandle: string | null
  readonly jobTitle: string | null
  readonly phone: string | null
  readonly mobile: string | null
  readonly address: string | null
  readonly externalId: string | null
  readonly avatarURL: string | null
  readonly trusted: boolean | null
  readonly welcomeEmailSent: boolean | null
  readonly password: string | null
  readonly createdAt: string
  readonly updatedAt: string
  readonly deletedAt: string | null
  readonly createdBy: Reference<"users"> | null
  readonly updatedBy: Reference<"users"> | null
  readonly state: string | null
  readonly companies: readonly { readonly id: number; readonly name: string | null }[]
  readonly contacts: readonly { readonly id: number; readonly kind: string; readonly value: string | null }[]
}

/** A user of Desk. An API key acts for a user. */
export interface GeneratedUser {
  readonly id: number
  readonly firstName: string
  readonly lastName: string
}

/** A tenant (an account of Desk) with its data. */
export interface GeneratedTenant {
  readonly id: number
  readonly name: string
  readonly users: readonly GeneratedUser[]
  readonly companies: readonly { readonly id: number; readonly name: string | null }[]
  readonly customers: readonly GeneratedCustomer[]
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
const LAST_NAMES = [
  "Ahmed",
  "Berg",
  "Costa",
  "Diaz",
  "Evans",
  "Fischer",
  "Garcia",
  "Hansen",
  "Ito",
  "O'Neill",
]
const JOB_TITLES = ["Agent", "Buyer", "CTO", "100% remote", "R&D", "agent"]
const COMPANIES = ["Acme", "Beta & Sons", "Čapek", "Delta 😀", "acme", "Eta_1", "Zeta+", "Örn"]
const STATES = ["active", "active", "active", "active", "active", "active", "deleted", "archived"]

/** Generates two tenants. Every run generates the same customers, so that documentation and tests can refer to them. */
export function generateTenants(customersOfEach: number): readonly GeneratedTenant[] {
  return [
    generateTenant(1, "north", "example.com", customersOfEach),
    generateTenant(2, "south", "example.org", customersOfEach),
  ]
}

function generateTenant(id: number, name: string, domain: string, customerCount: number): GeneratedTenant {
  const random = lehmer(20_261_124 + id)
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item
  const sometimes = <Value>(share: number, value: () => Value): Value | null =>
    random() < share ? value() : null

  const firstCustomer = (id - 1) * customerCount + 1
  const users = Array.from({ length: 8 }, (_, i) => ({
    id: (id - 1) * 8 + i + 1,
    firstName: pick(FIRST_NAMES),
    lastName: pick(LAST_NAMES),
  }))
  const companies = Array.from({ length: 24 }, (_, i) => ({
    id: id * 1000 + i + 1,
    name: i < COMPANIES.length ? (COMPANIES[i] as string) : sometimes(0.9, () => `${pick(COMPANIES)} ${i}`),
  }))
  const someone = () => sometimes(0.8, () => ({ id: pick(users).id, type: "users" as const }))

  const customers = Array.from({ length: customerCount }, (_, i): GeneratedCustomer => {
    const customer = firstCustomer + i
    const firstName = sometimes(0.95, () => pick(FIRST_NAMES))
    const email = i === 0 ? `user@${domain}` : sometimes(0.9, () => `customer.${customer}@${domain}`)
    const phone = sometimes(0.5, () => `+353 1 ${customer}`)
    const created = Date.UTC(2024, 0, 1) + Math.floor(random() * 700 * DAY)
    const updated = created + Math.floor(random() * 30 * DAY)
    const state = i === 0 ? "active" : sometimes(0.97, () => pick(STATES))
    const own =
      i === 0
        ? companies.slice(0, 1)
        : Array.from({ length: Math.floor(random() * 3) }, () => pick(companies))
    return {
      id: customer,
      firstName,
      lastName: sometimes(0.9, () => pick(LAST_NAMES)),
      email,
      organization: sometimes(0.5, () => pick(COMPANIES)),
      verifiedEmail: sometimes(0.9, () => random() < 0.6),
      permission: sometimes(0.7, () => pick(["own", "all"] as const)),
      addMethod: sometimes(0.9, () => pick(["automatic", "manual"] as const)),
      linkedinURL: sometimes(0.2, () => `https://linkedin.example/${customer}`),
      facebookURL: sometimes(0.1, () => `https://facebook.example/${customer}`),
      twitterHandle: sometimes(0.2, () => `@customer_${customer}`),
      jobTitle: sometimes(0.8, () => pick(JOB_TITLES)),
      phone,
      mobile: sometimes(0.3, () => `+353 86 ${customer}`),
      address: sometimes(0.4, () => `${customer % 99} High Street\n${pick(["Cork", "Galway", "Köln"])}`),
      externalId: sometimes(0.6, () => `${name}-${customer}`),
      avatarURL: sometimes(0.3, () => `https://avatars.${domain}/${customer}.png`),
      trusted: sometimes(0.8, () => random() < 0.3),
      welcomeEmailSent: sometimes(0.9, () => random() < 0.5),
      // This is not a hash of any password, so nobody can log in with it.
      password: sometimes(0.3, () => "none"),
      createdAt: new Date(created).toISOString(),
      updatedAt: new Date(updated).toISOString(),
      deletedAt: state === "deleted" ? new Date(updated + DAY).toISOString() : null,
      createdBy: someone(),
      updatedBy: someone(),
      state,
      companies: [...new Set(own)],
      contacts: [
        { kind: "email", value: email },
        ...(phone === null ? [] : [{ kind: "phone", value: phone }]),
        ...(random() < 0.2
          ? [{ kind: "email", value: sometimes(0.8, () => `c${customer}@mail.${domain}`) }]
          : []),
      ]
        .filter(({ value }, n) => n > 0 || value !== null)
        .map((contact, n) => ({ id: customer * 10 + n, ...contact })),
    }
  })
  return { id, name, users, companies, customers }
}

const DAY = 86_400_000

/** A pseudo-random generator of numbers from 0 to 1. */
function lehmer(seed: number): () => number {
  let state = seed % 2_147_483_647
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}
