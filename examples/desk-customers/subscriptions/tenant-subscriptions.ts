import { filterIndex } from "desk-filter/filter-index"
import { ofTenant, storedCustomers } from "../customers/schema.ts"
import type { CustomerChange, Follower } from "./change-feed.ts"
import { EventChannel } from "./event-channel.ts"
import type { EventStream } from "./event-stream.ts"
import { changeEvents } from "./events.ts"
import { Subscription } from "./subscription.ts"
import type { SubscriptionRequest } from "./subscription-request.ts"

/**
 * The subscriptions of one tenant. Each tenant has its own index, so a change is compared only with filters of its
 * tenant. The filters are limited to the tenant as well: a change that came to the wrong index would match none.
 */
export class TenantSubscriptions implements Follower {
  /** The events of all subscriptions. */
  readonly channel = new EventChannel()
  readonly #tenantId: number
  readonly #byId = new Map<string, Subscription>()
  readonly #index = filterIndex<typeof storedCustomers, Subscription>(storedCustomers)

  #streams = 0

  constructor(tenantId: number) {
    this.#tenantId = tenantId
  }

  get size(): number {
    return this.#byId.size
  }

  add(request: SubscriptionRequest): Subscription {
    const subscription = new Subscription(request)
    this.#index.set(subscription, ofTenant(this.#tenantId, request.filter, request.includeArchived))
    this.#byId.set(subscription.id, subscription)
    return subscription
  }

  get(id: string): Subscription | undefined {
    return this.#byId.get(id)
  }

  /** How many streams are open. */
  get streams(): number {
    return this.#streams
  }

  /** Sends the events of a channel to a stream, until it closes. */
  open(channel: EventChannel, stream: EventStream, lastEventId: string | undefined): void {
    this.#streams++
    stream.onClose(() => this.#streams--)
    channel.open(stream, lastEventId)
  }

  /** Forgets the subscription and ends its streams. */
  delete(subscription: Subscription): void {
    this.#byId.delete(subscription.id)
    this.#index.delete(subscription)
    subscription.channel.close()
  }

  /** @throws TypeError when a value of the customer is not one of its field; no event is sent then */
  follow({ jobId, customerId, before, after }: CustomerChange): void {
    const change = this.#index.change(before, after)
    for (const event of changeEvents) {
      for (const { id: subscription, channel } of change[event]) {
        const data = { subscription, customer: { id: customerId, type: "customers" }, jobId } as const
        channel.send(event, data)
        this.channel.send(event, data)
      }
    }
  }

  miss(): void {
    for (const { channel } of this.#byId.values()) channel.send("missed", {})
    this.channel.send("missed", {})
  }

  keepAlive(): void {
    for (const { channel } of this.#byId.values()) channel.keepAlive()
    this.channel.keepAlive()
  }

  /** Deletes the subscriptions that nobody has read for so many milliseconds. */
  deleteUnread(milliseconds: number): void {
    const now = performance.now()
    for (const subscription of this.#byId.values()) {
      if (this.channel.isRead || subscription.channel.isRead) subscription.lastRead = now
      else if (now - subscription.lastRead > milliseconds) this.delete(subscription)
    }
  }

  /** Ends all streams. */
  close(): void {
    for (const { channel } of this.#byId.values()) channel.close()
    this.channel.close()
  }
}
