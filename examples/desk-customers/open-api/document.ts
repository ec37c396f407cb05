import { toOpenApiParameter } from "desk-filter/json-schema"
import { includable } from "../customers/included.ts"
import { MAX_PAGE_SIZE, PAGE_SIZE } from "../customers/list-query.ts"
import { orderable } from "../customers/order.ts"
import { visibleCustomers } from "../customers/schema.ts"
import type { Part } from "./parts.ts"
import { FILTER, schemas } from "./schemas.ts"

/** The description of the API, made from the schemas that the server itself reads requests with. */
export function openApi(): Part {
  return {
    openapi: "3.1.0",
    info: {
      title: "Desk customers",
      version: "2",
      description: "The customers of Teamwork Desk, as an example of the library desk-filter",
    },
    security: [{ key: [] }],
    paths: {
      "/desk/api/v2/customers.json": {
        get: {
          summary: "Lists the customers that a filter finds",
          parameters: [
            toOpenApiParameter(visibleCustomers, FILTER),
            includeArchived,
            parameter(
              "orderBy",
              { enum: orderable, default: "id" },
              "What decides the order; then the id does",
            ),
            parameter("orderMode", { enum: ["asc", "desc", "ASC", "DESC"], default: "asc" }, "Which way"),
            parameter("page", { type: "integer", minimum: 1, default: 1 }, "Which page, from 1"),
            parameter(
              "pageSize",
              { type: "integer", minimum: 1, default: PAGE_SIZE },
              `How many customers a page has; more than ${MAX_PAGE_SIZE} count as ${MAX_PAGE_SIZE}`,
            ),
            {
              ...parameter(
                "includes",
                { type: "array", items: { enum: [...includable, "all"] } },
                "Which related records to bring along, with commas between them",
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
          summary: "Sets properties of every customer that a filter finds",
          description:
            "Answers at once; the job says what became of it. The filter is in the query or in the body",
          parameters: [
            toOpenApiParameter(visibleCustomers, FILTER),
            includeArchived,
            parameter("allowAll", flag, "Whether a filter that leaves no customer out is meant so"),
          ],
          requestBody: { content: json("CustomerUpdate") },
          responses: { 200: answer("The job is queued", "QueuedJob"), ...errors(400, 401, 413, 415, 431) },
        },
      },
      "/desk/api/v2/jobs/{id}.json": {
        get: {
          summary: "Tells what became of an update",
          parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
          responses: { 200: answer("The job", "JobAnswer"), ...errors(401, 404) },
        },
      },
    },
    components: {
      securitySchemes: { key: { type: "http", scheme: "bearer" } },
      schemas,
    },
  }
}

const flag = { type: "boolean", default: false }
const includeArchived = parameter("includeArchived", flag, "Whether customers whose state is archived count")

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
  const description = "Every mistake of the request"
  return Object.fromEntries(statuses.map((status) => [status, answer(description, "Errors")]))
}
