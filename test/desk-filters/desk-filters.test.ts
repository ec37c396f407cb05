import { describe, expect, test } from "vitest"
import { customers } from "../../src/desk.ts"
import { defineSchema, field, parseFilter, type Schema, safeParseFilter } from "../../src/index.ts"
import { fromSearchParams, stringify } from "../../src/query-string.ts"
import filters from "./filters.json" with { type: "json" }

/** A filter that somebody has written for Desk. */
interface WrittenFilter {
  /** What it was written for; `guide` and `sdk test` have fields of their own invention. */
  readonly resource: string
  readonly text: string
  readonly source: string
  /** How it stood in a URL. */
  readonly wire?: string
  /** The code that it is refused with. */
  readonly refused?: string
}

/** The fields that Desk's guide invents for its examples. */
const guide = defineSchema({
  age: field.integer(),
  name: field.string(),
  qty: field.integer(),
  price: field.number(),
  sale: field.boolean(),
})

/** The fields that the tests of Desk's Go client invent. */
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
  ["customers", customers],
  ["guide", guide],
  ["sdk test", sdk],
])

const written: readonly WrittenFilter[] = filters
const sound = written.filter(({ refused }) => refused === undefined)

/** What each of the texts means, in the explicit style; those that are written so already mean themselves. */
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
])

describe("for a resource with a schema", () => {
  const typed = sound.filter(({ resource }) => schemas.has(resource))

  test.each(typed)("$resource: $text", ({ resource, text, wire }) => {
    const schema = schemas.get(resource) as Schema
    const filter = parseFilter(schema, text)
    expect(stringify(filter, { style: "explicit" })).toBe(meanings.get(text) ?? text)
    if (wire !== undefined) expect(fromSearchParams(schema, wire)).toEqual(filter)
  })
})

describe("for a resource without one, the grammar takes", () => {
  const untyped = sound.filter(({ resource }) => !schemas.has(resource))

  test.each(untyped)("$resource: $text", ({ text, wire }) => {
    const result = safeParseFilter(defineSchema({}), text)
    // With no field declared, all that can be said against it is that its fields are unknown.
    const codes = new Set(result.ok ? [] : result.error.diagnostics.map(({ code }) => code))
    expect([...codes]).toEqual(text === "{}" ? [] : ["unknown-field"])
    if (wire !== undefined) expect(new URLSearchParams(wire).get("filter")).toBe(text)
  })
})

describe("what is wrong is refused, with what to write instead", () => {
  const wrong = written.filter(({ refused }) => refused !== undefined)

  test.each(wrong)("$text", ({ text, refused }) => {
    const result = safeParseFilter(customers, text)
    const diagnostics = result.ok ? [] : result.error.diagnostics
    expect(diagnostics.map(({ code }) => code)).toEqual([refused])
    expect(diagnostics[0]?.hint).toBeDefined()
  })
})

test("comma-separated ids in one string, as a sample of Desk's tells to write them, are refused", () => {
  const result = safeParseFilter(customers, '{"id":{"$in":["1,2,3"]}}')
  expect(result.ok ? undefined : result.error.diagnostics[0]?.hint).toContain("[1,2,3]")
})
