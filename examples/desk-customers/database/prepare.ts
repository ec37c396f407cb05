import { type Kysely, sql } from "kysely"
import { createTables } from "./create-tables.ts"
import { type GeneratedCustomer, type GeneratedTenant, generateTenants } from "./generate.ts"
import type { Tables } from "./tables.ts"

/** Any number: who takes it keeps other servers that are starting on this database waiting. */
const LOCK = 20_261_124

/** How many rows a statement inserts: with 27 columns a row, far from the 65,535 parameters that one takes. */
const CHUNK = 500

/**
 * Makes the tables that are not there yet, and fills them where there is no tenant: all of it, or after
 * a crash none of it.
 */
export async function prepareDatabase(
  database: Kysely<Tables>,
  customersOfEachTenant: number,
): Promise<void> {
  await database.transaction().execute(async (whole) => {
    await sql`SELECT pg_advisory_xact_lock(${LOCK}::bigint)`.execute(whole)
    await createTables(whole)
    const seeded = await whole.selectFrom("tenants").select("id").executeTakeFirst()
    if (seeded !== undefined) return
    await seed(whole, generateTenants(customersOfEachTenant))
    // The embedded database never does it by itself, and plans badly without.
    await sql`ANALYZE customers, companies, customer_companies, contacts`.execute(whole)
  })
}

async function seed(whole: Kysely<Tables>, tenants: readonly GeneratedTenant[]): Promise<void> {
  for (const { id: tenant_id, name, users, companies, customers } of tenants) {
    await whole.insertInto("tenants").values({ id: tenant_id, name }).execute()
    await whole
      .insertInto("users")
      .values(
        users.map(({ id, firstName, lastName }) => ({
          id,
          tenant_id,
          first_name: firstName,
          last_name: lastName,
        })),
      )
      .execute()
    await whole
      .insertInto("companies")
      .values(companies.map(({ id, name }) => ({ id, tenant_id, name })))
      .execute()
    for (const chunk of chunks(customers)) {
      await whole
        .insertInto("customers")
        .values(chunk.map((customer) => customerRow(tenant_id, customer)))
        .execute()
    }
    const memberships = customers.flatMap(({ id, companies }) =>
      companies.map((company) => ({ tenant_id, customer_id: id, company_id: company.id })),
    )
    for (const chunk of chunks(memberships))
      await whole.insertInto("customer_companies").values(chunk).execute()
    const contacts = customers.flatMap(({ id, contacts }) =>
      contacts.map((contact) => ({ ...contact, tenant_id, customer_id: id })),
    )
    for (const chunk of chunks(contacts)) await whole.insertInto("contacts").values(chunk).execute()
  }
}

function customerRow(tenant_id: number, customer: GeneratedCustomer) {
  return {
    id: customer.id,
    tenant_id,
    first_name: customer.firstName,
    last_name: customer.lastName,
    email: customer.email,
    organization: customer.organization,
    verified_email: customer.verifiedEmail,
    permission: customer.permission,
    add_method: customer.addMethod,
    linkedin_url: customer.linkedinURL,
    facebook_url: customer.facebookURL,
    twitter_handle: customer.twitterHandle,
    job_title: customer.jobTitle,
    phone: customer.phone,
    mobile: customer.mobile,
    address: customer.address,
    external_id: customer.externalId,
    avatar_url: customer.avatarURL,
    trusted: customer.trusted,
    welcome_email_sent: customer.welcomeEmailSent,
    password_hash: customer.password,
    created_at: customer.createdAt,
    updated_at: customer.updatedAt,
    deleted_at: customer.deletedAt,
    created_by: customer.createdBy?.id ?? null,
    updated_by: customer.updatedBy?.id ?? null,
    state: customer.state,
  }
}

function chunks<Item>(items: readonly Item[]): Item[][] {
  return Array.from({ length: Math.ceil(items.length / CHUNK) }, (_, i) =>
    items.slice(i * CHUNK, (i + 1) * CHUNK),
  )
}
