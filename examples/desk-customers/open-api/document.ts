import { toOpenApiComponents, toOpenApiParameter } from "desk-filter/json-schema"
import { includable } from "../customers/included.ts"
import { MAX_PAGE_SIZE, PAGE_SIZE } from "../customers/list-query.ts"
import { orderable } from "../customers/order.ts"
import { visibleCustomers } from "../customers/schema.ts"
import { eventNames } from "../subscriptions/events.ts"
import type { Part } from "./parts.ts"
import { FILTER, schemas } from "./schemas.ts"

/** The OpenAPI document. It derives from the schemas that the server uses to read requests. */
export function openApi(): Part {
  return {
    openapi: "3.1.0",
    info: {
      title: "Desk customers",
      version: "2",
      description: "The customers API of Teamwork Desk: an example server of the library desk-filter",
    },
    security: [{ key: [] }],
    paths: {
      "/desk/api/v2/customers.json": {
        get: {
          summary: "Lists the customers that match a filter",
          parameters: [
            toOpenApiParameter(visibleCustomers, FILTER),
            includeArchived,
            parameter(
              "orderBy",
              { enum: orderable, default: "id" },
              "The sort key; customers with equal keys are sorted by id",
            ),
            parameter(
              "orderMode",
              { enum: ["asc", "desc", "ASC", "DESC"], default: "asc" },
              "The sort direction",
            ),
            parameter("page", { type: "integer", minimum: 1, default: 1 }, "The page number, starting at 1"),
            parameter(
              "pageSize",
              { type: "integer", minimum: 1, default: PAGE_SIZE },
              `The number of customers per page; larger values mean ${MAX_PAGE_SIZE}`,
            ),
            {
              ...parameter(
                "includes",
                { type: "array", items: { enum: [...includable, "all"] } },
                "The related resources to include, separated by commas",
              ),
              style: "form",
              explode: false,
            },
          ],
          responses: { 200: answer("A page of customers", "CustomerPage"), ...errors(400, 401, 431) },
        },
      },
      "/desk/api/v2/customers/update.json": {
        patch: {
          summary: "Sets properties of every customer that matches a filter",
          description:
            "Queues a job and responds at once. The job shows the result. Send the filter in the query or in the body",
          parameters: [
            toOpenApiParameter(visibleCustomers, FILTER),
            includeArchived,
            parameter("allowAll", flag, "Allows a filter that matches every customer"),
          ],
          requestBody: { content: json("CustomerUpdate") },
          responses: { 200: answer("The job is queued", "QueuedJob"), ...errors(400, 401, 413, 415, 431) },
        },
      },
      "/desk/api/v2/jobs/{id}.json": {
        get: {
          summary: "Shows the state and the result of an update",
          parameters: [id],
          responses: { 200: answer("The job", "JobAnswer"), ...errors(401, 404) },
        },
      },
      "/desk/api/v2/subscriptions.json": {
        post: {
          summary: "Subscribes to the customers that begin or cease to match a filter",
          description:
            "A subscription ends with the server, or when nobody has read its events for some minutes",
          parameters: [includeArchived],
          requestBody: { content: json("SubscriptionRequest") },
          responses: {
            201: answer("The subscription", "SubscriptionAnswer"),
            ...errors(400, 401, 409, 413, 415, 431),
          },
        },
      },
      "/desk/api/v2/subscriptions/{id}.json": {
        delete: {
          summary: "Deletes a subscription and ends its streams",
          parameters: [id],
          responses: { 204: { description: "The subscription is deleted" }, ...errors(401, 404) },
        },
      },
      "/desk/api/v2/subscriptions/{id}/events": {
        get: {
          summary: "Sends the events of a subscription",
          parameters: [id, lastEventId],
          responses: { 200: events, ...errors(400, 401, 404, 409) },
        },
      },
      "/desk/api/v2/subscriptions/events": {
        get: {
          summary: "Sends the events of all subscriptions",
          parameters: [lastEventId],
          responses: { 200: events, ...errors(400, 401, 409) },
        },
      },
    },
    components: {
      securitySchemes: { key: { type: "http", scheme: "bearer" } },
      schemas: { ...toOpenApiComponents(visibleCustomers, FILTER), ...schemas },
    },
  }
}

const id = { name: "id", in: "path", required: true, schema: { type: "string" } }
const lastEventId = {
  name: "Last-Event-ID",
  in: "header",
  description:
    "The last event that the client has; if there were others since then, the first event is missed",
  schema: { type: "string" },
}
/** OpenAPI 3.1 has no schema for the events of a stream. */
const events = {
  description: `Server-sent events: ${eventNames.join(", ")}. Their data is JSON: SubscriptionEvent, or {} for missed`,
  content: { "text/event-stream": { schema: { type: "string" } } },
}
const flag = { type: "boolean", default: false }
const includeArchived = parameter(
  "includeArchived",
  flag,
  "Whether customers with the state archived match too",
)

function parameter(name: string, schema: Part, description: string): Part {
  return { name, in: "query", description, schema }
}

function json(schema: keyof typeof schemas): Part {
  return { "application/json": { schema: { $ref: `#/components/schemas/${schema}` } } }
}

function answer(description: string, schema: keyof typeof schemas): Part {
  return { description, content: json(schema) }
}

function errors(...statuses: readonly number[]): Part {
  const description = "The errors in the request"
  return Object.fromEntries(statuses.map((status) => [status, answer(description, "Errors")]))
}
