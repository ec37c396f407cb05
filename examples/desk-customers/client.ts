/** A client as a program of your own would have it: filters from the builder, rows with types, and no parser. */
import type { FieldName, Filter, ValueOf } from "desk-filter"
import type { customers } from "desk-filter/desk"
import { stringify, toSearchParams } from "desk-filter/query-string"
import type { writable } from "./customers/changes.ts"
import type { Includable } from "./customers/included.ts"
import type { CustomerPage } from "./customers/list.ts"
import type { OrderBy } from "./customers/order.ts"
import type { ApiError } from "./http/errors.ts"
import type { Job } from "./jobs/jobs.ts"

/** Which page of which customers. */
export interface ListOptions {
  readonly filter?: Filter<typeof customers>
  readonly includeArchived?: boolean
  readonly orderBy?: OrderBy
  readonly orderMode?: "asc" | "desc"
  readonly page?: number
  readonly pageSize?: number
  readonly includes?: readonly (Includable | "all")[]
}

/** New values by property. */
export type CustomerChanges = {
  readonly [Name in FieldName<typeof writable>]?: ValueOf<typeof writable, Name>
}

/** What the server answered instead of what it was asked for. */
export class ApiFailure extends Error {
  override readonly name = "ApiFailure"

  constructor(
    readonly status: number,
    readonly errors: readonly ApiError[],
  ) {
    super(errors.map(({ detail }) => detail).join("\n"))
  }
}

/** The customers behind an address. */
export class CustomersClient {
  readonly #api: string
  readonly #key: string

  constructor(address: string, key: string) {
    this.#api = `${address}/desk/api/v2`
    this.#key = key
  }

  /** Reads a page. */
  list({ filter, includes, ...options }: ListOptions = {}): Promise<CustomerPage> {
    const query = filter === undefined ? new URLSearchParams() : toSearchParams(filter)
    for (const [name, value] of Object.entries(options)) query.set(name, String(value))
    if (includes !== undefined) query.set("includes", includes.join())
    return this.#ask("GET", `/customers.json?${query}`)
  }

  /** Sets properties of every customer that the filter finds, and waits until it is done. */
  async update(filter: Filter<typeof customers>, changes: CustomerChanges): Promise<Job> {
    // As text, so that large ids keep their digits.
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
