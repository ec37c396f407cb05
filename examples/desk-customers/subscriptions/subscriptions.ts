import type { Database } from "../database/database.ts"
import { refusal } from "../http/errors.ts"
import type { Caller } from "../http/keys.ts"
import { ChangeFeed } from "./change-feed.ts"
import { CHANNEL } from "./change-log.ts"
import type { Subscription } from "./subscription.ts"
import type { SubscriptionRequest } from "./subscription-request.ts"
import { TenantSubscriptions } from "./tenant-subscriptions.ts"

export const MAX_PER_TENANT = 10_000
export const MAX_STREAMS_PER_TENANT = 1000

/** One change can have an event for each subscription of a tenant. They are sent at once, each with about 200 bytes. */
export const MAX_BUFFERED = 4 * 1024 * 1024

/** What bounds the memory of subscriptions. */
export interface SubscriptionLimits {
  /** The number of subscriptions of a tenant. Default: 10,000. */
  readonly maxPerTenant?: number
  /** The number of streams that a tenant has open. Default: 1,000. */
  readonly maxStreamsPerTenant?: number
  /** How many bytes may wait for a client that reads slowly. Default: 4 MiB. */
  readonly maxBuffered?: number
  /** How often a stream without events gets a comment, in milliseconds. Default: 15,000. */
  readonly keepAliveAfter?: number
  /** After how many milliseconds without a stream a subscription is deleted. Default: 10 minutes. */
  readonly deleteUnreadAfter?: number
}

interface Tenant {
  readonly subscriptions: TenantSubscriptions
  readonly feed: ChangeFeed
}

/** The subscriptions of this server, in memory. */
export class Subscriptions {
  readonly maxBuffered: number
  readonly maxStreamsPerTenant: number
  readonly #database: Database
  readonly #log: (error: unknown) => void
  readonly #maxPerTenant: number
  readonly #keepAliveAfter: number
  readonly #deleteUnreadAfter: number
  readonly #tenants = new Map<number, Tenant>()
  #unlisten = async () => {}
  #keepAlive: NodeJS.Timeout | undefined

  /** @param log receives errors whose details callers do not see */
  constructor(
    database: Database,
    log: (error: unknown) => void,
    {
      maxPerTenant = MAX_PER_TENANT,
      maxStreamsPerTenant = MAX_STREAMS_PER_TENANT,
      maxBuffered = MAX_BUFFERED,
      keepAliveAfter = 15_000,
      deleteUnreadAfter = 600_000,
    }: SubscriptionLimits = {},
  ) {
    this.#database = database
    this.#log = log
    this.#maxPerTenant = maxPerTenant
    this.maxStreamsPerTenant = maxStreamsPerTenant
    this.maxBuffered = maxBuffered
    this.#keepAliveAfter = keepAliveAfter
    this.#deleteUnreadAfter = deleteUnreadAfter
  }

  /** Listens for changes. */
  async start(): Promise<void> {
    this.#unlisten = await this.#database.listen(CHANNEL, {
      heard: (tenantId) => this.#tenants.get(Number(tenantId))?.feed.wake(),
      resumed: () => {
        for (const { feed } of this.#tenants.values()) feed.wake()
      },
      lost: this.#log,
    })
    this.#keepAlive = setInterval(() => {
      for (const { subscriptions } of this.#tenants.values()) {
        subscriptions.keepAlive()
        subscriptions.deleteUnread(this.#deleteUnreadAfter)
      }
    }, this.#keepAliveAfter).unref()
  }

  /** Adds a subscription. It hears of every change that is committed after this returns. */
  async add({ tenantId }: Caller, request: SubscriptionRequest): Promise<Subscription> {
    const { subscriptions, feed } = this.#of(tenantId)
    await feed.start()
    if (subscriptions.size >= this.#maxPerTenant) {
      const detail = `There are ${this.#maxPerTenant} subscriptions, and no more are possible: delete one first`
      throw refusal(409, "too-many-subscriptions", detail)
    }
    return subscriptions.add(request)
  }

  /** The subscriptions of the caller's tenant. */
  of({ tenantId }: Caller): TenantSubscriptions {
    return this.#of(tenantId).subscriptions
  }

  /** Ends all streams. */
  async stop(): Promise<void> {
    clearInterval(this.#keepAlive)
    for (const { subscriptions } of this.#tenants.values()) subscriptions.close()
    await this.#unlisten()
    await Promise.all([...this.#tenants.values()].map(({ feed }) => feed.stop()))
  }

  #of(tenantId: number): Tenant {
    const known = this.#tenants.get(tenantId)
    if (known !== undefined) return known
    const subscriptions = new TenantSubscriptions(tenantId)
    const feed = new ChangeFeed(this.#database, tenantId, subscriptions, this.#log)
    this.#tenants.set(tenantId, { subscriptions, feed })
    return { subscriptions, feed }
  }
}
