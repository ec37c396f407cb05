import { equal, type Filter, parseFilter } from "desk-filter"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { fromQuery, toQuery } from "../../examples/playground/src/visual-builder/query.ts"
import { withFittingValues } from "../../examples/playground/src/visual-builder/rule-value.ts"
import { filterText } from "../arbitraries/filters.ts"
import { people } from "../conformance/people.ts"
import { runs } from "../properties/runs.ts"

interface Rule {
  readonly field: string
  readonly operator: string
  readonly value: unknown
}

const rule = (field: string, operator: string, value: unknown): Rule => ({ field, operator, value })

const query = (...rules: Rule[]) => ({ combinator: "and", rules })

const built = (...rules: Rule[]) => fromQuery(people, query(...rules))

const parsed = (text: string): Filter => parseFilter(people, text) as Filter

test("the rules of any filter are the same filter, and a change of one leaves the others as they are", () => {
  fc.assert(
    fc.property(filterText, (text) => {
      const filter = parsed(text)
      const query = toQuery(filter)
      expect(withFittingValues(query)).toEqual(query)
      const again = fromQuery(people, query)
      expect(again).toMatchObject({ ok: true })
      if (again.ok) expect(equal(again.filter, filter)).toBe(true)
    }),
    runs(600),
  )
})

test.each([
  ["{}", "and"],
  ['{"$or":[]}', "or"],
])("the filter %s is a query without rules", (text, combinator) => {
  const query = toQuery(parsed(text))
  expect(query).toEqual({ combinator, rules: [] })
  expect(fromQuery(people, query)).toEqual({ ok: true, filter: parsed(text) })
})

describe("what is unfinished", () => {
  test("is named after the field of its rule", () => {
    expect(built(rule("id", "=", null), rule("score", "between", ["1", null]))).toEqual({
      ok: false,
      missing: [
        "id: The rule has no value: write a value, or remove the rule",
        "score: The rule has no value: write a value, or remove the rule",
      ],
    })
  })

  test("is found in groups, and may be a group", () => {
    const { rules } = query(rule("seenAt", "=", ""))
    expect(
      fromQuery(people, {
        combinator: "or",
        rules: [
          { combinator: "and", rules: [] },
          { combinator: "and", rules },
        ],
      }),
    ).toEqual({
      ok: false,
      missing: [
        "The group has no rules: add a rule, or remove the group",
        "seenAt: The rule has no value: write a value, or remove the rule",
      ],
    })
  })

  test("may have no hint", () => {
    expect(built(rule("id", 7 as never, "1"))).toEqual({
      ok: false,
      missing: ["id: This part of the model must be a string, not a number"],
    })
  })

  test("has another type than the field", () => {
    expect(built(rule("id", "=", "x"))).toEqual({
      ok: false,
      missing: ["id: Field id expects an integer, not a string: write the digits, such as 42"],
    })
  })
})

test("what is no mistake of the query is thrown", () => {
  expect(() => fromQuery({} as never, query(rule("id", "=", 1)))).toThrow(TypeError)
})

describe("a rule", () => {
  test("keeps each digit of an id", () => {
    expect(built(rule("id", "=", "9007199254740993"))).toMatchObject({
      ok: true,
      filter: { value: 9007199254740993n },
    })
  })

  test("may compare with the empty text if a list has it", () => {
    expect(built(rule("name", "=", [""]))).toMatchObject({ ok: true, filter: { value: "" } })
    expect(built(rule("name", "=", "")).ok).toBe(false)
  })

  test.each([
    ["in", "a,b", ["a,b"]],
    ["in", "", []],
    ["in", undefined, []],
    ["in", null, []],
    ["notIn", 7, [7]],
    ["notIn", ["7", null], ["7"]],
    ["in", [""], [""]],
    ["between", "7", ["7", null]],
    ["between", ["1", "2", "3"], ["1", "2"]],
    ["notBetween", "", [null, null]],
    ["<", [null, "7"], "7"],
    ["=", ["7", "8"], "7"],
    ["=", [null, null], null],
    ["=", [""], [""]],
    ["=", "", ""],
    ["null", ["7"], ["7"]],
  ])("whose operator is now %s makes of the value %j the value %j", (operator, value, expected) => {
    const nested = { combinator: "or", rules: [query(rule("name", operator, value))] }
    expect(withFittingValues(nested)).toEqual({
      combinator: "or",
      rules: [query(rule("name", operator, expected))],
    })
  })
})
