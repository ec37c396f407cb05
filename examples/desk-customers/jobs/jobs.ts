import { randomUUID } from "node:crypto"
import { stringify } from "desk-filter/query-string"
import type { Kysely } from "kysely"
import { withoutSecrets } from "../customers/changes.ts"
import type { Update } from "../customers/update-request.ts"
import type { JobState, Tables } from "../database/tables.ts"
import { isoTime } from "../database/time.ts"
import type { Caller } from "../http/keys.ts"
import { runNext } from "./run-next.ts"

/** A job as it is answered. */
export interface Job {
  readonly id: string
  readonly state: JobState
  /** How many customers the filter found; null until the job has ended. */
  readonly matched: number | null
  readonly updated: number | null
  readonly error: string | null
  readonly queuedAt: string
  readonly endedAt: string | null
}

/** Updates that are made after they were answered, one after another. The queue is a table, so it outlives the process. */
export class Jobs {
  readonly #database: Kysely<Tables>
  readonly #log: (error: unknown) => void
  #running: Promise<void> | undefined
  #more = false
  #stopped = false

  /** @param log is told of failures that callers learn nothing of */
  constructor(database: Kysely<Tables>, log: (error: unknown) => void) {
    this.#database = database
    this.#log = log
  }

  /** Queues an update. When this returns, the job is sure to be done, or to say why it was not. */
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

  /** A job of the caller's tenant. */
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

  /** Runs what is queued, also by a process that has ended before it came to it. */
  wake(): void {
    this.#more = true
    this.#running ??= this.#run()
  }

  /** Ends when the job that runs has ended. The others are left to the next process. */
  async stop(): Promise<void> {
    this.#stopped = true
    await this.#running
  }

  async #run(): Promise<void> {
    try {
      while (this.#more) {
        this.#more = false
        while (!this.#stopped && (await runNext(this.#database, this.#log)));
      }
    } catch (error) {
      // Without a database nothing can be said of the job either: it stays queued.
      this.#log(error)
    } finally {
      this.#running = undefined
    }
  }
}
