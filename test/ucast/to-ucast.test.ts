import { CompoundCondition, type Condition, FieldCondition } from "@ucast/core"
import { interpret } from "@ucast/js"
import { describe, expect, test } from "vitest"
import { field as declare, defineSchema, FilterError, parseFilter } from "../../src/index.ts"
import { toPredicate } from "../../src/predicate.ts"
import { stringify } from "../../src/query-string.ts"
import { fromUcast, toUcast } from "../../src/ucast.ts"
import { people } from "../conformance/people.ts"

const written = (text: string) => toUcast(parseFilter(people, text))

const field = (operator: string, name: string, value: unknown) => new FieldCondition(operator, name, value)
const all = (...conditions: Condition[]) => new CompoundCondition("and", conditions)
const some = (...conditions: Condition[]) => new CompoundCondition("or", conditions)
const not = (condition: Condition) => new CompoundCondition("not", [condition])

describe("a condition", () => {
  test.each<[filter: string, condition: Condition]>([
    ['{"id":1}', field("eq", "id", 1)],
    ['{"id":9007199254740993}', field("eq", "id", 9007199254740993n)],
    ['{"count":{"$ne":1}}', field("ne", "count", 1)],
    ['{"count":null}', field("eq", "count", null)],
    ['{"tags.name":{"$ne":null}}', field("ne", "tags.name", null)],
    ['{"role":{"$in":["agent"]}}', field("in", "role", ["agent"])],
    ['{"owner":{"$nin":[1,2]}}', field("nin", "owner", [1, 2])],
    ['{"active":true}', field("eq", "active", true)],
    ['{"secret":null}', field("eq", "secret", null)],
    [
      '{"ref":"018FD1B1-7C2E-7B3A-9D4E-5F60718293A4"}',
      field("eq", "ref", "018fd1b1-7c2e-7b3a-9d4e-5f60718293a4"),
    ],
    ['{"born":"2024-02-29"}', field("eq", "born", "2024-02-29")],
    ['{"price":"1.50"}', field("eq", "price", 1.5)],
    ['{"score":1.5}', field("eq", "score", 1.5)],
    ['{"seenAt":"2024-02-29T00:00:00.123Z"}', field("eq", "seenAt", new Date("2024-02-29T00:00:00.123Z"))],
  ])("%s", (filter, condition) => {
    expect(written(filter)).toStrictEqual(condition)
  })
})

describe("null satisfies no order", () => {
  test.each<[filter: string, condition: Condition]>([
    ['{"id":{"$lt":5}}', field("lt", "id", 5)],
    ['{"count":{"$gte":5}}', all(field("gte", "count", 5), field("ne", "count", null))],
    [
      '{"company.size":{"$lte":5}}',
      all(
        field("lte", "company.size", 5),
        all(field("ne", "company", null), field("ne", "company.size", null)),
      ),
    ],
    [
      '{"tags.rank":{"$gt":5}}',
      field("elemMatch", "tags", all(field("gt", "rank", 5), field("ne", "rank", null))),
    ],
  ])("%s", (filter, condition) => {
    expect(written(filter)).toStrictEqual(condition)
  })
})

describe("a null in a list, and a missing related record, are tests of their own", () => {
  test.each<[filter: string, condition: Condition]>([
    ['{"count":{"$in":[1,null]}}', some(field("in", "count", [1]), field("eq", "count", null))],
    ['{"count":{"$nin":[1,null]}}', all(field("nin", "count", [1]), field("ne", "count", null))],
    ['{"count":{"$in":[null]}}', field("eq", "count", null)],
    ['{"company.name":null}', some(field("eq", "company", null), field("eq", "company.name", null))],
    ['{"company.name":{"$ne":null}}', all(field("ne", "company", null), field("ne", "company.name", null))],
  ])("%s", (filter, condition) => {
    expect(written(filter)).toStrictEqual(condition)
  })
})

describe("a text is found by a regular expression without flags", () => {
  test.each<[filter: string, condition: Condition]>([
    ['{"name":{"$contains":"a.b"}}', field("regex", "name", /a\.b/)],
    ['{"name":{"$contains":""}}', field("regex", "name", /(?:)/)],
    ['{"name":{"$contains":"\\n"}}', field("regex", "name", /\n/)],
    ['{"label":{"$contains":"A1"}}', field("regex", "label", /[aA]1/)],
    ['{"label":"Ab"}', field("regex", "label", /^[aA][bB]$/)],
    ['{"label":{"$ne":"a"}}', not(field("regex", "label", /^[aA]$/))],
    [
      '{"label":{"$in":["a","b",null]}}',
      some(field("regex", "label", /^[aA]$/), field("regex", "label", /^[bB]$/), field("eq", "label", null)),
    ],
    [
      '{"label":{"$nin":["a","b"]}}',
      all(not(field("regex", "label", /^[aA]$/)), not(field("regex", "label", /^[bB]$/))),
    ],
  ])("%s", (filter, condition) => {
    expect(written(filter)).toStrictEqual(condition)
  })

  test("every special character is escaped", () => {
    const special = "\\^$.*+?()[]{}|/-\u{1F600}\n\r\u2028\u2029"
    const condition = written(JSON.stringify({ name: { $contains: special } }))
    expect(interpret(condition, { name: `a${special}b` })).toBe(true)
    expect(interpret(condition, { name: special.slice(1) })).toBe(false)
  })
})

describe("everything and nothing occur at the root only", () => {
  test.each<[filter: string, condition: Condition]>([
    ["{}", all()],
    ['{"$or":[]}', some()],
    ['{"id":{"$in":[]}}', some()],
    ['{"label":{"$nin":[]}}', all()],
    ['{"$or":[{"id":1},{}]}', all()],
    ['{"id":1,"$or":[]}', some()],
    ['{"$or":[{"id":1},{"id":{"$in":[]}}]}', field("eq", "id", 1)],
    ['{"$or":[{"id":1},{"count":2,"id":{"$nin":[]}}]}', some(field("eq", "id", 1), field("eq", "count", 2))],
  ])("%s", (filter, condition) => {
    expect(written(filter)).toStrictEqual(condition)
  })
})

describe("what no condition means the same as is refused", () => {
  test.each<[filter: string, path: string, message: RegExp]>([
    ['{"seenAt":"2024-02-29T00:00:00.0001Z"}', "seenAt", /milliseconds at most/],
    ['{"seenAt":{"$nin":["2024-02-29T00:00:00.0001Z"]}}', "seenAt", /milliseconds at most/],
    ['{"price":"0.10000000000000000001"}', "price", /more digits than a number keeps/],
    ['{"label":{"$lt":"a"}}', "label", /ignores case/],
    ['{"name":{"$lt":"\ufffd"}}', "name", /ordered by code points/],
    ['{"name":{"$gte":"\u{1F600}"}}', "name", /ordered by code points/],
  ])("%s", (filter, path, message) => {
    const attempt = () => written(filter)
    expect(attempt).toThrow(FilterError)
    expect(attempt).toThrow(message)
    try {
      attempt()
    } catch (error) {
      expect((error as FilterError).diagnostics).toMatchObject([
        { code: "invalid-value", params: { reason: "backend", field: path }, path: [path] },
      ])
    }
  })
})

test("a number is no name of a field of many related records", () => {
  const schema = defineSchema({ tags: declare.many({ 1: declare.string() }) })
  const filter = parseFilter(schema, '{"tags.1":"a"}')
  expect(toPredicate(filter)({ tags: [{ 1: "a" }] })).toBe(true)
  // @ucast/js reads the second tag.
  expect(interpret(field("eq", "tags.1", "a"), { tags: [{ 1: "a" }] })).toBe(false)
  expect(() => toUcast(filter)).toThrow(/position of a related record/)
})

test("__itself__ is no name of a field or a relation", () => {
  const schema = defineSchema({
    __itself__: declare.string(),
    company: declare.one({ __itself__: declare.string() }),
    tags: declare.many({ __itself__: declare.string() }),
  })
  const related = defineSchema({ __itself__: declare.one({ name: declare.string() }) })
  for (const field of [...schema.fields.values(), ...related.fields.values()])
    expect(() =>
      toUcast(parseFilter(field.relation?.name === "__itself__" ? related : schema, `{"${field.name}":"a"}`)),
    ).toThrow(/__itself__: interpreters take it for the whole record/)
  // @ucast/js compares the whole record.
  expect(interpret(field("eq", "__itself__", "a"), { __itself__: "a" })).toBe(false)
})

test("each text of a list is a condition, if case is ignored: reading them again needs other limits", () => {
  const texts = Array.from({ length: 51 }, (_, index) => `a${index}`)
  const filter = parseFilter(people, JSON.stringify({ "tags.label": { $in: texts } }))
  const condition = toUcast(filter)
  expect(() => fromUcast(people, condition)).toThrow(/relation/)
  const read = fromUcast(people, condition, { limits: { maxRelationConditions: 51 } })
  expect(stringify(read)).toBe(JSON.stringify({ $or: texts.map((text) => ({ "tags.label": text })) }))
})

test("JSON loses a RegExp, and has no bigint", () => {
  expect(JSON.stringify(written('{"name":{"$contains":"a"}}'))).toBe(
    '{"operator":"regex","value":{},"field":"name"}',
  )
  expect(() => JSON.stringify(written('{"id":9007199254740993}'))).toThrow(TypeError)
})

test("only a checked filter is written", () => {
  expect(() => toUcast({ kind: "and", operands: [] } as never)).toThrow(TypeError)
})
