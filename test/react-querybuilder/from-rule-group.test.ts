import { describe, expect, test } from "vitest"
import { defineSchema, type Filter, FilterError, field } from "../../src/index.ts"
import { stringify } from "../../src/query-string.ts"
import { type FromRuleGroupOptions, fromRuleGroup, type Limits } from "../../src/react-querybuilder.ts"
import { people } from "../conformance/people.ts"

const text = (group: unknown, options?: FromRuleGroupOptions) =>
  stringify(fromRuleGroup(people, group, options) as Filter)
const all = (...rules: readonly unknown[]) => ({ combinator: "and", rules })
const any = (...rules: readonly unknown[]) => ({ combinator: "or", rules })
const not = (...rules: readonly unknown[]) => ({ combinator: "and", not: true, rules })
const rule = (field: unknown, operator: unknown, value?: unknown) => ({ field, operator, value })

/** The mistakes: the code, the path, and the hint or the message. */
function mistakes(group: unknown, options?: FromRuleGroupOptions, schema = people) {
  try {
    fromRuleGroup(schema, group, options)
  } catch (error) {
    if (!(error instanceof FilterError)) throw error
    return error.diagnostics.map(({ code, path, hint, message }) => [code, path, hint ?? message])
  }
  throw new Error("There should be a mistake")
}

describe("operators", () => {
  test.each([
    ["name", "=", "a", '{"name":"a"}'],
    ["name", "!=", "a", '{"name":{"$ne":"a"}}'],
    ["count", "<", "5", '{"count":{"$lt":5}}'],
    ["count", "<=", 5, '{"count":{"$lte":5}}'],
    ["count", ">", " 5 ", '{"count":{"$gt":5}}'],
    ["count", ">=", "9007199254740993", '{"count":{"$gte":9007199254740993}}'],
    ["score", "=", "1.5e1", '{"score":15}'],
    ["active", "=", "true", '{"active":true}'],
    ["active", "!=", false, '{"active":{"$ne":false}}'],
    ["active", "=", "false", '{"active":false}'],
    ["name", "contains", "50%_", '{"name":{"$contains":"50%_"}}'],
    ["name", "contains", " ", '{"name":{"$contains":" "}}'],
    ["name", "beginsWith", "Jan", '{"name":{"$gte":"Jan","$lt":"Jao"}}'],
    ["label", "beginsWith", "Jan", '{"label":{"$gte":"Jan","$lt":"jao"}}'],
    ["name", "beginsWith", "\u{10ffff}", '{"name":{"$gte":"\u{10ffff}"}}'],
    ["name", "doesNotBeginWith", "a", '{"$or":[{"name":{"$lt":"a"}},{"name":{"$gte":"b"}},{"name":null}]}'],
    ["name", "null", "left over", '{"name":null}'],
    ["name", "notNull", undefined, '{"name":{"$ne":null}}'],
    ["count", "in", ["1", 2], '{"count":{"$in":[1,2]}}'],
    ["count", "in", "1, 2,,3", '{"count":{"$in":[1,2,3]}}'],
    ["count", "in", 1, '{"count":{"$in":[1]}}'],
    ["name", "in", "a\\,b, c", '{"name":{"$in":["a,b","c"]}}'],
    ["name", "in", ["a", null], '{"name":{"$in":["a",null]}}'],
    ["name", "in", [""], '{"name":{"$in":[""]}}'],
    ["name", "notIn", ["a"], '{"name":{"$nin":["a"]}}'],
    ["count", "between", [1, 3], '{"count":{"$gte":1,"$lte":3}}'],
    ["count", "between", "1,3", '{"count":{"$gte":1,"$lte":3}}'],
    ["born", "between", ["2024-01-01", "2024-02-29"], '{"born":{"$gte":"2024-01-01","$lte":"2024-02-29"}}'],
    ["count", "notBetween", [1, 3], '{"$or":[{"count":{"$lt":1}},{"count":{"$gt":3}},{"count":null}]}'],
    ["id", "notBetween", [1, 3], '{"$or":[{"id":{"$lt":1}},{"id":{"$gt":3}}]}'],
    ["tags.name", "in", ["a"], '{"tags.name":{"$in":["a"]}}'],
    ["company.name", "beginsWith", "a", '{"company.name":{"$gte":"a","$lt":"b"}}'],
    ["name", "=", [""], '{"name":""}'],
    ["$and", "in", [], "{}"],
    ["$or", "in", [], '{"$or":[]}'],
  ])("%s %s %j", (name, operator, value, filter) => {
    expect(text(all(rule(name, operator, value)))).toBe(filter)
  })

  test.each([
    ["name", "endsWith", "a", "use contains"],
    ["name", "doesNotEndWith", "a", "with notIn"],
    ["name", "doesNotContain", "a", "with notIn"],
    ["tags.rank", "between", [1, 2], "two related records might satisfy its two conditions"],
    ["tags.rank", "notBetween", [1, 2], "two related records might satisfy its two conditions"],
    ["tags.name", "beginsWith", "a", "two related records might satisfy its two conditions"],
    ["tags.name", "doesNotBeginWith", "\u{10ffff}", "two related records might satisfy its two conditions"],
    ["id", "beginsWith", "1", "is not a text"],
    ["count", "between", [1, 2, 3], "a range has two ends"],
    ["count", "between", [5, 1], "the first value is greater than the second: swap them"],
    ["count", "notBetween", ["10", "9"], "the first value is greater than the second: swap them"],
    ["seenAt", "notBetween", ["2024-01-01T00:00:00.5Z", "2024-01-01T00:00:00Z"], "swap them"],
    ["id", "doesNotBeginWith", "1", "is not a text"],
    ["label", "beginsWith", "\u00c4", undefined],
  ])("%s %s %j has no filter", (name, operator, value, hint) => {
    const group = all(rule("id", "=", 1), rule(name, operator, value))
    if (hint === undefined) expect(text(group)).toContain("\u00c4")
    else expect(mistakes(group)).toEqual([["untranslatable", ["rules", 1], expect.stringContaining(hint)]])
  })

  test.each([
    [rule("nam", "=", "a"), "unknown-field", 'did you mean "name"?'],
    [rule("name", "containz", "a"), "unknown-operator", 'did you mean "contains"?'],
    [rule("name", "toString", "a"), "unknown-operator", 'did you mean "contains" or "notIn"?'],
    [rule("active", "<", true), "operator-not-allowed", expect.anything()],
    [rule("count", "=", "x"), "type-mismatch", "write the digits, such as 42"],
    [rule("score", "=", "x"), "type-mismatch", expect.anything()],
    [rule("active", "=", "yes"), "type-mismatch", expect.anything()],
    [rule("name", "=", ["a", "b"]), "type-mismatch", expect.anything()],
    [rule("name", "in", [{}]), "type-mismatch", expect.anything()],
    [rule("name", "=", { a: 1 }), "type-mismatch", expect.anything()],
    [rule("role", "=", "agnt"), "invalid-value", 'did you mean "agent"?'],
    [rule("id", "null"), "null-not-allowed", expect.anything()],
    [rule("name", "beginsWith", "\0"), "invalid-value", expect.anything()],
    [rule(5, "=", 1), "unknown-field", expect.anything()],
    [rule("$and", "in", [1]), "unknown-field", expect.anything()],
    [rule("$and", "=", []), "unknown-field", expect.anything()],
    [rule("$nor", "in", []), "unknown-field", expect.anything()],
    [rule("name", 5, 1), "invalid-model", "This part of the model must be a string, not a number"],
    [
      { ...rule("name", "=", "a"), valueSource: "field" },
      "untranslatable",
      expect.stringContaining("no other field"),
    ],
    [{ ...rule("name", "=", "a"), valueSource: "expression" }, "untranslatable", expect.anything()],
    [
      { ...rule("name", "=", "a"), lhs: { type: "field" } },
      "untranslatable",
      expect.stringContaining("no expression"),
    ],
    [
      { ...rule("tags.name", "=", all()), match: { mode: "all" } },
      "untranslatable",
      expect.stringContaining("the relation"),
    ],
    ["and", "invalid-model", "This part of the model must be an object, not a string"],
    [null, "invalid-model", "This part of the model must be an object, not null"],
  ])("%j: %s", (item, code, hint) => {
    expect(mistakes(any(all(rule("id", "=", 1), item)))).toEqual([[code, ["rules", 0, "rules", 1], hint]])
  })

  test("what a rule has besides does not matter if it is empty", () => {
    expect(
      text(all({ ...rule("name", "=", "a"), valueSource: "value", match: null, lhs: null, id: "1" })),
    ).toBe('{"name":"a"}')
  })

  test("a field that lacks the operator for one value is tested for null with a list", () => {
    const schema = defineSchema({ a: field.string({ operators: ["$in", "$nin"] }) })
    expect(stringify(fromRuleGroup(schema, all(rule("a", "null"))))).toBe('{"a":{"$in":[null]}}')
    expect(stringify(fromRuleGroup(schema, all(rule("a", "notNull"))))).toBe('{"a":{"$nin":[null]}}')
  })
})

describe("groups", () => {
  const [a, b, c] = [rule("id", "=", 1), rule("id", "=", 2), rule("name", "=", "x")]

  test.each([
    [any(a, all(b, c)), '{"$or":[{"id":1},{"id":2,"name":"x"}]}'],
    [not(a, c), '{"$or":[{"id":{"$ne":1}},{"name":{"$ne":"x"}}]}'],
    [{ ...any(a, c), not: true }, '{"id":{"$ne":1},"name":{"$ne":"x"}}'],
    [not(not(a)), '{"id":1}'],
    [not(rule("count", "<", 5)), '{"$or":[{"count":{"$gte":5}},{"count":null}]}'],
    [not(rule("id", "<", 5)), '{"id":{"$gte":5}}'],
    [not(rule("$and", "in", [])), '{"$or":[]}'],
    [not(rule("$or", "in", [])), "{}"],
    [{ rules: [a, "or", b, "and", c] }, '{"$or":[{"id":1},{"id":2,"name":"x"}]}'],
    [{ rules: [a, "and", c, "or", b] }, '{"$or":[{"id":1,"name":"x"},{"id":2}]}'],
    [{ rules: [a] }, '{"id":1}'],
    [{ not: true, rules: [a, "or", c] }, '{"id":{"$ne":1},"name":{"$ne":"x"}}'],
    [all(a, { ...c, muted: true }), '{"id":1}'],
    [all(a, { ...all(b, c), muted: true }), '{"id":1}'],
    [{ ...all(a), not: null }, '{"id":1}'],
    [all({ ...a, rules: undefined }), '{"id":1}'],
    [
      not(rule("count", "between", [1, 3])),
      '{"$or":[{"count":{"$lt":1}},{"count":{"$gt":3}},{"count":null}]}',
    ],
    [not(rule("count", "notBetween", [1, 3])), '{"count":{"$gte":1,"$lte":3}}'],
    [
      not(rule("name", "beginsWith", "a")),
      '{"$or":[{"name":{"$lt":"a"}},{"name":{"$gte":"b"}},{"name":null}]}',
    ],
    [not(rule("name", "doesNotBeginWith", "a")), '{"name":{"$gte":"a","$lt":"b"}}'],
    [rule("name", "doesNotBeginWith", "\u{10ffff}"), '{"$or":[{"name":{"$lt":"\u{10ffff}"}},{"name":null}]}'],
  ])("%j", (group, filter) => {
    expect(text("rules" in group ? group : all(group))).toBe(filter)
  })

  test.each([
    [all(), ["incomplete-rule", [], "add a rule, or remove the group"]],
    [any(), ["incomplete-rule", [], "add a rule, or remove the group"]],
    [{ rules: [] }, ["incomplete-rule", [], "add a rule, or remove the group"]],
    [all(any()), ["incomplete-rule", ["rules", 0], "add a rule, or remove the group"]],
    [all({ ...a, muted: true }), ["incomplete-rule", [], "add a rule, or remove the group"]],
    [{ ...all(a), muted: true }, ["incomplete-rule", [], "add a rule, or remove the group"]],
    [
      not(rule("tags.rank", "<", 5)),
      ["untranslatable", ["rules", 0], expect.stringContaining("no related record")],
    ],
    [
      not(rule("name", "contains", "a")),
      ["untranslatable", ["rules", 0], expect.stringContaining("without another text")],
    ],
    [{ combinator: "xor", rules: [a] }, ["untranslatable", [], expect.stringContaining("and, or and not")]],
    [{ combinator: 1, rules: [a] }, ["invalid-model", [], expect.stringContaining("a string, not a number")]],
    [{ combinator: "nor", rules: [a] }, ["unknown-operator", [], expect.stringContaining('"or"')]],
    [{ rules: [a, "xor", b] }, ["untranslatable", ["rules", 1], expect.stringContaining("and, or and not")]],
    [
      all({ ...a, muted: 1 }),
      ["invalid-model", ["rules", 0], expect.stringContaining("a boolean, not a number")],
    ],
    [{ ...all(a), muted: 1 }, ["invalid-model", [], expect.stringContaining("a boolean, not a number")]],
    [
      { combinator: undefined, rules: [a, "or", { ...b, muted: true }, "and", c] },
      ["untranslatable", ["rules", 2], expect.stringContaining("left out between and and or")],
    ],
    [
      { rules: [a, "or", { ...b, muted: true }, "and", c] },
      ["untranslatable", ["rules", 2], expect.stringContaining("left out between and and or")],
    ],
    [{ rules: [a, b] }, ["invalid-model", ["rules", 1], expect.stringContaining("a string, not an object")]],
    [{ rules: [a, "and"] }, ["invalid-model", ["rules", 2], expect.stringContaining("not undefined")]],
    [{ combinator: "and", not: 1, rules: [a] }, ["invalid-model", [], expect.stringContaining("a boolean")]],
    [{ combinator: "and" }, ["invalid-model", ["rules"], expect.stringContaining("a list, not undefined")]],
    [{ combinator: "and", rules: { 0: a } }, ["invalid-model", ["rules"], expect.stringContaining("a list")]],
    [[a], ["invalid-model", [], "This part of the model must be an object, not a list"]],
    [undefined, ["invalid-model", [], "This part of the model must be an object, not undefined"]],
    ["{}", ["invalid-model", [], "This part of the model must be an object, not a string"]],
  ])("%j is refused", (group, mistake) => {
    expect(mistakes(group)).toEqual([mistake])
  })

  test("reports every mistake", () => {
    expect(mistakes(all(rule("x", "=", 1), all(), rule("id", "=", ""))).map(([code]) => code)).toEqual([
      "unknown-field",
      "incomplete-rule",
      "incomplete-rule",
    ])
  })
})

describe("incomplete rules", () => {
  const written = rule("id", "=", 1)
  const unfinished = [
    [rule("", "=", 1), "field"],
    [rule("~", "=", 1), "field"],
    [{ operator: "=", value: 1 }, "field"],
    [rule("id", "~", 1), "operator"],
    [rule("id", null, 1), "operator"],
    [rule("id", "=", ""), "value"],
    [rule("id", "=", " "), "value"],
    [rule("id", "="), "value"],
    [rule("id", "=", null), "value"],
    [rule("name", "=", ""), "value"],
    [rule("name", "contains", ""), "value"],
    [rule("name", "=", []), "value"],
    [rule("name", "=", [null]), "value"],
    [rule("id", "in", []), "value"],
    [rule("id", "notIn", ""), "value"],
    [rule("id", "in", " , "), "value"],
    [rule("id", "in", null), "value"],
    [rule("id", "in", [1, ""]), "value"],
    [rule("name", "in", [undefined]), "value"],
    [rule("role", "=", "~"), "value"],
    [rule("active", "in", ["~"]), "value"],
    [rule("id", "between", [1]), "value"],
    [rule("id", "between", ["", 5]), "value"],
    [rule("id", "between", [1, null]), "value"],
    [rule("id", "between", "1,"), "value"],
    [rule("id", "notBetween"), "value"],
    [all(), "rules"],
    [all(all()), "rules"],
  ] as const

  test.each(unfinished)("%j lacks its %s", (item, missing) => {
    const [mistake, ...more] = mistakes(any(written, item))
    expect(more).toEqual([])
    expect(mistake?.[0]).toBe("incomplete-rule")
    expect(mistake?.[2]).toMatch(
      { rules: /rule/, field: /field/, operator: /operator/, value: /value/ }[missing],
    )
  })

  test.each(unfinished)("%j is left out with skip, but never makes a query of nothing", (item) => {
    expect(text(any(written, item), { incomplete: "skip" })).toBe('{"id":1}')
    expect(text(all(item, written), { incomplete: "skip" })).toBe('{"id":1}')
    expect(text({ rules: [written, "and", item, "and", item] }, { incomplete: "skip" })).toBe('{"id":1}')
    for (const group of [all(item), not(item), any(all(item), item), { rules: [item] }])
      expect(mistakes(group, { incomplete: "skip" })).toEqual([
        ["incomplete-rule", [], "add a rule, or remove the group"],
      ])
  })

  test("a mistake is no incomplete rule", () => {
    expect(mistakes(all(written, rule("x", "=", "")), { incomplete: "skip" })).toEqual([
      ["unknown-field", ["rules", 1], expect.anything()],
    ])
  })
})

describe("limits", () => {
  const one = rule("id", "=", 1)
  const limit = (group: unknown, limits: Partial<Limits>) =>
    mistakes(group, { limits }).map(([code, path]) => [code, path])
  const nested = (depth: number): unknown => (depth === 1 ? all(one) : all(one, nested(depth - 1)))

  test("hold as for parseFilter", () => {
    expect(limit(all(one, one, one), { maxNodes: 3 })).toEqual([["limit-exceeded", ["rules", 2]]])
    expect(limit(nested(3), { maxDepth: 2 })).toEqual([["limit-exceeded", ["rules", 1, "rules", 1]]])
    expect(limit(all(one, one, one), { maxListLength: 2 })).toEqual([["limit-exceeded", ["rules"]]])
    expect(limit(all(rule("id", "in", [1, 2, 3])), { maxListLength: 2 })).toEqual([
      ["limit-exceeded", ["rules", 0]],
    ])
    expect(limit(all(rule("id", "in", "1,2,3")), { maxListLength: 2 })).toEqual([
      ["limit-exceeded", ["rules", 0]],
    ])
    expect(limit(all(rule("name", "=", "x".repeat(100))), { maxLength: 99 })).toEqual([
      ["limit-exceeded", ["rules", 0]],
    ])
    expect(limit(all(rule("name", "beginsWith", "x".repeat(100))), { maxLength: 99 })).toEqual([
      ["limit-exceeded", ["rules", 0]],
    ])
    expect(
      limit(all(rule("tags.rank", "=", 1), rule("tags.rank", "=", 2)), { maxRelationConditions: 1 }),
    ).toEqual([["limit-exceeded", ["rules", 1]]])
    expect(
      limit(all(rule("x", "=", 1), rule("y", "=", 1), rule("z", "=", 1)), { maxDiagnostics: 1 }),
    ).toEqual([
      ["unknown-field", ["rules", 0]],
      ["limit-exceeded", ["rules", 1]],
    ])
  })

  test("a query at the limits is read", () => {
    expect(text(all(one, one), { limits: { maxNodes: 3, maxListLength: 2, maxDepth: 1 } })).toBe(
      '{"id":1,"$and":[{"id":1}]}',
    )
    expect(text(nested(256), { limits: { maxDepth: 256 } })).toContain('"id":1')
  })

  test("a query that contains itself, or the same groups again and again, ends at a limit", () => {
    const rules: unknown[] = [one]
    rules.push({ combinator: "or", rules })
    expect(limit(all(...rules), {})).toEqual([["limit-exceeded", expect.anything()]])
    let shared: unknown = all(one)
    for (let i = 0; i < 30; i++) shared = all(shared, shared)
    expect(limit(shared, {})).toEqual([["limit-exceeded", expect.anything()]])
  })

  test("a filter that would nest too deep is refused", () => {
    const independent = (depth: number): unknown =>
      depth === 0 ? one : { rules: [one, "and", independent(depth - 1), "or", one] }
    expect(limit(independent(200), { maxDepth: 256 })).toEqual([["limit-exceeded", []]])
  })
})

describe("what is no query", () => {
  test("a property that throws is refused", () => {
    const group = {
      combinator: "and",
      get rules(): never {
        throw new Error("no")
      },
    }
    expect(mistakes(group)).toEqual([["syntax", [], "pass plain JSON data"]])
    const proxy = new Proxy([], {
      get() {
        throw new Error("no")
      },
    })
    expect(mistakes(all(rule("id", "in", proxy)))).toEqual([["syntax", ["rules", 0], "pass plain JSON data"]])
  })

  test("a list without an end is refused", () => {
    const endless = new Proxy([], { get: (_, name) => (name === "length" ? Infinity : 1) })
    expect(mistakes(all(rule("id", "in", endless)))).toEqual([
      ["limit-exceeded", ["rules", 0], expect.anything()],
    ])
  })

  test("what a prototype has does not count", () => {
    expect(mistakes(Object.create(all(rule("id", "=", 1))))[0]?.[0]).toBe("invalid-model")
  })
})

describe("mistakes of the program", () => {
  test.each([
    [() => fromRuleGroup({} as typeof people, all()), TypeError, "must be a schema"],
    [
      () => fromRuleGroup(people, all(), { incomplet: "skip" } as object),
      RangeError,
      "no option named incomplet",
    ],
    [() => fromRuleGroup(people, all(), { incomplete: "drop" as "skip" }), RangeError, "incomplete must be"],
    [() => fromRuleGroup(people, all(), { limits: { maxNodes: 0 } }), RangeError, "limits.maxNodes"],
  ])("%s", (call, type, message) => {
    expect(call).toThrow(type)
    expect(call).toThrow(message)
  })
})
