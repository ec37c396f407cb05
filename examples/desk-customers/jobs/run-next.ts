import { FilterError, type Limits, parseFilter } from "desk-filter"
import { type Kysely, type Selectable, sql, type Transaction } from "kysely"
import { columnsOf } from "../customers/changes.ts"
import { matching } from "../customers/mapping.ts"
import { visibleCustomers } from "../customers/schema.ts"
import type { Tables } from "../database/tables.ts"

/** What was queued was within the limits when it came. Written out it may be longer: a date becomes a date-time. */
const limits: Limits = {
  maxLength: Number.MAX_SAFE_INTEGER,
  maxDepth: 256,
  maxNodes: Number.MAX_SAFE_INTEGER,
  maxListLength: Number.MAX_SAFE_INTEGER,
}

/**
 * Makes the update that has waited longest. What it changes and that it is done are one transaction: after
 * a crash the job is done and so is all of it, or it is queued and none of it.
 *
 * @returns whether there was one
 */
export async function runNext(database: Kysely<Tables>, log: (error: unknown) => void): Promise<boolean> {
  let taken: string | undefined
  try {
    return await database.transaction().execute(async (whole) => {
      const job = await whole
        .selectFrom("jobs")
        .selectAll()
        .where("state", "=", "queued")
        .orderBy("queued_at")
        .orderBy("id")
        .limit(1)
        // Another server on this database takes another one.
        .forUpdate()
        .skipLocked()
        .executeTakeFirst()
      if (job === undefined) return false
      taken = job.id
      // Updates of one tenant wait for one another: two at a time could each have rows that the other needs.
      await whole
        .selectFrom("tenants")
        .select("id")
        .where("id", "=", job.tenant_id)
        .forNoKeyUpdate()
        .execute()
      const counts = await carryOut(whole, job)
      await whole
        .updateTable("jobs")
        .set({ state: "done", ...counts, ended_at: sql`now()` })
        .where("id", "=", job.id)
        .execute()
      return true
    })
  } catch (error) {
    if (taken === undefined) throw error
    log(error)
    await database
      .updateTable("jobs")
      .set({ state: "failed", updated: 0, error: reasonFor(error), ended_at: sql`now()` })
      .where("id", "=", taken)
      .where("state", "=", "queued")
      .execute()
    return true
  }
}

async function carryOut(
  whole: Transaction<Tables>,
  job: Selectable<Tables["jobs"]>,
): Promise<{ readonly matched: number; readonly updated: number }> {
  // The stored text is read like any other: a filter comes from nowhere else.
  const filter = parseFilter(visibleCustomers, job.filter, { limits })
  const condition = matching(job.tenant_id, filter, job.include_archived)
  if (job.dry) {
    const { matched } = await whole
      .selectFrom("customers")
      .select(({ fn }) => fn.countAll<number>().as("matched"))
      .where(condition)
      .executeTakeFirstOrThrow()
    return { matched, updated: 0 }
  }
  const { numUpdatedRows } = await whole
    .updateTable("customers")
    .set({ ...columnsOf(job.changes), updated_at: sql`now()`, updated_by: job.user_id })
    .where(condition)
    .executeTakeFirst()
  return { matched: Number(numUpdatedRows), updated: Number(numUpdatedRows) }
}

/** What the caller is told: never what the database said, which may have SQL in it, or values. */
function reasonFor(error: unknown): string {
  return error instanceof FilterError ? error.message : "The update could not be made. Nothing was changed"
}
