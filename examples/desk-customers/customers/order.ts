import { type RawBuilder, sql } from "kysely"
import { columns } from "./mapping.ts"
import { storedCustomers } from "./schema.ts"

/** The fields that Desk can sort by. Desk also lists `password`, but an order by password would reveal its content. */
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

/** Sort keys that are not the column of a field. Strings sort by code point, as filters compare them. */
const OTHER_KEYS = {
  email: sql`customers.email COLLATE "C"`,
  "companies.name": firstOf("companies_of_customers", "name"),
  "contacts.value": firstOf("contacts", "value"),
} as const

export type OrderBy = OrderField | keyof typeof OTHER_KEYS

/** Everything that a list can be sorted by. */
export const orderable: readonly OrderBy[] = [
  ...FIELDS,
  ...(Object.keys(OTHER_KEYS) as (keyof typeof OTHER_KEYS)[]),
].sort()

/** The SQL expression that customers are sorted by. */
export function orderKey(by: OrderBy): RawBuilder<unknown> {
  if (isOtherKey(by)) return OTHER_KEYS[by]
  const column = sql.ref(`customers.${columns[by]}`)
  const { type } = storedCustomers.fields.get(by) ?? {}
  return type === "string" || type === "enum" ? sql`${column} COLLATE "C"` : column
}

function isOtherKey(by: OrderBy): by is keyof typeof OTHER_KEYS {
  return Object.hasOwn(OTHER_KEYS, by)
}

/** The first of the related texts by code point. */
function firstOf(
  table: "companies_of_customers" | "contacts",
  column: "name" | "value",
): RawBuilder<unknown> {
  return sql`(
    SELECT min(related.${sql.ref(column)} COLLATE "C") FROM ${sql.table(table)} AS related
    WHERE related.tenant_id = customers.tenant_id AND related.customer_id = customers.id)`
}
