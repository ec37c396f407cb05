import { Writable } from "node:stream"
import { Database } from "../../../examples/desk-customers/database/database.ts"
import { listenEmbedded } from "../../../examples/desk-customers/database/listen-embedded.ts"
import { type DatabaseOptions, openDatabase } from "../../../examples/desk-customers/database/open.ts"
import { PGliteDialect } from "../../../examples/desk-customers/database/pglite-dialect.ts"
import { prepareDatabase } from "../../../examples/desk-customers/database/prepare.ts"
import { ApiKeys } from "../../../examples/desk-customers/http/keys.ts"
import type { Job } from "../../../examples/desk-customers/jobs/jobs.ts"
import { makeServer, type ServerOptions } from "../../../examples/desk-customers/server.ts"
import { freshPglite } from "../../fresh-pglite.ts"

/** The response of a server. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  // biome-ignore lint/suspicious/noExplicitAny: the tests inspect every kind of response
  readonly body: any
}

/** A running server with its own database. */
export interface Served {
  readonly address: string
  readonly database: Database
  readonly keys: { readonly north: string; readonly south: string }
  /** The server's log of internal errors. */
  readonly log: () => string
  /** Sends a request to the API, with the key of north by default. */
  ask(path: string, options?: AskOptions): Promise<Answer>
  /** Sends an update, and waits until its job has ended. */
  update(body: unknown, query?: Readonly<Record<string, string>>, key?: string): Promise<Job>
  close(): Promise<void>
}

export interface AskOptions {
  readonly method?: string
  readonly query?: Readonly<Record<string, string>>
  /** Sent as JSON. A string is sent unchanged. */
  readonly body?: unknown
  readonly key?: string
  readonly headers?: Readonly<Record<string, string>>
}

type ServeOptions = Pick<DatabaseOptions, "statementTimeout"> & Pick<ServerOptions, "subscriptions">

async function inMemory(): Promise<Database> {
  const database = await freshPglite()
  return new Database(new PGliteDialect(database, () => database.close()), listenEmbedded(database))
}

/** Starts the example over real HTTP. The database is in memory, or on the PostgreSQL server at `url`. */
export async function serve(
  customersOfEach: number,
  url?: string,
  { statementTimeout = 10_000, ...options }: ServeOptions = {},
): Promise<Served> {
  const database = url === undefined ? await inMemory() : await openDatabase({ url, statementTimeout })
  await prepareDatabase(database, customersOfEach)
  const apiKeys = new ApiKeys()
  const keys = {
    north: apiKeys.issue({ tenantId: 1, userId: 1 }),
    south: apiKeys.issue({ tenantId: 2, userId: 9 }),
  }
  let log = ""
  const server = makeServer({
    database,
    keys: apiKeys,
    ...options,
    log: new Writable({
      write(line, _, done) {
        log += line
        done()
      },
    }),
  })
  const address = await server.listen({ port: 0, host: "127.0.0.1" })

  const ask: Served["ask"] = async (
    path,
    { method = "GET", query = {}, body, key = keys.north, headers } = {},
  ) => {
    const parameters = new URLSearchParams(query).toString()
    const response = await fetch(`${address}/desk/api/v2${path}${parameters && `?${parameters}`}`, {
      method,
      headers: {
        authorization: `Bearer ${key}`,
        ...(body !== undefined && { "content-type": "application/json" }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: text === "" ? undefined : JSON.parse(text),
    }
  }
  return {
    address,
    database,
    keys,
    log: () => log,
    ask,
    async update(body, query = {}, key = keys.north) {
      const {
        status,
        text,
        body: queued,
      } = await ask("/customers/update.json", { method: "PATCH", body, query, key })
      if (status !== 200) throw new Error(`The update was rejected: ${text}`)
      for (;;) {
        const { job } = (await ask(`/jobs/${queued.jobId}.json`, { key })).body
        if (job.state !== "queued") return job
        await new Promise((resolve) => setTimeout(resolve, 10))
      }
    },
    async close() {
      await server.close()
      await database.destroy()
    },
  }
}
