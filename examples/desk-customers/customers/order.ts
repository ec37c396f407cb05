import { type RawBuilder, sql } from "kysely"
import { columns } from "./mapping.ts"
import { storedCustomers } from "./schema.ts"

/** The fields of the table that Desk lets callers order by. `password` is one of them there: here its order would tell of its content. */
const FIELDS = [
  "addMethod",
  "address",
  "avatarURL",
  "createdAt",
  "createdBy",
  "deletedAt",
  "externalId",
  "facebookURL",
  "firstName",
  "id",
  "jobTitle",
  "lastName",
  "linkedinURL",
  "mobile",
  "organization",
  "permission",
  "phone",
  "state",
  "trusted",
  "twitterHandle",
  "updatedAt",
  "updatedBy",
  "verifiedEmail",
  "welcomeEmailSent",
] as const

type OrderField = (typeof FIELDS)[number]

/** What is ordered by that is in no column of a field; texts by code point, as a filter compares them. */
const OTHERS = {
  email: sql`customers.email COLLATE "C"`,
  "companies.name": firstOf("companies_of_customers", "name"),
  "contacts.value": firstOf("contacts", "value"),
} as const

export type OrderBy = OrderField | keyof typeof OTHERS

/** All that a list can be ordered by. */
export const orderable: readonly OrderBy[] = [
  ...FIELDS,
  ...(Object.keys(OTHERS) as (keyof typeof OTHERS)[]),
].sort()

/** The value that decides a customer's place. */
export function orderKey(by: OrderBy): RawBuilder<unknown> {
  if (isOther(by)) return OTHERS[by]
  const column = sql.ref(`customers.${columns[by]}`)
  const { type } = storedCustomers.fields.get(by) ?? {}
  return type === "string" || type === "enum" ? sql`${column} COLLATE "C"` : column
}

function isOther(by: OrderBy): by is keyof typeof OTHERS {
  return Object.hasOwn(OTHERS, by)
}

/** Of many related texts the first one counts. */
function firstOf(
  table: "companies_of_customers" | "contacts",
  column: "name" | "value",
): RawBuilder<unknown> {
  return sql`(
    SELECT min(related.${sql.ref(column)} COLLATE "C") FROM ${sql.table(table)} AS related
    WHERE related.tenant_id = customers.tenant_id AND related.customer_id = customers.id)`
}
