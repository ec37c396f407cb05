import { describe, expect, test } from "vitest"
import * as desk from "../../../src/desk.ts"
import { defineSchema, field, parseFilter, type Schema, safeParseFilter } from "../../../src/index.ts"
import { fromSearchParams, stringify } from "../../../src/query-string.ts"
import filters from "./filters.json" with { type: "json" }

/** A filter from the documentation of Desk or from a public program that uses Desk. */
interface PublishedFilter {
  /** The resource that it filters. `guide` and `sdk test` invent their fields; `any` applies to every resource. */
  readonly resource: string
  readonly text: string
  readonly source: string
  /** Its form in a URL. */
  readonly wire?: string
  /** The codes of its errors. */
  readonly refused?: readonly string[]
}

/** The fields in the examples of Desk's guide. */
const guide = defineSchema({
  age: field.integer(),
  name: field.string(),
  qty: field.integer(),
  price: field.number(),
  sale: field.boolean(),
})

/** The fields in the tests of Desk's Go client. */
const sdk = defineSchema({
  status: field.string(),
  priority: field.integer(),
  created_at: field.datetime(),
  category: field.string(),
  labels: field.string(),
  assignee: field.string(),
  is_resolved: field.boolean(),
})

const schemas: ReadonlyMap<string, Schema> = new Map<string, Schema>([
  ["agentinvites", desk.agentInvites],
  ["companies", desk.companies],
  ["conversationmessages", desk.conversationMessages],
  ["conversations", desk.conversations],
  ["customers", desk.customers],
  ["helpdocssites", desk.helpdocSites],
  ["inboxes", desk.inboxes],
  ["messages", desk.messages],
  ["tags", desk.tags],
  ["ticketpriorities", desk.ticketPriorities],
  ["ticketstatuses", desk.ticketStatuses],
  ["tickettypes", desk.ticketTypes],
  ["tickets", desk.tickets],
  ["timelogs", desk.timelogs],
  ["users", desk.users],
  ["any", desk.tickets],
  ["guide", guide],
  ["sdk test", sdk],
])

function schemaOf(resource: string): Schema {
  const schema = schemas.get(resource)
  if (schema === undefined) throw new Error(`There is no schema for ${resource}`)
  return schema
}

const published: readonly PublishedFilter[] = filters
const valid = published.filter(({ refused }) => refused === undefined)

/** The explicit form of each text. A text without an entry is already in the explicit form. */
const meanings: ReadonlyMap<string, string> = new Map([
  ["{}", "{}"],
  ['{"age": 20}', '{"age":{"$eq":20}}'],
  ['{"age": 20, "name": "mike"}', '{"age":{"$eq":20},"name":{"$eq":"mike"}}'],
  ['{"age": {"$eq": 20}}', '{"age":{"$eq":20}}'],
  ['{"age": {"$ne": 20}}', '{"age":{"$ne":20}}'],
  ['{"age": {"$lt": 20}}', '{"age":{"$lt":20}}'],
  ['{"age": {"$gt": 20}}', '{"age":{"$gt":20}}'],
  ['{"age": {"$lte": 20}}', '{"age":{"$lte":20}}'],
  ['{"age": {"$gte": 20}}', '{"age":{"$gte":20}}'],
  ['{"age": {"$in": [20, 1]}}', '{"age":{"$in":[20,1]}}'],
  ['{"age": {"$nin": [20, 1]}}', '{"age":{"$nin":[20,1]}}'],
  [
    '{"$or": [{"age":{"$gt": 20}}, {"name": "mike"}]}',
    '{"$or":[{"age":{"$gt":20}},{"name":{"$eq":"mike"}}]}',
  ],
  [
    '{"$or": [{"age":{"$gt": 20}}, {"name": "mike"}, {"$and": [{"age": {"$gt": 12}}, {"age": {"$lte": 18}} ]}]}',
    '{"$or":[{"age":{"$gt":20}},{"name":{"$eq":"mike"}},{"age":{"$gt":12,"$lte":18}}]}',
  ],
  ['{"$or": []}', '{"$or":[]}'],
  ['{"created_at":{"$gt":"2024-01-01"}}', '{"created_at":{"$gt":"2024-01-01T00:00:00Z"}}'],
  [
    '{"$and":[{"$or":[{"status":{"$eq":"open"}},{"status":{"$eq":"pending"}}]},{"priority":{"$gt":2}}]}',
    '{"$or":[{"status":{"$eq":"open"}},{"status":{"$eq":"pending"}}],"priority":{"$gt":2}}',
  ],
  [
    '{"$or":[{"$and":[{"status":{"$in":["open","pending"]}},{"priority":{"$gte":3}}]},{"$and":[{"assignee":{"$eq":"john.doe"}},{"created_at":{"$lt":"2024-01-01"}}]}]}',
    '{"$or":[{"status":{"$in":["open","pending"]},"priority":{"$gte":3}},{"assignee":{"$eq":"john.doe"},"created_at":{"$lt":"2024-01-01T00:00:00Z"}}]}',
  ],
  ['{"state":"archived"}', '{"state":{"$eq":"archived"}}'],
  [
    '{"$and":[{"companies.id":{"$in":["1001"]}},{"date":{"$gte":"2025-02-01T00:00:00.000Z"}},{"date":{"$lte":"2026-01-31T23:59:59.999Z"}}]}',
    '{"companies.id":{"$in":[1001]},"date":{"$gte":"2025-02-01T00:00:00Z","$lte":"2026-01-31T23:59:59.999Z"}}',
  ],
  ['{"status":1}', '{"status":{"$eq":1}}'],
  ['{"agent":100200, "status":1}', '{"agent":{"$eq":100200},"status":{"$eq":1}}'],
  [
    '{"agent":{"$in":["100200"]},"state":{"$in":["active"]}}',
    '{"agent":{"$in":[100200]},"state":{"$in":["active"]}}',
  ],
  ['{"status": {"$in": [1, 3]}}', '{"status":{"$in":[1,3]}}'],
  ['{"status": {"$eq": 1}}', '{"status":{"$eq":1}}'],
  [
    '{"$and": [{"inbox": {"$eq": 1001}}, {"status": {"$in": [1, 3]}}, {"createdAt": {"$gte": "2025-01-01T08:30:00Z"}}]}',
    '{"inbox":{"$eq":1001},"status":{"$in":[1,3]},"createdAt":{"$gte":"2025-01-01T08:30:00Z"}}',
  ],
  ['{"threadType": 3}', '{"threadType":{"$eq":3}}'],
  ['{"createdAt": {"$gt": "2025-01-01T00:00:00Z"}}', '{"createdAt":{"$gt":"2025-01-01T00:00:00Z"}}'],
  ['{"updatedAt": {"$gt": "2025-01-01T00:00:00Z"}}', '{"updatedAt":{"$gt":"2025-01-01T00:00:00Z"}}'],
])

describe("a published filter has the expected meaning", () => {
  test.each(valid)("$resource: $text", ({ resource, text, wire }) => {
    const schema = schemaOf(resource)
    const filter = parseFilter(schema, text)
    expect(stringify(filter, { style: "explicit" })).toBe(meanings.get(text) ?? text)
    if (wire !== undefined) expect(fromSearchParams(schema, wire)).toEqual(filter)
  })
})

describe("an invalid published filter is rejected with a hint", () => {
  const invalid = published.filter(({ refused }) => refused !== undefined)

  test.each(invalid)("$resource: $text", ({ resource, text, refused }) => {
    const result = safeParseFilter(schemaOf(resource), text)
    const diagnostics = result.ok ? [] : result.error.diagnostics
    const codes = diagnostics.map(({ code }) => code)
    // A text can have several names without quotes.
    expect(codes.filter((code, i) => code !== "syntax" || codes.indexOf(code) === i)).toEqual(refused)
    for (const { hint } of diagnostics) expect(hint).toBeDefined()
  })
})

test("comma-separated ids in one string, as in one of Desk's samples, are rejected", () => {
  const result = safeParseFilter(desk.customers, '{"id":{"$in":["1,2,3"]}}')
  expect(result.ok ? undefined : result.error.diagnostics[0]?.hint).toContain("[1,2,3]")
})
