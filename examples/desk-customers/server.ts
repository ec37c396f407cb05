import fastify, { type FastifyInstance } from "fastify"
import { listCustomers } from "./customers/list.ts"
import { readListQuery } from "./customers/list-query.ts"
import { readUpdate } from "./customers/update-request.ts"
import type { Database } from "./database/database.ts"
import { allowOnly } from "./http/allow-only.ts"
import { answerError, answerUnreadable } from "./http/answer-error.ts"
import { refusal } from "./http/errors.ts"
import { readJson } from "./http/json-body.ts"
import type { ApiKeys, Caller } from "./http/keys.ts"
import { watchSilentConnections } from "./http/silent-connections.ts"
import { Jobs } from "./jobs/jobs.ts"
import { openApi } from "./open-api/document.ts"
import { addSubscriptionRoutes } from "./subscriptions/routes.ts"
import { type SubscriptionLimits, Subscriptions } from "./subscriptions/subscriptions.ts"

declare module "fastify" {
  interface FastifyRequest {
    /** Set before a route of the API runs. */
    caller: Caller
  }
}

/** The data, the API keys and the log of a server. */
export interface ServerOptions {
  readonly database: Database
  readonly keys: ApiKeys
  /** Receives internal errors. Default: no log. */
  readonly log?: NodeJS.WritableStream
  /** How long a request may take to arrive, in milliseconds. Default: 30,000. */
  readonly requestTimeout?: number
  readonly subscriptions?: SubscriptionLimits
}

/** The maximum size of a body in bytes. A body contains some properties and a filter. */
const MAX_BODY = 256 * 1024
/** The maximum size of the headers in bytes. Percent-encoding makes the longest filter about three times as long. */
const MAX_HEADERS = 64 * 1024

/** What the log says of an error. Errors of a database also have its values, such as the row that violates a constraint. */
function withoutValues({
  name,
  message,
  code,
  stack = "",
  cause,
}: Error & { readonly code?: string }): LoggedError {
  return {
    type: name,
    message,
    stack,
    ...(code !== undefined && { code }),
    ...(cause instanceof Error && { cause: withoutValues(cause) }),
  }
}

/** The properties that Fastify logs of an error, and its cause. */
type LoggedError = {
  readonly type: string
  readonly message: string
  readonly stack: string
  readonly code?: string
  readonly cause?: LoggedError
}

/** Creates the server. Call `listen` to start it. `close` stops it after the current job. */
export function makeServer({
  database,
  keys,
  log,
  requestTimeout = 30_000,
  subscriptions: limits,
}: ServerOptions): FastifyInstance {
  const server = fastify({
    bodyLimit: MAX_BODY,
    // Fastify sets no timeout by default: a client that sends one byte a minute would keep its connection.
    requestTimeout,
    http: { maxHeaderSize: MAX_HEADERS, connectionsCheckingInterval: Math.min(requestTimeout, 5000) },
    clientErrorHandler: answerUnreadable,
    frameworkErrors: answerError,
    ...(log && { logger: { level: "error", stream: log, serializers: { err: withoutValues } } }),
  })
  const logError = (error: unknown) => server.log.error(error)
  const jobs = new Jobs(database, logError)
  const subscriptions = new Subscriptions(database, logError, limits)

  server.removeAllContentTypeParsers()
  server.addContentTypeParser<Buffer>(
    "application/json",
    { parseAs: "buffer" },
    async (_: unknown, body: Buffer) => readJson(body),
  )
  server.setErrorHandler(answerError)
  server.setNotFoundHandler(() => {
    throw refusal(404, "not-found", "There is no resource at this URL")
  })
  server.addHook("onReady", async () => {
    await subscriptions.start()
    jobs.wake()
  })
  const endSilentConnections = watchSilentConnections(server.server)
  // Before the server waits for the open responses to end.
  server.addHook("preClose", async () => {
    await subscriptions.stop()
    endSilentConnections()
  })
  server.addHook("onClose", () => jobs.stop())

  server.get("/openapi.json", () => openApi())
  allowOnly(server, "/openapi.json", "GET")

  server.register(
    async (api) => {
      api.decorateRequest("caller")
      api.addHook("onRequest", async (request) => {
        const caller = keys.callerOf(request.headers.authorization)
        if (caller === undefined) {
          const detail =
            "The API key is missing or unknown: send Authorization: Bearer and a key of this server"
          throw refusal(401, "unauthorized", detail, { "www-authenticate": "Bearer" })
        }
        request.caller = caller
      })

      api.get("/customers.json", ({ caller, url }) => listCustomers(database, caller, readListQuery(url)))
      allowOnly(api, "/customers.json", "GET")

      api.patch("/customers/update.json", async ({ caller, url, body }) => ({
        jobId: await jobs.add(caller, readUpdate(url, body)),
      }))
      allowOnly(api, "/customers/update.json", "PATCH")

      api.get<{ Params: { id: string } }>(JOB, async ({ caller, params }) => {
        const job = await jobs.find(caller, params.id)
        if (job === undefined) throw refusal(404, "not-found", `There is no job ${params.id}`)
        return { job }
      })
      allowOnly(api, JOB, "GET")

      addSubscriptionRoutes(api, subscriptions)
    },
    { prefix: "/desk/api/v2" },
  )
  return server
}

const JOB = "/jobs/:id(^[\\w-]+).json"
