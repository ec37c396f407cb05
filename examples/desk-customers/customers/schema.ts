import { defineSchema, type Filter, field } from "desk-filter"
import { filterBuilder, omit, scope } from "desk-filter/builder"
import { customers } from "desk-filter/desk"

/** The customers in the database: the fields of Desk, and the tenant. */
export const storedCustomers = defineSchema({
  ...customers.declarations,
  tenantId: field.integer({ nullable: false }),
})

/** The fields that callers may use in filters. Callers cannot see that tenants exist. */
export const visibleCustomers = omit(storedCustomers, "tenantId")

/** A filter from a caller. */
export type CustomerFilter = Filter<typeof visibleCustomers>

/** A filter for the database, limited to a tenant. */
export type StoredFilter = Filter<typeof storedCustomers>

const { and, eq, ne, when } = filterBuilder(storedCustomers)

/**
 * Limits a filter to the customers of one tenant.
 *
 * @param includeArchived whether archived customers match too, as with Desk's parameter of this name
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
