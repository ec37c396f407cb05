import { setImmediate as nextTurn } from "node:timers/promises"
import type { Kysely } from "kysely"
import type { Tables } from "../database/tables.ts"

/** A customer before and after an update, as predicates read it. */
export interface CustomerChange {
  readonly id: number
  readonly jobId: string
  readonly customerId: number
  readonly before: unknown
  readonly after: unknown
}

/** Receives the changes of a tenant. */
export interface Follower {
  /** The number of its subscriptions. Without any, the feed skips the changes. */
  readonly size: number
  follow(change: CustomerChange): void
  /** There were changes that cannot be followed. */
  miss(): void
}

/** The number of changes that are read at once. */
const BATCH = 200

/** How long the feed waits before it reads again after a failure, in milliseconds. */
const RETRY_AFTER = 2000

/**
 * Reads the changes of a tenant in the order of their commits, each one once. The feed knows how far it has read, so a
 * notification need not say what changed, and a lost one loses no change: the next reading finds it.
 */
export class ChangeFeed {
  readonly #database: Kysely<Tables>
  readonly #tenantId: number
  readonly #follower: Follower
  readonly #log: (error: unknown) => void
  /** The id of the last change that was followed. */
  #position = 0
  #started: Promise<void> | undefined
  #isReady = false
  #running: Promise<void> | undefined
  #more = false
  #stopped = false
  #later: NodeJS.Timeout | undefined

  constructor(database: Kysely<Tables>, tenantId: number, follower: Follower, log: (error: unknown) => void) {
    this.#database = database
    this.#tenantId = tenantId
    this.#follower = follower
    this.#log = log
  }

  /** Once this returns, the feed follows every change that is committed from then on. */
  start(): Promise<void> {
    this.#started ??= this.#start()
    return this.#started
  }

  /** Reads the new changes. */
  wake(): void {
    this.#more = true
    if (!this.#stopped && this.#isReady) this.#running ??= this.#run()
  }

  /** Stops after the current change. */
  async stop(): Promise<void> {
    this.#stopped = true
    clearTimeout(this.#later)
    await this.#running
  }

  async #start(): Promise<void> {
    try {
      this.#position = await this.#newest()
    } catch (error) {
      // The next subscription tries again.
      this.#started = undefined
      throw error
    }
    this.#isReady = true
    // A notification may have come before the position was known.
    this.wake()
  }

  async #run(): Promise<void> {
    clearTimeout(this.#later)
    try {
      while (this.#more && !this.#stopped) {
        this.#more = false
        if (this.#follower.size === 0) await this.#skip()
        else await this.#catchUp()
      }
    } catch (error) {
      this.#log(error)
      if (!this.#stopped) this.#later = setTimeout(() => this.wake(), RETRY_AFTER).unref()
    } finally {
      this.#running = undefined
    }
  }

  /** Skips the changes so far. */
  async #skip(): Promise<void> {
    const newest = await this.#newest()
    if (this.#follower.size === 0) this.#position = newest
    // The first subscription came meanwhile, perhaps before the newest change.
    else this.#more = true
  }

  async #catchUp(): Promise<void> {
    let changes: readonly CustomerChange[]
    do {
      changes = await this.#read()
      // Asked after the reading: a change that was pruned before it is one that it did not find.
      const pruned = await this.#lastPruned()
      let missed = pruned > this.#position
      for (const change of changes) {
        if (this.#stopped) return
        if (!this.#follow(change)) missed = true
        this.#position = change.id
        // Requests and other tenants do not wait for the whole batch.
        await nextTurn()
      }
      this.#position = Math.max(this.#position, pruned)
      if (missed) this.#follower.miss()
    } while (changes.length === BATCH)
  }

  /** Returns whether the change could be followed. A bad value in one customer must not stop the events of the others. */
  #follow(change: CustomerChange): boolean {
    try {
      this.#follower.follow(change)
      return true
    } catch (cause) {
      this.#log(
        new Error(`The subscriptions cannot read a change of customer ${change.customerId}`, { cause }),
      )
      return false
    }
  }

  #read(): Promise<readonly CustomerChange[]> {
    return this.#database
      .selectFrom("customer_changes")
      .select(["id", "job_id as jobId", "customer_id as customerId", "before", "after"])
      .where("tenant_id", "=", this.#tenantId)
      .where("id", ">", this.#position)
      .orderBy("id")
      .limit(BATCH)
      .execute()
  }

  async #lastPruned(): Promise<number> {
    const row = await this.#database
      .selectFrom("pruned_changes")
      .select("last_id")
      .where("tenant_id", "=", this.#tenantId)
      .executeTakeFirst()
    return row?.last_id ?? 0
  }

  async #newest(): Promise<number> {
    const row = await this.#database
      .selectFrom("customer_changes")
      .select("id")
      .where("tenant_id", "=", this.#tenantId)
      .orderBy("id", "desc")
      .limit(1)
      .executeTakeFirst()
    // Asked second: a change that is pruned between the two is still the newest.
    return row?.id ?? (await this.#lastPruned())
  }
}
