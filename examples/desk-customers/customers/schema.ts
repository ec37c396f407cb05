import { defineSchema, type Filter, field } from "desk-filter"
import { filterBuilder, omit, scope } from "desk-filter/builder"
import { customers } from "desk-filter/desk"

/** The customers as the database has them: the fields of Desk, and whose customer it is. */
export const storedCustomers = defineSchema({
  ...customers.declarations,
  tenantId: field.integer({ nullable: false }),
})

/** The customers as callers may filter them: of tenants they do not even learn that there are some. */
export const visibleCustomers = omit(storedCustomers, "tenantId")

/** What a caller asks for. */
export type CustomerFilter = Filter<typeof visibleCustomers>

/** What the database is asked. */
export type StoredFilter = Filter<typeof storedCustomers>

const { and, eq, ne, when } = filterBuilder(storedCustomers)

/**
 * The customers of one tenant that a filter asks for, whatever it says.
 *
 * @param includeArchived whether archived ones are among them, as Desk's parameter of this name says
 */
export function ofTenant(tenantId: number, filter: CustomerFilter, includeArchived: boolean): StoredFilter {
  return scope(
    filter,
    and(
      eq("tenantId", tenantId),
      when(!includeArchived, () => ne("state", "archived")),
    ),
  )
}
