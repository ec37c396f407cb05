import { describe, expect, test } from "vitest"
import { defineSchema, field, parseFilter } from "../../src/index.ts"
import { toRuleGroup } from "../../src/react-querybuilder.ts"
import { people } from "../conformance/people.ts"

const shown = (filter: string) => toRuleGroup(parseFilter(people, filter))
const rule = (field: string, operator: string, value: unknown) => ({ field, operator, value })

describe("a condition becomes a rule", () => {
  test.each([
    ['{"name":"a"}', rule("name", "=", "a")],
    ['{"name":{"$ne":"a"}}', rule("name", "!=", "a")],
    ['{"name":""}', rule("name", "in", [""])],
    ['{"name":{"$ne":""}}', rule("name", "notIn", [""])],
    ['{"name":{"$lt":""}}', rule("$or", "in", [])],
    ['{"name":{"$lte":""}}', rule("name", "in", [""])],
    ['{"name":{"$gte":""}}', rule("name", "notNull", null)],
    ['{"name":{"$contains":""}}', rule("name", "notNull", null)],
    ['{"tags.name":""}', rule("tags.name", "in", [""])],
    // No rule says that some related record has a text.
    ['{"tags.name":{"$contains":""}}', rule("tags.name", "contains", [""])],
    ['{"name":null}', rule("name", "null", null)],
    ['{"name":{"$ne":null}}', rule("name", "notNull", null)],
    ['{"count":{"$lt":1}}', rule("count", "<", 1)],
    ['{"count":{"$lte":1}}', rule("count", "<=", 1)],
    ['{"count":{"$gt":1}}', rule("count", ">", 1)],
    ['{"count":{"$gte":9007199254740993}}', rule("count", ">=", "9007199254740993")],
    ['{"active":true}', rule("active", "=", true)],
    ['{"price":1.50}', rule("price", "=", "1.5")],
    ['{"tags.name":{"$in":["a",""]}}', rule("tags.name", "in", ["a", ""])],
    ['{"name":{"$nin":["a"]}}', rule("name", "notIn", ["a"])],
    ['{"name":{"$in":[null]}}', rule("name", "null", null)],
    ['{"name":{"$nin":[null,null]}}', rule("name", "notNull", null)],
    ["{}", rule("$and", "in", [])],
    ['{"$or":[]}', rule("$or", "in", [])],
    ['{"id":{"$in":[]}}', rule("$or", "in", [])],
    ['{"id":{"$nin":[]}}', rule("$and", "in", [])],
  ])("%s", (filter, expected) => {
    expect(shown(filter)).toEqual({ combinator: "and", rules: [expected] })
  })

  test("an order above the empty text is two rules", () => {
    expect(shown('{"name":{"$gt":""}}')).toEqual({
      combinator: "and",
      rules: [rule("name", "notIn", [""]), rule("name", "notNull", null)],
    })
  })

  test("the empty text of a field without lists stays", () => {
    const schema = defineSchema({ a: field.string({ operators: ["$eq"] }) })
    expect(toRuleGroup(parseFilter(schema, '{"a":""}')).rules).toEqual([rule("a", "=", [""])])
  })

  test("null in a list becomes a rule of its own", () => {
    expect(shown('{"name":{"$in":["a",null]}}')).toEqual({
      combinator: "or",
      rules: [rule("name", "in", ["a"]), rule("name", "null", null)],
    })
    expect(shown('{"id":1,"name":{"$nin":["a",null]}}')).toEqual({
      combinator: "and",
      rules: [rule("id", "=", 1), rule("name", "notIn", ["a"]), rule("name", "notNull", null)],
    })
  })
})

test("groups nest as the filter does", () => {
  expect(shown('{"$or":[{"id":1},{"id":2,"name":"a"}]}')).toEqual({
    combinator: "or",
    rules: [rule("id", "=", 1), { combinator: "and", rules: [rule("id", "=", 2), rule("name", "=", "a")] }],
  })
})

test.each([
  ['{"id":1,"$or":[]}', rule("$or", "in", [])],
  ['{"$or":[{"id":1},{}]}', rule("$and", "in", [])],
  ['{"$or":[{"id":1},{"id":{"$in":[]}}]}', rule("id", "=", 1)],
  ['{"id":1,"$and":[{}]}', rule("id", "=", 1)],
])("no group is empty: %s", (filter, expected) => {
  expect(shown(filter)).toEqual({ combinator: "and", rules: [expected] })
})

test("a value that is no filter is refused", () => {
  expect(() => toRuleGroup({ kind: "and", operands: [] } as never)).toThrow(TypeError)
})
