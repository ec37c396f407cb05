import { writable } from "../customers/changes.ts"
import type { Includable } from "../customers/included.ts"
import { visibleCustomers } from "../customers/schema.ts"
import { object, orNull, type Part } from "./parts.ts"
import { reference, values } from "./values.ts"

/** The location of the filter schema in the document, and an example of a filter. */
export const FILTER = { at: "#/components/schemas/CustomerFilter", example: { state: "active" } } as const

const text = { type: "string" }
const count = { type: "integer", minimum: 0 }

const customer = object({
  ...values(visibleCustomers),
  email: orNull(text),
  companies: { type: "array", items: reference("companies") },
  contacts: { type: "array", items: reference("contacts") },
})

const related = {
  companies: object({ id: { type: "integer" }, name: orNull(text) }),
  contacts: object({
    id: { type: "integer" },
    kind: text,
    value: orNull(text),
    customer: reference("customers"),
  }),
  users: object({ id: { type: "integer" }, firstName: text, lastName: text }),
} satisfies Readonly<Record<Includable, Part>>

const page = object({
  customers: { type: "array", items: { $ref: "#/components/schemas/Customer" } },
  included: {
    type: "object",
    properties: Object.fromEntries(
      Object.entries(related).map(([resource, items]) => [resource, { type: "array", items }]),
    ),
    additionalProperties: false,
  },
  pagination: object({
    records: count,
    pageSize: count,
    pages: count,
    page: count,
    hasMorePages: { type: "boolean" },
  }),
  meta: object({
    page: object({ count, pageSize: count, pageOffset: count, pages: count, hasMore: { type: "boolean" } }),
  }),
})

const filter = {
  description: "The filter, as JSON or as a string. A string keeps every digit of large ids",
  anyOf: [{ $ref: FILTER.at }, text],
}

const update = {
  type: "object",
  properties: {
    filter_args: {
      type: "object",
      properties: {
        filter,
        bulkDryExecute: {
          type: "boolean",
          // Without the keyword default: generators of types make such a property required.
          description: "Whether to count the customers without changing them; false if omitted",
        },
      },
      additionalProperties: false,
    },
    ...values(writable),
  },
  additionalProperties: false,
}

const job = object({
  id: text,
  state: { enum: ["queued", "done", "failed"] },
  matched: orNull(count),
  updated: orNull(count),
  error: orNull(text),
  queuedAt: { type: "string", format: "date-time" },
  endedAt: orNull({ type: "string", format: "date-time" }),
})

const subscription = object({ id: text, filter: text, includeArchived: { type: "boolean" } })

const event = object({ subscription: text, customer: reference("customers"), jobId: text })

const problems = object({
  errors: {
    type: "array",
    minItems: 1,
    items: {
      type: "object",
      properties: {
        code: text,
        title: text,
        detail: text,
        source: {
          type: "object",
          properties: {
            parameter: text,
            pointer: text,
            path: { type: "array", items: { type: ["string", "integer"] } },
            span: object({ start: count, end: count, line: count, column: count }),
            hint: text,
          },
          additionalProperties: false,
        },
      },
      required: ["code", "title", "detail"],
      additionalProperties: false,
    },
  },
})

/** The schemas of requests and responses, under `components` of the document, beside those of the filter. */
export const schemas = {
  Customer: customer,
  CustomerPage: page,
  CustomerUpdate: update,
  QueuedJob: object({ jobId: text }),
  JobAnswer: object({ job }),
  SubscriptionRequest: object({ filter }),
  SubscriptionAnswer: object({ subscription }),
  SubscriptionEvent: event,
  Errors: problems,
}
