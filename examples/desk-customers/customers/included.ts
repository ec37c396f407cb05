import type { Kysely } from "kysely"
import type { Reference } from "../database/generate.ts"
import type { Tables } from "../database/tables.ts"
import type { Customer } from "./row.ts"

/** The related resources that a response can include. */
export const includable = ["companies", "contacts", "users"] as const

export type Includable = (typeof includable)[number]

/** Records that the customers of a response refer to, by resource. Only requested resources are present. */
export interface Included {
  readonly companies?: readonly { readonly id: number; readonly name: string | null }[]
  readonly contacts?: readonly {
    readonly id: number
    readonly kind: string
    readonly value: string | null
    readonly customer: Reference<"customers">
  }[]
  readonly users?: readonly { readonly id: number; readonly firstName: string; readonly lastName: string }[]
}

/** Reads the requested records that the customers refer to. */
export async function readIncluded(
  database: Kysely<Tables>,
  tenantId: number,
  customers: readonly Customer[],
  resources: ReadonlySet<Includable>,
): Promise<Included> {
  const readers = {
    companies: () => companiesOf(database, tenantId, ids(customers.flatMap(({ companies }) => companies))),
    contacts: () => contactsOf(database, tenantId, ids(customers.flatMap(({ contacts }) => contacts))),
    users: () => {
      const users = customers.flatMap(({ createdBy, updatedBy }) => [createdBy, updatedBy])
      return usersOf(database, tenantId, ids(users.filter((user) => user !== null)))
    },
  }
  const included: Record<string, unknown> = {}
  for (const resource of includable)
    if (resources.has(resource)) included[resource] = await readers[resource]()
  return included
}

function ids(references: readonly Reference<string>[]): number[] {
  return [...new Set(references.map(({ id }) => id))]
}

function companiesOf(database: Kysely<Tables>, tenantId: number, ids: readonly number[]) {
  return database
    .selectFrom("companies")
    .select(["id", "name"])
    .where("tenant_id", "=", tenantId)
    .where(({ eb, fn, val }) => eb("id", "=", fn.any(val(ids))))
    .orderBy("id")
    .execute()
}

async function contactsOf(database: Kysely<Tables>, tenantId: number, ids: readonly number[]) {
  const rows = await database
    .selectFrom("contacts")
    .select(["id", "kind", "value", "customer_id"])
    .where("tenant_id", "=", tenantId)
    .where(({ eb, fn, val }) => eb("id", "=", fn.any(val(ids))))
    .orderBy("id")
    .execute()
  return rows.map(({ customer_id, ...contact }) => ({
    ...contact,
    customer: { id: customer_id, type: "customers" as const },
  }))
}

function usersOf(database: Kysely<Tables>, tenantId: number, ids: readonly number[]) {
  return database
    .selectFrom("users")
    .select(["id", "first_name as firstName", "last_name as lastName"])
    .where("tenant_id", "=", tenantId)
    .where(({ eb, fn, val }) => eb("id", "=", fn.any(val(ids))))
    .orderBy("id")
    .execute()
}
