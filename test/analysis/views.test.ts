import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { type ConditionSet, pointOf, satisfyingSet } from "../../src/analysis/condition-set.ts"
import {
  complement,
  everyValue,
  has,
  intersection,
  pointSet,
  ray,
  union,
} from "../../src/analysis/interval-set.ts"
import { viewsOf, withinType } from "../../src/analysis/views.ts"
import type { Condition } from "../../src/filter/filter.ts"
import { defineSchema, type Field, field, parseFilter, type Value } from "../../src/index.ts"
import { comparableOf } from "../../src/schema/comparable.ts"
import { runs } from "../properties/runs.ts"

const schema = defineSchema({
  id: field.integer(),
  rank: field.integer(),
  name: field.string(),
  score: field.number(),
  at: field.datetime(),
  active: field.boolean(),
  role: field.enum(["admin", "agent"]),
})

function condition(text: string): Condition {
  const filter = parseFilter(schema, text)
  if (filter.kind === "and" || filter.kind === "or") throw new Error(`${text} is not one condition`)
  return filter
}

function setOf(text: string): ConditionSet {
  const set = satisfyingSet(condition(text))
  if (set === undefined) throw new Error(`${text} has no set`)
  return set
}

/** The set of all conditions, and their field. */
function allOf(texts: readonly string[]): readonly [Field, ConditionSet] {
  return [condition(texts[0] ?? "").field, intersection(texts.map(setOf))]
}

const every = { ...everyValue, null: false }
const none = { ...everyValue, lowest: false }
const LEAST = "-9223372036854775808"
const GREATEST = "9223372036854775807"

describe("withinType", () => {
  test.each<readonly [filter: string, set: ConditionSet]>([
    // An integer has a least and a greatest value.
    [`{"id":{"$gte":${LEAST}}}`, every],
    [`{"id":{"$lt":${LEAST}}}`, none],
    [`{"id":{"$lte":${GREATEST}}}`, every],
    [`{"id":{"$gt":${GREATEST}}}`, none],
    // A string has a least value.
    ['{"name":{"$gte":""}}', every],
    ['{"name":{"$lt":""}}', none],
    // A date-time has both, and so has a double.
    ['{"at":{"$gte":"0000-01-01"}}', every],
    ['{"at":{"$lt":"0000-01-01"}}', none],
    ['{"at":{"$lte":"9999-12-31T23:59:59.999999999Z"}}', every],
    ['{"score":{"$lte":1.7976931348623157e308}}', every],
    // A boolean lists its values.
    ['{"active":{"$in":[true,false]}}', every],
    ['{"active":{"$nin":[true,false,null]}}', none],
    ['{"active":{"$in":[true,false,null]}}', { ...every, null: true }],
  ])("%s is the same as every value or none", (text, expected) => {
    const { field } = condition(text)
    expect(withinType(field, setOf(text))).toEqual(expected)
  })

  test.each([
    `{"id":{"$gt":${LEAST}}}`,
    `{"id":{"$lte":${LEAST}}}`,
    `{"id":${LEAST}}`,
    `{"id":{"$ne":${LEAST}}}`,
    `{"id":{"$lt":${GREATEST}}}`,
    `{"id":{"$gte":${GREATEST}}}`,
    `{"id":${GREATEST}}`,
    `{"id":{"$ne":${GREATEST}}}`,
    `{"id":{"$in":[${LEAST},${GREATEST},null]}}`,
    '{"name":""}',
    '{"name":{"$gt":""}}',
    '{"score":{"$lt":1.7976931348623157e308}}',
    '{"active":true}',
    '{"role":{"$ne":"agent"}}',
    // A record may have a value that the schema does not list.
    '{"role":{"$in":["agent","admin"]}}',
    '{"role":{"$nin":["agent","admin",null]}}',
    '{"rank":{"$in":[1,null]}}',
  ])("%s stays the same", (text) => {
    expect(withinType(condition(text).field, setOf(text))).toEqual(setOf(text))
  })

  test.each<readonly [conditions: readonly string[], set: ConditionSet]>([
    [['{"id":{"$gt":0}}', '{"id":{"$lt":1}}'], none],
    [['{"id":{"$gt":0}}', '{"id":{"$ne":1}}'], setOf('{"id":{"$gt":1}}')],
    [['{"id":{"$lt":9}}', '{"id":{"$nin":[8,7]}}'], setOf('{"id":{"$lt":7}}')],
    [[`{"id":{"$gte":${LEAST}}}`, '{"id":{"$lte":5}}'], setOf('{"id":{"$lte":5}}')],
    [[`{"id":{"$lte":${GREATEST}}}`, '{"id":{"$gt":5}}'], setOf('{"id":{"$gt":5}}')],
    [[`{"id":{"$gte":${LEAST}}}`, `{"id":{"$lte":${GREATEST}}}`], every],
    [['{"at":{"$gt":"2024-02-29T00:00:00Z"}}', '{"at":{"$lt":"2024-02-29T00:00:00.000000001Z"}}'], none],
    [['{"score":{"$gt":0.3}}', '{"score":{"$lt":0.30000000000000004}}'], none],
  ])("%j: boundaries with nothing between them or beyond disappear", (texts, expected) => {
    const [field, set] = allOf(texts)
    expect(withinType(field, set)).toEqual(expected)
  })
})

describe("viewsOf", () => {
  test.each<readonly [conditions: readonly string[], view: string]>([
    [['{"id":{"$gt":0}}', '{"id":{"$lt":2}}'], '{"id":1}'],
    [['{"id":{"$gte":1}}', '{"id":{"$lt":2}}'], '{"id":1}'],
    [['{"id":{"$gt":0}}', '{"id":{"$lte":1}}'], '{"id":1}'],
    [['{"id":{"$gte":1}}', '{"id":{"$lte":3}}', '{"id":{"$ne":2}}'], '{"id":{"$in":[1,3]}}'],
    [
      ['{"at":{"$gt":"2024-02-29T00:00:00Z"}}', '{"at":{"$lt":"2024-02-29T00:00:00.000000002Z"}}'],
      '{"at":"2024-02-29T00:00:00.000000001Z"}',
    ],
  ])("%j has the view %s first", (texts, view) => {
    const [field, set] = allOf(texts)
    const [first] = viewsOf(field, set)
    expect(first).toEqual(setOf(view))
    const [opposite] = viewsOf(field, complement(set))
    expect([...viewsOf(field, complement(set))]).toContainEqual(complement(setOf(view)))
    expect(opposite).not.toEqual(setOf(view))
  })

  test("two intervals between others have no view but the set itself", () => {
    const intervals = [1, 11].map((from) =>
      intersection([setOf(`{"id":{"$gt":${from}}}`), setOf(`{"id":{"$lt":${from + 5}}}`)]),
    )
    const set = union(intervals)
    expect([...viewsOf(condition('{"id":1}').field, set)]).toEqual([set])
  })

  const least = BigInt(LEAST)
  const greatest = BigInt(GREATEST)
  const read = (value: bigint) => (Number.isSafeInteger(Number(value)) ? Number(value) : value)
  const around = (value: bigint) => [-2n, -1n, 0n, 1n, 2n].map((offset) => read(value + offset))
  const values = [least + 2n, 0n, greatest - 2n].flatMap(around)
  const { field } = condition('{"id":1}')
  const label = fc.constantFrom<Value>(...values).map((value) => pointOf(field, value))
  const simple = fc.oneof(
    fc
      .tuple(label, fc.constantFrom("below" as const, "above" as const), fc.boolean())
      .map(([point, ...side]) => ray(point, ...side)),
    fc.array(label, { maxLength: 4 }).map((points) => pointSet(points, false)),
    fc.array(label, { maxLength: 4 }).map((points) => complement(pointSet(points, true))),
  )
  const anySet = fc
    .array(fc.tuple(simple, fc.boolean()), { minLength: 1, maxLength: 6 })
    .map((steps) =>
      steps.reduce<ConditionSet>(
        (set, [other, isUnion]) => (isUnion ? union : intersection)([set, other]),
        everyValue,
      ),
    )

  test("every view has the same values", () => {
    fc.assert(
      fc.property(anySet, (set) => {
        const members = (one: ConditionSet) => values.filter((value) => has(one, comparableOf(field, value)))
        for (const view of viewsOf(field, set)) {
          expect(members(view)).toEqual(members(set))
          expect(view.null).toBe(set.null)
        }
      }),
      runs(2000),
    )
  })

  test("a set with every value, or with none, has no boundaries", () => {
    fc.assert(
      fc.property(anySet, (set) => {
        // Everything between the values of the test is like one of them.
        const far = [-1000n, 1000n].map(read)
        const isMember = (value: Value) => has(set, comparableOf(field, value))
        const held = [...values, ...far].filter(isMember)
        if (held.length > 0 && held.length < values.length + far.length) return
        expect(withinType(field, set)).toEqual({ ...set, lowest: held.length > 0, boundaries: [] })
      }),
      runs(2000),
    )
  })
})
