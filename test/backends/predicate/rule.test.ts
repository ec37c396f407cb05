import { describe, expect, test } from "vitest"
import { ruleOf } from "../../../src/backends/predicate/rule.ts"
import { defineSchema, field, parseFilter } from "../../../src/index.ts"
import { toPredicate } from "../../../src/predicate.ts"

const schema = defineSchema({
  name: field.string(),
  label: field.string({ caseSensitive: false }),
  score: field.number(),
})

/** Shortcuts answer for every text, so only a direct call shows what the rule says about one. */
describe("the rule of a condition gives the answer of the predicate", () => {
  test.each<readonly [filter: string, matching: readonly (string | null)[]]>([
    ['{"name":"b"}', ["b"]],
    ['{"name":{"$ne":"b"}}', ["", "a", "B", "bc", "c", null]],
    ['{"name":{"$lt":"b"}}', ["", "a", "B"]],
    ['{"name":{"$lte":"b"}}', ["", "a", "B", "b"]],
    ['{"name":{"$gt":"b"}}', ["bc", "c"]],
    ['{"name":{"$gte":"b"}}', ["b", "bc", "c"]],
    ['{"name":{"$in":["b","c",null]}}', ["b", "c", null]],
    ['{"name":{"$nin":["b","c",null]}}', ["", "a", "B", "bc"]],
    ['{"name":{"$contains":"b"}}', ["b", "bc"]],
    ['{"label":"b"}', ["B", "b"]],
    ['{"label":{"$contains":"B"}}', ["B", "b", "bc"]],
  ])("%s", (text, matching) => {
    const filter = parseFilter(schema, text)
    if (filter.kind === "and" || filter.kind === "or") throw new Error(`${text} is not one condition`)
    const values = ["", "a", "B", "b", "bc", "c", null]
    const { property } = filter.field
    expect(values.filter(ruleOf(filter))).toEqual(matching)
    expect(values.map((value) => ({ [property]: value })).filter(toPredicate(filter))).toEqual(
      matching.map((value) => ({ [property]: value })),
    )
  })
})

test("a rule throws for a value that the field cannot have", () => {
  const filter = parseFilter(schema, '{"score":{"$gt":1}}')
  if (filter.kind === "and" || filter.kind === "or") throw new Error("This is not one condition")
  expect([0, 1, 2, null].filter(ruleOf(filter))).toEqual([2])
  for (const value of [Number.NaN, "2,0", true]) expect(() => ruleOf(filter)(value)).toThrow(TypeError)
})

test("a junction of many conditions matches as one of few does", () => {
  const numbers = Array.from({ length: 50 }, (_, i) => i)
  const predicate = toPredicate(
    parseFilter(schema, { $and: numbers.map((score) => ({ score: { $ne: score } })) }),
  )
  expect([-1, 0, 49, 50].map((score) => predicate({ score }))).toEqual([true, false, false, true])
})
