import { FilterError, type Limits, parseFilter } from "desk-filter"
import { type Kysely, type Selectable, sql, type Transaction } from "kysely"
import { columnsOf } from "../customers/changes.ts"
import { matching } from "../customers/mapping.ts"
import { visibleCustomers } from "../customers/schema.ts"
import type { Tables } from "../database/tables.ts"
import { updateAndLog } from "../subscriptions/change-log.ts"

/** No limits: the filter was within the limits when it was queued. The queued text can be longer, because a date becomes a date-time. */
const limits: Omit<Limits, "maxDiagnostics" | "maxGuardSteps"> = {
  maxLength: Number.MAX_SAFE_INTEGER,
  maxDepth: 256,
  maxNodes: Number.MAX_SAFE_INTEGER,
  maxListLength: Number.MAX_SAFE_INTEGER,
  maxRelationConditions: Number.MAX_SAFE_INTEGER,
}

/** How long the statements of a job may run. They change many rows, and no request waits for them. */
const STATEMENT_TIMEOUT = "10min"

/**
 * Runs the oldest queued update of the tenant whose last update ended first, so that a tenant with many updates does not
 * keep the others waiting. One transaction contains the changes and the new state of the job. After a crash, the job is
 * either done with all its changes, or still queued without any.
 *
 * @returns whether there was a queued update that no other server was about to run
 */
export async function runNext(database: Kysely<Tables>, log: (error: unknown) => void): Promise<boolean> {
  let jobId: string | undefined
  try {
    return await database.transaction().execute(async (transaction) => {
      const tenantId = await lockNextTenant(transaction)
      if (tenantId === undefined) return false
      const job = await transaction
        .selectFrom("jobs")
        .selectAll()
        .where("tenant_id", "=", tenantId)
        .where("state", "=", "queued")
        .orderBy("queued_at")
        .orderBy("id")
        .limit(1)
        .executeTakeFirst()
      // Another server has just run the tenant's last job.
      if (job === undefined) return true
      jobId = job.id
      await sql`SET LOCAL statement_timeout = ${sql.lit(STATEMENT_TIMEOUT)}`.execute(transaction)
      const counts = await carryOut(transaction, job)
      await transaction
        .updateTable("jobs")
        .set({ state: "done", ...counts, ended_at: sql`now()` })
        .where("id", "=", job.id)
        .execute()
      return true
    })
  } catch (error) {
    if (jobId === undefined) throw error
    log(error)
    await database
      .updateTable("jobs")
      .set({ state: "failed", updated: 0, error: reasonFor(error), ended_at: sql`now()` })
      .where("id", "=", jobId)
      .where("state", "=", "queued")
      .execute()
    return true
  }
}

/**
 * Locks the tenant whose turn it is. Updates of one tenant run one after another, because two concurrent updates could
 * deadlock on each other's rows. Another server on this database skips the tenant and takes the next one.
 */
async function lockNextTenant(transaction: Transaction<Tables>): Promise<number | undefined> {
  const tenant = await transaction
    .selectFrom("tenants")
    .select("id")
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("jobs")
          .select("jobs.id")
          .whereRef("jobs.tenant_id", "=", "tenants.id")
          .where("jobs.state", "=", "queued"),
      ),
    )
    .orderBy(
      ({ selectFrom }) =>
        selectFrom("jobs")
          .select(({ fn }) => fn.max("jobs.ended_at").as("last"))
          .whereRef("jobs.tenant_id", "=", "tenants.id"),
      (order) => order.asc().nullsFirst(),
    )
    .orderBy("id")
    .limit(1)
    .forNoKeyUpdate()
    .skipLocked()
    .executeTakeFirst()
  return tenant?.id
}

async function carryOut(
  transaction: Transaction<Tables>,
  job: Selectable<Tables["jobs"]>,
): Promise<{ readonly matched: number; readonly updated: number }> {
  // Only the parser makes a filter, so the stored text goes through it like any other.
  const filter = parseFilter(visibleCustomers, job.filter, { limits })
  const condition = matching(job.tenant_id, filter, job.include_archived)
  if (job.dry) {
    const { matched } = await transaction
      .selectFrom("customers")
      .select(({ fn }) => fn.countAll<number>().as("matched"))
      .where(condition)
      .executeTakeFirstOrThrow()
    return { matched, updated: 0 }
  }
  const updated = await updateAndLog(transaction, {
    tenantId: job.tenant_id,
    jobId: job.id,
    condition,
    values: { ...columnsOf(job.changes), updated_by: job.user_id },
  })
  return { matched: updated, updated }
}

/** The reason for the caller. It never contains the message of the database, which may include SQL or values. */
function reasonFor(error: unknown): string {
  return error instanceof FilterError ? error.message : "The update failed. No customer was changed"
}
