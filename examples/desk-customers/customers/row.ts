import type { SelectQueryBuilder } from "kysely"
import { jsonArrayFrom } from "kysely/helpers/postgres"
import type { Reference } from "../database/generate.ts"
import type { Tables } from "../database/tables.ts"
import { isoTime } from "../database/time.ts"
import { columns } from "./mapping.ts"

/** Fields whose columns appear in a response unchanged. They do not include the tenant or the password. */
const PLAIN = [
  "id",
  "firstName",
  "lastName",
  "organization",
  "verifiedEmail",
  "permission",
  "addMethod",
  "linkedinURL",
  "facebookURL",
  "twitterHandle",
  "jobTitle",
  "phone",
  "mobile",
  "address",
  "externalId",
  "avatarURL",
  "trusted",
  "welcomeEmailSent",
  "createdBy",
  "updatedBy",
  "state",
] as const

type Selected = {
  [Field in (typeof PLAIN)[number]]: `customers.${(typeof columns)[Field]} as ${Field}`
}[(typeof PLAIN)[number]]

const selected = PLAIN.map((field) => `customers.${columns[field]} as ${field}`) as Selected[]

/** Adds the columns of a response to a query of customers. */
export function selectRow(query: SelectQueryBuilder<Tables, "customers", object>) {
  return query
    .select(selected)
    .select((row) => [
      "customers.email",
      isoTime("customers.created_at").as("createdAt"),
      isoTime("customers.updated_at").as("updatedAt"),
      isoTime("customers.deleted_at").$castTo<string | null>().as("deletedAt"),
      jsonArrayFrom(
        row
          .selectFrom("customer_companies as member")
          .select("member.company_id as id")
          .whereRef("member.tenant_id", "=", "customers.tenant_id")
          .whereRef("member.customer_id", "=", "customers.id")
          .orderBy("member.company_id"),
      ).as("companies"),
      jsonArrayFrom(
        row
          .selectFrom("contacts as contact")
          .select("contact.id")
          .whereRef("contact.tenant_id", "=", "customers.tenant_id")
          .whereRef("contact.customer_id", "=", "customers.id")
          .orderBy("contact.id"),
      ).as("contacts"),
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof selectRow>["executeTakeFirstOrThrow"]>>

/** A customer in a response. */
export interface Customer extends Omit<Row, "createdBy" | "updatedBy" | "companies" | "contacts"> {
  readonly createdBy: Reference<"users"> | null
  readonly updatedBy: Reference<"users"> | null
  readonly companies: readonly Reference<"companies">[]
  readonly contacts: readonly Reference<"contacts">[]
}

/** Converts a row to a customer, with references in the form of Desk. */
export function toCustomer({ createdBy, updatedBy, companies, contacts, ...row }: Row): Customer {
  return {
    ...row,
    createdBy: createdBy === null ? null : reference("users", createdBy),
    updatedBy: updatedBy === null ? null : reference("users", updatedBy),
    companies: companies.map(({ id }) => reference("companies", id)),
    contacts: contacts.map(({ id }) => reference("contacts", id)),
  }
}

function reference<Resource extends string>(type: Resource, id: number): Reference<Resource> {
  return { id, type }
}
