import { type Kysely, sql } from "kysely"
import { createTables } from "./create-tables.ts"
import { type GeneratedCustomer, type GeneratedTenant, generateTenants } from "./generate.ts"
import type { Tables } from "./tables.ts"

/** The key of the advisory lock. It can be any number, but all servers must use the same one. */
const LOCK = 20_261_124

/** The number of rows per statement. A row has 27 columns, and a statement takes at most 65,535 parameters. */
const CHUNK = 500

/**
 * Creates missing tables, and generates data if there is no tenant. It does all of this in one transaction, so that a
 * crash leaves no partial data. A lock makes other servers that start at the same time wait.
 */
export async function prepareDatabase(
  database: Kysely<Tables>,
  customersOfEachTenant: number,
): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    await sql`SELECT pg_advisory_xact_lock(${LOCK}::bigint)`.execute(transaction)
    await createTables(transaction)
    const seeded = await transaction.selectFrom("tenants").select("id").executeTakeFirst()
    if (seeded !== undefined) return
    await seed(transaction, generateTenants(customersOfEachTenant))
    // PGlite never analyses tables on its own, and its query plans are poor without statistics.
    await sql`ANALYZE customers, companies, customer_companies, contacts`.execute(transaction)
  })
}

async function seed(transaction: Kysely<Tables>, tenants: readonly GeneratedTenant[]): Promise<void> {
  for (const { id: tenant_id, name, users, companies, customers } of tenants) {
    await transaction.insertInto("tenants").values({ id: tenant_id, name }).execute()
    await transaction
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
    await transaction
      .insertInto("companies")
      .values(companies.map(({ id, name }) => ({ id, tenant_id, name })))
      .execute()
    for (const chunk of chunks(customers)) {
      await transaction
        .insertInto("customers")
        .values(chunk.map((customer) => customerRow(tenant_id, customer)))
        .execute()
    }
    const memberships = customers.flatMap(({ id, companies }) =>
      companies.map((company) => ({ tenant_id, customer_id: id, company_id: company.id })),
    )
    for (const chunk of chunks(memberships))
      await transaction.insertInto("customer_companies").values(chunk).execute()
    const contacts = customers.flatMap(({ id, contacts }) =>
      contacts.map((contact) => ({ ...contact, tenant_id, customer_id: id })),
    )
    for (const chunk of chunks(contacts)) await transaction.insertInto("contacts").values(chunk).execute()
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
