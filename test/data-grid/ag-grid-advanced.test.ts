import { describe, expect, test } from "vitest"
import { read } from "./ag-grid.ts"

const rule = (filterType: unknown, colId: unknown, type: unknown, filter?: unknown, filterTo?: unknown) => ({
  filterType,
  colId,
  type,
  filter,
  filterTo,
})
const join = (type: unknown, ...conditions: unknown[]) => ({ filterType: "join", type, conditions })
const set = (colId: unknown, type: unknown, ...values: unknown[]) => ({
  filterType: "set",
  colId,
  type,
  values,
})

describe("an advanced filter", () => {
  test.each([
    [rule("text", "name", "contains", "a"), '{"name":{"$contains":"a"}}'],
    [rule("number", "score", "inRange", 1, 2), '{"score":{"$gt":1,"$lt":2}}'],
    [rule("bigint", "count", "equals", "9007199254740993"), '{"count":9007199254740993}'],
    [rule("boolean", "active", "true"), '{"active":true}'],
    [rule("boolean", "active", "blank"), '{"active":null}'],
    [rule("dateTime", "seenAt", "blank"), '{"seenAt":null}'],
    [rule("dateTimeString", "seenAt", "notBlank"), '{"seenAt":{"$ne":null}}'],
    [rule("date", "born", "lessThan", "2024-02-29"), '{"born":{"$lt":"2024-02-29"}}'],
    [
      rule("dateString", "born", "inRange", "2024-02-01", "2024-02-29"),
      '{"born":{"$gt":"2024-02-01","$lt":"2024-02-29"}}',
    ],
    [set("role", "isAnyOf", "agent", null), '{"role":{"$in":["agent",null]}}'],
    [set("role", "isNoneOf", "agent"), '{"role":{"$nin":["agent"]}}'],
    [
      join(
        "OR",
        rule("text", "name", "equals", "a"),
        join("AND", set("role", "isAnyOf", "agent"), rule("number", "score", "lessThan", 1)),
      ),
      '{"$or":[{"name":"a"},{"role":{"$in":["agent"]},"score":{"$lt":1}}]}',
    ],
    [join("AND", rule("text", "name", "equals", "a")), '{"name":"a"}'],
  ])("%j", (model, expected) => {
    expect(read(model)).toBe(expected)
  })

  test.each([
    [rule("text", undefined, "equals", "a"), "[] incomplete-rule: choose a field, or remove the rule"],
    [rule("text", 5, "equals", "a"), "[] unknown-field: A field name must be a string, not a number"],
    [rule("text", "nam", "equals", "a"), '[] unknown-field: did you mean "name"?'],
    [rule("text", "name", undefined, "a"), "[] incomplete-rule: choose an operator, or remove the rule"],
    [rule("text", "name", 5, "a"), "[] invalid-model: This part of the model must be a string, not a number"],
    [rule("text", "name", "equals"), "[] incomplete-rule: write a value, or remove the rule"],
    [rule("boolean", "active", "equals", true), '[] unknown-operator: There is no operator "equals"'],
    [
      rule("dateTime", "seenAt", "equals", "2024-02-29 10:00:00"),
      "[] untranslatable: it has a time of the browser's clock without an offset from UTC: filter by whole days",
    ],
    [
      rule("object", "name", "contains", "a"),
      '[] untranslatable: a filter "object" does not fit field name of type string',
    ],
    [
      rule("toString", "name", "contains", "a"),
      '[] untranslatable: a filter "toString" does not fit field name of type string',
    ],
    ...[
      rule("number", "score", "inRange", 2, 1),
      rule("number", "score", "inRange", 1, 1),
      rule("bigint", "count", "inRange", "9007199254740993", "9007199254740992"),
      rule("date", "born", "inRange", "2024-02-29", "2024-02-28 00:00:00"),
      rule("date", "born", "inRange", "2024-02-29 00:00:00", "2024-02-29"),
    ].map((model): [unknown, string] => [
      model,
      "[] untranslatable: the first value is not less than the second, and the advanced filter of AG Grid ignores such a rule: swap the values",
    ]),
    [set("role", "isAnyOf"), "[] incomplete-rule: write a value, or remove the rule"],
    [set("role", "isAllOf", "agent"), '[] unknown-operator: did you mean "isAnyOf"?'],
    [set("role", undefined, "agent"), "[] incomplete-rule: choose an operator, or remove the rule"],
    [
      set("name", "isNoneOf", null),
      "[] untranslatable: AG Grid counts a text of white space as blank too, and no filter finds all such texts",
    ],
    [join("AND"), "[] incomplete-rule: add a rule, or remove the group"],
    [join("NOT", rule("text", "name", "equals", "a")), '[] unknown-operator: did you mean "OR"?'],
    [
      join(undefined, rule("text", "name", "equals", "a")),
      "[] incomplete-rule: choose an operator, or remove the rule",
    ],
    [
      { filterType: "join", type: "AND" },
      '["conditions"] invalid-model: This part of the model must be a list, not undefined',
    ],
  ])("%j is refused", (model, expected) => {
    expect(read(model)).toEqual([expected])
  })

  test("a range of days is in order in the zone, and two days that follow each other have none between them", () => {
    const between = (from: string, to: string) =>
      read(rule("date", "seenAt", "inRange", from, to), { timeZone: "Asia/Tokyo" })
    expect(between("2024-02-28", "2024-02-29")).toBe(
      '{"seenAt":{"$gte":"2024-02-28T15:00:00Z","$lt":"2024-02-28T15:00:00Z"}}',
    )
    expect(between("2024-02-29", "2024-02-28").toString()).toMatch(/the first value is not less/)
    // The grid keeps no row for this filter of a column.
    expect(read({ score: { filterType: "number", type: "inRange", filter: 2, filterTo: 1 } })).toBe(
      '{"score":{"$gt":2,"$lt":1}}',
    )
  })

  test("has a path to each mistake", () => {
    const model = join(
      "OR",
      rule("text", "name", "blank"),
      join("AND", rule(5, "name", "equals", "a"), null, rule("text", "name", "equals", "a")),
    )
    expect(read(model)).toEqual([
      '["conditions",0] untranslatable: AG Grid counts a text of white space as blank too, and no filter finds all such texts',
      '["conditions",1,"conditions",0] invalid-model: This part of the model must be a string, not a number',
      '["conditions",1,"conditions",1] invalid-model: This part of the model must be an object, not null',
    ])
  })

  test("does not exhaust the stack", () => {
    let model: unknown = rule("text", "name", "equals", "a")
    for (let depth = 0; depth < 100_000; depth++) model = join("AND", model)
    expect(read(model).toString()).toMatch(/limit-exceeded/)
  })
})
