import { randomUUID } from "node:crypto"
import { stringify } from "desk-filter/query-string"
import { EventChannel } from "./event-channel.ts"
import type { SubscriptionRequest } from "./subscription-request.ts"

/** A subscription in a response. */
export interface SubscriptionAnswer {
  readonly id: string
  /** The filter as text, which keeps every digit of large ids. */
  readonly filter: string
  readonly includeArchived: boolean
}

/** A client's wish to hear which customers begin or cease to match a filter. */
export class Subscription {
  readonly id = randomUUID()
  readonly channel = new EventChannel()
  /** When it was last seen with an open stream, in milliseconds of `performance.now`. */
  lastRead = performance.now()

  constructor(readonly request: SubscriptionRequest) {}

  get answer(): SubscriptionAnswer {
    const { filter, includeArchived } = this.request
    return { id: this.id, filter: stringify(filter), includeArchived }
  }
}
