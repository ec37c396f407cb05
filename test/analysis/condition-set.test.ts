import { describe, expect, test } from "vitest"
import { listedSet, operandsOf, pointOf, satisfyingSet, settledBy } from "../../src/analysis/condition-set.ts"
import {
  complement,
  everyValue,
  has,
  type IntervalSet,
  includes,
  intersection,
  pointSet,
  ray,
  union,
} from "../../src/analysis/interval-set.ts"
import type { Condition } from "../../src/filter/filter.ts"
import { defineSchema, type Field, field, parseFilter, type Value } from "../../src/index.ts"
import { comparableOf } from "../../src/schema/comparable.ts"

const schema = defineSchema({
  id: field.integer({ nullable: false }),
  rank: field.integer(),
  name: field.string(),
  label: field.string({ caseSensitive: false }),
  score: field.number(),
  at: field.datetime(),
  active: field.boolean(),
  sure: field.boolean({ nullable: false }),
  role: field.enum(["admin", "agent"]),
  open: field.integer({ operators: ["$gte", "$lte", "$ne", "$in"] }),
  listed: field.integer({ operators: ["$in"] }),
  tags: field.many({ name: field.string({ nullable: false }) }),
})

function condition(text: string): Condition {
  const filter = parseFilter(schema, text)
  if (filter.kind === "and" || filter.kind === "or") throw new Error(`${text} is not one condition`)
  return filter
}

function fieldNamed(name: string): Field {
  const found = schema.fields.get(name)
  if (found === undefined) throw new Error(`There is no field ${name}`)
  return found
}

const points = (name: string, values: readonly Value[], hasNull = false) =>
  pointSet(
    values.map((value) => pointOf(fieldNamed(name), value)),
    hasNull,
  )
const side = (name: string, value: Value, ...where: ["below" | "above", boolean?]) =>
  ray(pointOf(fieldNamed(name), value), ...where)

describe("satisfyingSet", () => {
  test.each<readonly [filter: string, set: IntervalSet<Value> | undefined]>([
    ['{"id":5}', points("id", [5])],
    ['{"rank":null}', points("rank", [], true)],
    ['{"rank":{"$ne":5}}', complement(points("rank", [5]))],
    ['{"rank":{"$ne":null}}', everyValue],
    ['{"rank":{"$in":[3,1,null,3]}}', points("rank", [1, 3], true)],
    ['{"rank":{"$nin":[3,1]}}', complement(points("rank", [1, 3]))],
    ['{"rank":{"$in":[]}}', points("rank", [])],
    ['{"rank":{"$nin":[]}}', { ...everyValue, null: true }],
    ['{"rank":{"$lt":5}}', side("rank", 5, "below")],
    ['{"rank":{"$lte":5}}', side("rank", 5, "below", true)],
    ['{"rank":{"$gt":5}}', side("rank", 5, "above")],
    ['{"rank":{"$gte":5}}', side("rank", 5, "above", true)],
    ['{"name":{"$contains":""}}', everyValue],
    ['{"name":{"$contains":"a"}}', undefined],
    ['{"tags.name":{"$contains":""}}', undefined],
    ['{"tags.name":{"$ne":"a"}}', complement(points("tags.name", ["a"]))],
  ])("%s", (text, set) => expect(satisfyingSet(condition(text))).toEqual(set))

  test.each([
    ['{"name":{"$ne":"a"}}', true],
    ['{"name":{"$ne":null}}', false],
    ['{"name":{"$nin":["a",null]}}', false],
    ['{"name":{"$in":["a",null]}}', true],
    ['{"name":{"$in":["a"]}}', false],
    ['{"name":{"$gte":""}}', false],
    ['{"name":{"$contains":""}}', false],
  ])("null satisfies %s: %s", (text, expected) => expect(satisfyingSet(condition(text))?.null).toBe(expected))

  test("compares values in comparison form, and labels boundaries with values of the filter", () => {
    const set = satisfyingSet(condition('{"label":{"$in":["B","b","A"]}}'))
    expect(set && has(set, "b")).toBe(true)
    expect(set && has(set, "B")).toBe(false)
    expect(set?.boundaries.map(({ label }) => label)).toEqual(["A", "A", "B", "B"])
  })

  test("orders date-times by instant", () => {
    const set = satisfyingSet(condition('{"at":{"$gt":"2024-01-01T01:00:00+01:00"}}'))
    const at = (value: string) => comparableOf(fieldNamed("at"), value)
    expect(set && has(set, at("2024-01-01T00:00:00Z"))).toBe(false)
    expect(set && has(set, at("2024-01-01T00:00:00.000000001Z"))).toBe(true)
  })
})

describe("listedSet", () => {
  const listedIn = (text: string) => {
    const equality = condition(text)
    return listedSet(equality, satisfyingSet(equality) ?? everyValue)
  }

  test.each<readonly [filter: string, set: IntervalSet<Value>]>([
    ['{"rank":5}', points("rank", [5])],
    ['{"rank":{"$ne":5}}', points("rank", [5])],
    ['{"rank":{"$ne":null}}', points("rank", [], true)],
    ['{"rank":{"$in":[2,null,1]}}', points("rank", [1, 2], true)],
    ['{"rank":{"$nin":[2,null,1]}}', points("rank", [1, 2], true)],
    ['{"rank":{"$nin":[]}}', points("rank", [])],
  ])("%s", (text, set) => expect(listedIn(text)).toEqual(set))

  test.each([
    ["[1,2]", "[1,2,3]", true],
    ["[1,2,3]", "[1,2]", false],
    ["[1]", "[1,null]", true],
    ["[1,null]", "[1]", false],
    ["[1,null]", "[2,1]", false],
    ["[1,null]", "[null,2,1]", true],
    ["[null]", "[]", false],
    ["[null]", "[null]", true],
    ["[]", "[null]", true],
  ])("the list %s is contained in %s: %s", (one, other, expected) => {
    const listed = (list: string) => listedIn(`{"rank":{"$nin":${list}}}`)
    expect(includes(listed(other), listed(one))).toBe(expected)
  })
})

describe("settledBy", () => {
  const settled = (kind: "and" | "or", text: string, ...needles: readonly string[]) => {
    const { field } = condition(text)
    const texts = needles.map((needle) => condition(`{"${field.name}":{"$contains":"${needle}"}}`))
    return settledBy(kind, texts, satisfyingSet(condition(text)) ?? everyValue)
  }

  test("of a list, the values stay that contain all texts", () => {
    expect(settled("and", '{"name":{"$in":["ab","b",null,"cab"]}}', "a")).toEqual(
      points("name", ["ab", "cab"]),
    )
    expect(settled("and", '{"name":{"$in":["ab","b","cab"]}}', "a", "c")).toEqual(points("name", ["cab"]))
    expect(settled("and", '{"name":null}', "a")).toEqual(points("name", []))
  })

  test("of an excluded list, the values stay that contain none of the texts", () => {
    const excluded = settled("or", '{"name":{"$nin":["ab","b",null,"c"]}}', "a", "c")
    expect(excluded).toEqual(complement(points("name", ["b"], true)))
  })

  test("letters are folded if the field folds them", () => {
    expect(settled("and", '{"label":{"$in":["AB","b"]}}', "a")).toEqual(points("label", ["AB"]))
    expect(settled("and", '{"name":{"$in":["AB","b"]}}', "a")).toEqual(points("name", []))
  })

  test("undefined if the set is no list", () => {
    expect(settled("and", '{"name":{"$ne":"a"}}', "a")).toBeUndefined()
    expect(settled("and", '{"name":{"$gt":"a"}}', "a")).toBeUndefined()
    expect(settled("and", '{"name":{"$lt":"a"}}', "a")).toBeUndefined()
    expect(settled("or", '{"name":"a"}', "a")).toBeUndefined()
  })

  test("undefined if there is too much to compare", () => {
    const names = Array.from({ length: 300 }, (_, i) => `a${i}`)
    const list = `{"name":{"$in":${JSON.stringify(names)}}}`
    expect(settled("and", list, ...names.slice(0, 50))).toEqual(points("name", []))
    expect(settled("and", list, ...names)).toBeUndefined()
    expect(settled("and", list, ...names.map(() => "a"))).toEqual(points("name", names))
    const long = "a".repeat(1000)
    expect(settled("and", `{"name":"${long}"}`, "a".repeat(100))).toEqual(points("name", [long]))
    expect(settled("and", `{"name":"${long}"}`, "a".repeat(999))).toBeUndefined()
  })
})

describe("operandsOf", () => {
  const brief = (operands: ReturnType<typeof operandsOf>) =>
    operands?.map((one) =>
      "operands" in one ? [one.kind, one.operands] : [one.operator, "values" in one ? one.values : one.value],
    )
  const of = (kind: "and" | "or", name: string, set: IntervalSet<Value>) =>
    brief(operandsOf(kind, fieldNamed(name), set))

  test("every value is always true, unless the field can be null and null does not match", () => {
    expect(of("and", "id", everyValue)).toEqual([["and", []]])
    expect(of("and", "rank", { ...everyValue, null: true })).toEqual([["and", []]])
    expect(of("and", "rank", everyValue)).toEqual([["$ne", null]])
  })

  test("no value is never true, unless null can match", () => {
    const none = pointSet<Value>([], false)
    expect(of("or", "rank", none)).toEqual([["or", []]])
    expect(of("or", "rank", { ...none, null: true })).toEqual([["$eq", null]])
    expect(of("or", "id", { ...none, null: true })).toEqual([["or", []]])
  })

  test("single values are a list, or an equality if there is one", () => {
    expect(of("and", "rank", points("rank", [1]))).toEqual([["$eq", 1]])
    expect(of("and", "rank", points("rank", [2, 1]))).toEqual([["$in", [1, 2]]])
    expect(of("and", "rank", points("rank", [1], true))).toEqual([["$in", [1, null]]])
    expect(of("or", "rank", complement(points("rank", [1])))).toEqual([["$ne", 1]])
    expect(of("or", "rank", complement(points("rank", [1, 2])))).toEqual([["$nin", [1, 2]]])
    expect(of("or", "rank", complement(points("rank", [1], true)))).toEqual([["$nin", [1, null]]])
    expect(of("or", "id", complement(points("id", [1], true)))).toEqual([["$ne", 1]])
  })

  test("an intersection is an interval without some values", () => {
    const interval = intersection([side("rank", 1, "above"), side("rank", 9, "below", true)])
    expect(of("and", "rank", interval)).toEqual([
      ["$gt", 1],
      ["$lte", 9],
    ])
    expect(of("and", "rank", intersection([interval, complement(points("rank", [4, 5]))]))).toEqual([
      ["$gt", 1],
      ["$lte", 9],
      ["$nin", [4, 5]],
    ])
    expect(of("and", "rank", side("rank", 1, "above", true))).toEqual([["$gte", 1]])
    expect(of("and", "rank", side("rank", 1, "below"))).toEqual([["$lt", 1]])
  })

  test("a union is everything outside of an interval, and single values inside", () => {
    const outside = union([side("rank", 1, "below", true), side("rank", 9, "above")])
    expect(of("or", "rank", outside)).toEqual([
      ["$lte", 1],
      ["$gt", 9],
    ])
    expect(of("or", "rank", union([outside, points("rank", [4], true)]))).toEqual([
      ["$lte", 1],
      ["$gt", 9],
      ["$in", [4, null]],
    ])
  })

  test("two intervals are no intersection, and the values between them no union", () => {
    const outside = union([side("rank", 1, "below"), side("rank", 9, "above")])
    expect(of("and", "rank", outside)).toBeUndefined()
    expect(of("or", "rank", complement(outside))).toBeUndefined()
  })

  test("an intersection with bounds has no null", () => {
    const withNull = union([side("rank", 1, "above"), points("rank", [], true)])
    expect(of("and", "rank", withNull)).toBeUndefined()
    expect(of("or", "rank", withNull)).toEqual([
      ["$gt", 1],
      ["$eq", null],
    ])
  })

  test("undefined if the field does not take an operator that the set needs", () => {
    expect(of("and", "open", side("open", 5, "above"))).toBeUndefined()
    expect(of("and", "open", side("open", 5, "above", true))).toEqual([["$gte", 5]])
    expect(of("or", "open", complement(points("open", [1, 2])))).toBeUndefined()
    expect(of("or", "open", complement(points("open", [1])))).toEqual([["$ne", 1]])
    expect(of("and", "listed", points("listed", [1]))).toEqual([["$in", [1]]])
    expect(of("and", "listed", complement(points("listed", [1])))).toBeUndefined()
  })
})
