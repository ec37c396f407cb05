/** A client for other programs: it takes filters from the builder, returns typed rows, and does not need the parser. */
import type { FieldName, Filter, ValueOf } from "desk-filter"
import type { customers } from "desk-filter/desk"
import { stringify, toSearchParams } from "desk-filter/query-string"
import type { writable } from "./customers/changes.ts"
import type { Includable } from "./customers/included.ts"
import type { CustomerPage } from "./customers/list.ts"
import type { OrderBy } from "./customers/order.ts"
import type { ApiError } from "./http/errors.ts"
import type { Job } from "./jobs/jobs.ts"
import type { CustomerEvent } from "./subscriptions/events.ts"
import { readEvents } from "./subscriptions/read-events.ts"
import type { SubscriptionAnswer } from "./subscriptions/subscription.ts"

/** The filter, the order and the page of a list. */
export interface ListOptions {
  readonly filter?: Filter<typeof customers>
  readonly includeArchived?: boolean
  readonly orderBy?: OrderBy
  readonly orderMode?: "asc" | "desc"
  readonly page?: number
  readonly pageSize?: number
  readonly includes?: readonly (Includable | "all")[]
}

/** The new values, by property. */
export type CustomerChanges = {
  readonly [Name in FieldName<typeof writable>]?: ValueOf<typeof writable, Name>
}

/** Which events to read, and from where. */
export interface EventOptions {
  /** The id of a subscription. By default, the events of all subscriptions are read. */
  readonly subscription?: string
  /** The id of the last event that was read. If the server has sent others since then, the first event is `missed`. */
  readonly lastEventId?: string
  /** Ends the reading. */
  readonly signal?: AbortSignal
}

/** The server rejected a request or failed. */
export class ApiFailure extends Error {
  override readonly name = "ApiFailure"

  constructor(
    readonly status: number,
    readonly errors: readonly ApiError[],
  ) {
    super(errors.map(({ detail }) => detail).join("\n"))
  }
}

/** A client of the customers API at one address. */
export class CustomersClient {
  readonly #api: string
  readonly #key: string

  constructor(address: string, key: string) {
    this.#api = `${address}/desk/api/v2`
    this.#key = key
  }

  /** Reads one page of customers. */
  list({ filter, includes, ...options }: ListOptions = {}): Promise<CustomerPage> {
    const query = filter === undefined ? new URLSearchParams() : toSearchParams(filter)
    for (const [name, value] of Object.entries(options)) query.set(name, String(value))
    if (includes !== undefined) query.set("includes", includes.join())
    return this.#ask("GET", `/customers.json?${query}`)
  }

  /** Sets properties of every customer that matches the filter, and waits until the job has ended. */
  async update(
    filter: Filter<typeof customers>,
    changes: CustomerChanges,
    { includeArchived = false }: Pick<ListOptions, "includeArchived"> = {},
  ): Promise<Job> {
    // A string keeps every digit of large ids.
    const body = { filter_args: { filter: stringify(filter) }, ...changes }
    const path = `/customers/update.json?includeArchived=${includeArchived}`
    const { jobId } = await this.#ask<{ jobId: string }>("PATCH", path, body)
    for (;;) {
      const { job } = await this.#ask<{ job: Job }>("GET", `/jobs/${jobId}.json`)
      if (job.state !== "queued") return job
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }

  /** Asks the server to tell which customers begin or cease to match the filter. */
  async subscribe(
    filter: Filter<typeof customers>,
    { includeArchived = false }: Pick<ListOptions, "includeArchived"> = {},
  ): Promise<SubscriptionAnswer> {
    const { subscription } = await this.#ask<{ subscription: SubscriptionAnswer }>(
      "POST",
      `/subscriptions.json?includeArchived=${includeArchived}`,
      { filter: stringify(filter) },
    )
    return subscription
  }

  /** Reads events until the server ends the stream. Once the promise resolves, no event is missed. */
  async events({
    subscription,
    lastEventId,
    signal,
  }: EventOptions = {}): Promise<AsyncGenerator<CustomerEvent, void>> {
    const path = subscription === undefined ? "" : `/${subscription}`
    const { body } = await this.#send("GET", `/subscriptions${path}/events`, {
      ...(lastEventId !== undefined && { headers: { "last-event-id": lastEventId } }),
      ...(signal !== undefined && { signal }),
    })
    return readEvents(body ?? new ReadableStream())
  }

  /** Deletes a subscription. */
  async unsubscribe(subscription: string): Promise<void> {
    await this.#send("DELETE", `/subscriptions/${subscription}.json`)
  }

  async #ask<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
    const response = await this.#send(method, path, {
      ...(body !== undefined && {
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      }),
    })
    return response.json()
  }

  async #send(method: string, path: string, options: RequestInit = {}): Promise<Response> {
    const headers = new Headers(options.headers)
    headers.set("authorization", `Bearer ${this.#key}`)
    const response = await fetch(this.#api + path, { ...options, method, headers })
    if (!response.ok) throw new ApiFailure(response.status, (await response.json()).errors)
    return response
  }
}
