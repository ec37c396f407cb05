import type { Kysely } from "kysely"
import type { Tables } from "../database/tables.ts"
import type { Caller } from "../http/keys.ts"
import { type Included, readIncluded } from "./included.ts"
import type { ListQuery } from "./list-query.ts"
import { matching } from "./mapping.ts"
import { orderKey } from "./order.ts"
import { type Customer, selectRow, toCustomer } from "./row.ts"

/** The response to a list request: one page of customers. */
export interface CustomerPage {
  readonly customers: readonly Customer[]
  readonly included: Included
  readonly pagination: {
    readonly records: number
    readonly pageSize: number
    readonly pages: number
    readonly page: number
    readonly hasMorePages: boolean
  }
  readonly meta: {
    readonly page: {
      readonly count: number
      readonly pageSize: number
      readonly pageOffset: number
      readonly pages: number
      readonly hasMore: boolean
    }
  }
}

/** Reads a page of the caller's customers. The count, the rows and the related records come from one snapshot. */
export function listCustomers(
  database: Kysely<Tables>,
  { tenantId }: Caller,
  { filter, includeArchived, orderBy, descending, page, pageSize, includes }: ListQuery,
): Promise<CustomerPage> {
  const condition = matching(tenantId, filter, includeArchived)
  const transaction = database.transaction().setIsolationLevel("repeatable read").setAccessMode("read only")
  return transaction.execute(async (snapshot) => {
    const matches = snapshot.selectFrom("customers").where(condition)
    const { records } = await matches
      .select(({ fn }) => fn.countAll<number>().as("records"))
      .executeTakeFirstOrThrow()
    const rows = await selectRow(matches)
      // Customers without a value come last in both directions.
      .orderBy(orderKey(orderBy), (order) => (descending ? order.desc() : order.asc()).nullsLast())
      .orderBy("customers.id")
      .limit(pageSize)
      .offset((page - 1) * pageSize)
      .execute()
    const customers = rows.map(toCustomer)
    const pages = Math.ceil(records / pageSize)
    const hasMore = page < pages
    return {
      customers,
      included: await readIncluded(snapshot, tenantId, customers, includes),
      pagination: { records, pageSize, pages, page, hasMorePages: hasMore },
      meta: { page: { count: records, pageSize, pageOffset: page - 1, pages, hasMore } },
    }
  })
}
