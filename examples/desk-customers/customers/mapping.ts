import { postgres, sqlMapping, toSqlTemplate } from "desk-filter/sql"
import { type RawBuilder, sql } from "kysely"
import type { CustomerTable, Tables } from "../database/tables.ts"
import { type CustomerFilter, ofTenant, storedCustomers } from "./schema.ts"

/** The column of each field. */
export const columns = {
  id: "id",
  firstName: "first_name",
  lastName: "last_name",
  organization: "organization",
  verifiedEmail: "verified_email",
  permission: "permission",
  addMethod: "add_method",
  linkedinURL: "linkedin_url",
  facebookURL: "facebook_url",
  twitterHandle: "twitter_handle",
  jobTitle: "job_title",
  phone: "phone",
  mobile: "mobile",
  address: "address",
  externalId: "external_id",
  avatarURL: "avatar_url",
  trusted: "trusted",
  welcomeEmailSent: "welcome_email_sent",
  password: "password_hash",
  createdAt: "created_at",
  updatedAt: "updated_at",
  deletedAt: "deleted_at",
  createdBy: "created_by",
  updatedBy: "updated_by",
  state: "state",
  tenantId: "tenant_id",
} as const satisfies Readonly<Record<string, keyof CustomerTable>>

/** The table of each relation. Its columns have the names of the fields. */
export const relatedTables = {
  companies: "companies_of_customers",
  contacts: "contacts",
} as const satisfies Readonly<Record<string, keyof Tables>>

/** A related row belongs to the same tenant and the same customer. */
const on = { tenant_id: "tenant_id", id: "customer_id" }

export const mapping = sqlMapping(storedCustomers, {
  table: "customers",
  columns,
  relations: {
    companies: { table: relatedTables.companies, on },
    contacts: { table: relatedTables.contacts, on },
  },
})

/**
 * The customers of a tenant that match a filter, as a condition on the table `customers` for Kysely's `where`.
 * No other code turns a filter into SQL, so every query is limited to one tenant.
 */
export function matching(
  tenantId: number,
  filter: CustomerFilter,
  includeArchived: boolean,
): RawBuilder<boolean> {
  const { strings, values } = toSqlTemplate(ofTenant(tenantId, filter, includeArchived), postgres, mapping)
  return sql<boolean>(strings, ...values)
}
