import { randomUUID } from "node:crypto"
import { stringify } from "desk-filter/query-string"
import type { Kysely } from "kysely"
import { withoutSecrets } from "../customers/changes.ts"
import type { Update } from "../customers/update-request.ts"
import type { JobState, Tables } from "../database/tables.ts"
import { isoTime } from "../database/time.ts"
import type { Caller } from "../http/keys.ts"
import { runNext } from "./run-next.ts"

/** A job in a response. */
export interface Job {
  readonly id: string
  readonly state: JobState
  /** The number of customers that matched the filter; null until the job has ended. */
  readonly matched: number | null
  readonly updated: number | null
  readonly error: string | null
  readonly queuedAt: string
  readonly endedAt: string | null
}

/** How long a server waits before it looks again for jobs that it could not run, in milliseconds. */
const RETRY_AFTER = 2000

/** The queue of updates. It runs one update at a time, after the response. The queue is a table, so it survives a restart. */
export class Jobs {
  readonly #database: Kysely<Tables>
  readonly #log: (error: unknown) => void
  #running: Promise<void> | undefined
  #more = false
  #stopped = false
  #later: NodeJS.Timeout | undefined

  /** @param log receives errors whose details callers do not see */
  constructor(database: Kysely<Tables>, log: (error: unknown) => void) {
    this.#database = database
    this.#log = log
  }

  /** Queues an update. Once this returns, the job will run or record why it failed. */
  async add({ tenantId, userId }: Caller, update: Update): Promise<string> {
    const id = randomUUID()
    await this.#database
      .insertInto("jobs")
      .values({
        id,
        tenant_id: tenantId,
        user_id: userId,
        filter: stringify(update.filter),
        include_archived: update.includeArchived,
        changes: JSON.stringify(await withoutSecrets(update.changes)),
        dry: update.dry,
      })
      .execute()
    this.wake()
    return id
  }

  /** Finds a job of the caller's tenant. */
  find({ tenantId }: Caller, id: string): Promise<Job | undefined> {
    return this.#database
      .selectFrom("jobs")
      .select(["id", "state", "matched", "updated", "error"])
      .select([
        isoTime("jobs.queued_at").as("queuedAt"),
        isoTime("jobs.ended_at").$castTo<string | null>().as("endedAt"),
      ])
      .where("tenant_id", "=", tenantId)
      .where("id", "=", id)
      .executeTakeFirst()
  }

  /** Runs the queued jobs, including jobs from an earlier process. */
  wake(): void {
    this.#more = true
    this.#running ??= this.#run()
  }

  /** Stops after the current job. The next process runs the remaining jobs. */
  async stop(): Promise<void> {
    this.#stopped = true
    clearTimeout(this.#later)
    await this.#running
  }

  async #run(): Promise<void> {
    try {
      while (this.#more) {
        this.#more = false
        while (!this.#stopped && (await runNext(this.#database, this.#log)));
      }
      if (!this.#stopped && (await this.#hasQueued())) this.#lookLater()
    } catch (error) {
      // Without the database, the state of the job cannot change either. It stays queued.
      this.#log(error)
      if (!this.#stopped) this.#lookLater()
    } finally {
      this.#running = undefined
    }
  }

  /** Another server that runs the jobs of a tenant may end without them, and a database that failed may return. */
  #lookLater(): void {
    clearTimeout(this.#later)
    this.#later = setTimeout(() => this.wake(), RETRY_AFTER).unref()
  }

  async #hasQueued(): Promise<boolean> {
    const queued = this.#database.selectFrom("jobs").select("id").where("state", "=", "queued").limit(1)
    return (await queued.executeTakeFirst()) !== undefined
  }
}
