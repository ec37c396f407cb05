import { type Expression, type SqlBool, sql, type Transaction, type Updateable } from "kysely"
import type { CustomerTable, Tables } from "../database/tables.ts"
import { customerRecord } from "./record.ts"

/** The channel on which servers hear of changes. The payload is the id of the tenant. */
export const CHANNEL = "customer_changes"

/** How long changes are kept. A server that could not read them for longer tells its subscribers so. */
const KEPT = "1 hour"

/** The update that changes customers. */
export interface LoggedUpdate {
  readonly tenantId: number
  readonly jobId: string
  readonly condition: Expression<SqlBool>
  readonly values: Updateable<CustomerTable>
}

/**
 * Updates customers and logs each one as it was before and after, in one statement: it reads and writes each row once,
 * and the rows stay in the database. The transaction must hold the lock of the tenant: it keeps the ids of the log in
 * the order of commits.
 *
 * @returns the number of customers
 */
export async function updateAndLog(
  transaction: Transaction<Tables>,
  { tenantId, jobId, condition, values }: LoggedUpdate,
): Promise<number> {
  const { numInsertedOrUpdatedRows = 0n } = await transaction
    .with("earlier", (database) =>
      database
        .selectFrom("customers")
        .select(["customers.tenant_id", "customers.id", customerRecord.as("record")])
        .where(condition)
        // No other transaction may change a row between the two reads.
        .forNoKeyUpdate("customers"),
    )
    .with("changed", (database) =>
      database
        .updateTable("customers")
        .from("earlier")
        .set({ ...values, updated_at: sql`now()` })
        .whereRef("customers.tenant_id", "=", "earlier.tenant_id")
        .whereRef("customers.id", "=", "earlier.id")
        .returningAll("customers"),
    )
    .insertInto("customer_changes")
    .columns(["tenant_id", "job_id", "customer_id", "before", "after"])
    .expression((database) =>
      database
        // The record is that of a row with this name.
        .selectFrom("changed as customers")
        .innerJoin("earlier", (join) =>
          join
            .onRef("earlier.tenant_id", "=", "customers.tenant_id")
            .onRef("earlier.id", "=", "customers.id"),
        )
        .select([
          "customers.tenant_id",
          sql.lit(jobId).as("job_id"),
          "customers.id",
          "earlier.record as before",
          customerRecord.as("after"),
        ])
        .orderBy("customers.id"),
    )
    .executeTakeFirstOrThrow()
  await announce(transaction, tenantId)
  await prune(transaction, tenantId)
  return Number(numInsertedOrUpdatedRows)
}

/** Tells all servers, this one too. PostgreSQL sends it when the transaction commits, and never if it does not. */
async function announce(transaction: Transaction<Tables>, tenantId: number): Promise<void> {
  await sql`SELECT pg_notify(${CHANNEL}, ${String(tenantId)})`.execute(transaction)
}

/** Deletes the old changes of the tenant, and notes where the log now begins. */
async function prune(transaction: Transaction<Tables>, tenantId: number): Promise<void> {
  await sql`
    WITH old AS (
      SELECT max(id) AS last_id FROM customer_changes
      WHERE tenant_id = ${tenantId} AND made_at < now() - ${sql.lit(KEPT)}::interval
    ), pruned AS (
      DELETE FROM customer_changes USING old WHERE tenant_id = ${tenantId} AND id <= last_id
    )
    INSERT INTO pruned_changes (tenant_id, last_id)
    SELECT ${tenantId}::bigint, last_id FROM old WHERE last_id IS NOT NULL
    ON CONFLICT (tenant_id) DO UPDATE SET last_id = excluded.last_id`.execute(transaction)
}
