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
  async update(filter: Filter<typeof customers>, changes: CustomerChanges): Promise<Job> {
    // A string keeps every digit of large ids.
    const body = { filter_args: { filter: stringify(filter) }, ...changes }
    const { jobId } = await this.#ask<{ jobId: string }>("PATCH", "/customers/update.json", body)
    for (;;) {
      const { job } = await this.#ask<{ job: Job }>("GET", `/jobs/${jobId}.json`)
      if (job.state !== "queued") return job
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }

  async #ask<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
    const response = await fetch(this.#api + path, {
      method,
      headers: { authorization: `Bearer ${this.#key}`, "content-type": "application/json" },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const answer = await response.json()
    if (!response.ok) throw new ApiFailure(response.status, answer.errors)
    return answer
  }
}
