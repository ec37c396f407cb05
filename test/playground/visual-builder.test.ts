import { equal, type Filter, parseFilter } from "desk-filter"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { builderFields } from "../../examples/playground/src/visual-builder/fields.ts"
import { fromRuleGroup } from "../../examples/playground/src/visual-builder/from-rule-group.ts"
import type { Rule, RuleValue } from "../../examples/playground/src/visual-builder/rule-group.ts"
import { toRuleGroup } from "../../examples/playground/src/visual-builder/to-rule-group.ts"
import { filterText } from "../arbitraries/filters.ts"
import { people } from "../conformance/people.ts"
import { runs } from "../properties/runs.ts"

const built = (...rules: readonly Rule[]) => fromRuleGroup(people, { combinator: "and", rules })

const rule = (field: string, operator: string, value: RuleValue): Rule => ({ field, operator, value })

test("the rules of any filter are the same filter", () => {
  fc.assert(
    fc.property(filterText, (text) => {
      const filter: Filter = parseFilter(people, text) as Filter
      const again = fromRuleGroup(people, structuredClone(toRuleGroup(filter)))
      expect(again).toMatchObject({ ok: true })
      if (again.ok) expect(equal(again.filter, filter)).toBe(true)
    }),
    runs(600),
  )
})

test("the builder lists each operator that the rules of a filter use", () => {
  const listed = new Map(builderFields(people).map(({ name, operators }) => [name, operators]))
  fc.assert(
    fc.property(filterText, (text) => {
      const pending = [toRuleGroup(parseFilter(people, text) as Filter)]
      for (const group of pending)
        for (const child of group.rules) {
          if ("rules" in child) pending.push(child)
          else expect(listed.get(child.field)?.map(({ name }) => name)).toContain(child.operator)
        }
    }),
    runs(200),
  )
})

describe("a rule", () => {
  test("keeps each digit of an id", () => {
    const found = built(rule("id", "$eq", "9007199254740993"))
    expect(found).toMatchObject({ ok: true, filter: { value: 9007199254740993n } })
  })

  test.each(["id", "score", "active", "seenAt"])("without a value of %s is no filter", (field) => {
    for (const value of [null, ""])
      expect(built(rule(field, "$eq", value))).toEqual({
        ok: false,
        missing: [`${field}: write a value.`],
      })
  })

  test("may compare with the empty text", () => {
    expect(built(rule("name", "$eq", ""))).toMatchObject({ ok: true, filter: { value: "" } })
    expect(built(rule("name", "$eq", null)).ok).toBe(false)
  })

  test("with a value of another type says what is wrong", () => {
    expect(built(rule("id", "$eq", "x"))).toMatchObject({ ok: false, missing: [expect.stringMatching(/id/)] })
    expect(built(rule("gone", "$eq", "x"))).toEqual({
      ok: false,
      missing: ["The schema has no field gone."],
    })
  })

  test("keeps its value when the operator changes between a value and a list", () => {
    expect(built(rule("id", "$in", "7"))).toMatchObject({ ok: true, filter: { values: [7] } })
    expect(built(rule("id", "$lt", [null, "7"]))).toMatchObject({ ok: true, filter: { value: 7 } })
  })
})
