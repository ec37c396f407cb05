import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify"
import { allowOnly } from "../http/allow-only.ts"
import { refusal } from "../http/errors.ts"
import { Mistakes } from "../http/mistakes.ts"
import { Parameters, queryOf } from "../http/parameters.ts"
import type { EventChannel } from "./event-channel.ts"
import { EventStream, streamHeaders } from "./event-stream.ts"
import type { Subscription } from "./subscription.ts"
import { readSubscription } from "./subscription-request.ts"
import type { Subscriptions } from "./subscriptions.ts"

const ALL = "/subscriptions.json"
const ALL_EVENTS = "/subscriptions/events"
const ONE = "/subscriptions/:id(^[\\w-]+).json"
const EVENTS = "/subscriptions/:id(^[\\w-]+)/events"

interface OfOne {
  readonly Params: { readonly id: string }
}

/** Adds the routes of subscriptions to the API. */
export function addSubscriptionRoutes(api: FastifyInstance, subscriptions: Subscriptions): void {
  api.post(ALL, async ({ caller, url, body }, reply) => {
    const { answer } = await subscriptions.add(caller, readSubscription(url, body))
    reply.code(201)
    return { subscription: answer }
  })
  allowOnly(api, ALL, "POST")

  api.delete<OfOne>(ONE, async ({ caller, params }, reply) => {
    const tenant = subscriptions.of(caller)
    tenant.delete(found(tenant.get(params.id), params.id))
    return reply.code(204).send()
  })
  allowOnly(api, ONE, "DELETE")

  api.get(ALL_EVENTS, (request, reply) =>
    sendEvents(subscriptions.of(request.caller).channel, request, reply),
  )
  allowOnly(api, ALL_EVENTS, "GET")

  api.get<OfOne>(EVENTS, (request, reply) => {
    const { id } = request.params
    return sendEvents(found(subscriptions.of(request.caller).get(id), id).channel, request, reply)
  })
  allowOnly(api, EVENTS, "GET")

  function sendEvents(channel: EventChannel, request: FastifyRequest, reply: FastifyReply): FastifyReply {
    rejectParameters(request.url)
    if (request.method === "HEAD") return reply.headers(streamHeaders).send()
    const tenant = subscriptions.of(request.caller)
    if (tenant.streams >= subscriptions.maxStreamsPerTenant) {
      const detail = `${subscriptions.maxStreamsPerTenant} streams are open, and no more are possible: close one first`
      throw refusal(409, "too-many-streams", detail)
    }
    // From here on, the stream writes the response.
    reply.hijack()
    const { "last-event-id": lastEventId } = request.headers
    tenant.open(channel, new EventStream(reply.raw, subscriptions.maxBuffered), lastEventId?.toString())
    return reply
  }
}

/** @throws RequestError if the query has parameters: a client that sends a filter here would hear of other customers */
function rejectParameters(url: string): void {
  const mistakes = new Mistakes()
  new Parameters(queryOf(url), [], mistakes)
  mistakes.check()
}

function found(subscription: Subscription | undefined, id: string): Subscription {
  if (subscription === undefined) throw refusal(404, "not-found", `There is no subscription ${id}`)
  return subscription
}
