import { describe, expect, test } from "vitest"
import { fromMuiFilterModel, type MuiFilterOptions } from "../../src/data-grid.ts"
import { defineSchema, field } from "../../src/index.ts"
import { people } from "../conformance/people.ts"
import { outcomeOf } from "./mistakes.ts"

type Item = readonly [field: unknown, operator: unknown, value?: unknown]

const modelOf = (...items: readonly Item[]) => ({
  items: items.map(([field, operator, value], id) => ({ id, field, operator, value })),
})

const outcome = (model: unknown, options?: MuiFilterOptions<typeof people>) =>
  outcomeOf(() => fromMuiFilterModel(people, model, options))

/** What a model with one item means. A mistake has the path of the item. */
function meaningOf(item: Item, options?: MuiFilterOptions<typeof people>): unknown {
  const result = outcome(modelOf(item), options)
  if (typeof result === "string") return result
  expect(result).toEqual([[expect.any(String), ["items", 0], expect.any(String)]])
  const [[code, , message]] = result as [[string, unknown, string]]
  return `${code}: ${message}`
}

const ISO = "2024-02-29T10:30:45.123Z"

describe("an item", () => {
  test.each<readonly [Item, string]>([
    [["name", "contains", " Lee "], '{"name":{"$contains":"Lee"}}'],
    [["name", "contains", "  "], '{"name":{"$contains":""}}'],
    [["name", "equals", " Lee"], '{"name":"Lee"}'],
    [["name", "equals", " "], '{"name":""}'],
    [["name", "doesNotEqual", "Lee"], '{"name":{"$ne":"Lee"}}'],
    [["name", "startsWith", " Lee "], '{"name":{"$gte":"Lee","$lt":"Lef"}}'],
    [["name", "startsWith", "  "], '{"name":{"$gte":""}}'],
    [["label", "startsWith", "LEE"], '{"label":{"$gte":"LEE","$lt":"lef"}}'],
    [["name", "isEmpty"], '{"name":{"$in":["",null]}}'],
    [["name", "isNotEmpty"], '{"name":{"$gt":""}}'],
    [["name", "isAnyOf", ["Lee ", ""]], '{"name":{"$in":["Lee",""]}}'],
    [["company.name", "equals", "Desk"], '{"company.name":"Desk"}'],
    [["tags.name", "contains", "a"], '{"tags.name":{"$contains":"a"}}'],
    [["tags.name", "doesNotEqual", "a"], '{"tags.name":{"$ne":"a"}}'],
    [["tags.name", "isNotEmpty"], '{"tags.name":{"$gt":""}}'],
    [
      ["ref", "equals", "0193A5AB-6F3E-7000-8000-00000000000A"],
      '{"ref":"0193a5ab-6f3e-7000-8000-00000000000a"}',
    ],
    [["ref", "isEmpty"], '{"ref":null}'],
    [["secret", "isEmpty"], '{"secret":null}'],
    [["secret", "isNotEmpty"], '{"secret":{"$ne":null}}'],
    [["count", "=", 5], '{"count":5}'],
    [["count", "!=", "5"], '{"count":{"$ne":5}}'],
    [["count", ">", " 007 "], '{"count":{"$gt":7}}'],
    [["count", ">=", "9007199254740993"], '{"count":{"$gte":9007199254740993}}'],
    [["count", "<", "1e3"], '{"count":{"$lt":1000}}'],
    [["count", "<=", -5], '{"count":{"$lte":-5}}'],
    [["count", "isAnyOf", [1, "2", ""]], '{"count":{"$in":[1,2]}}'],
    [["count", "isAnyOf", [""]], '{"count":{"$in":[]}}'],
    [["count", "isEmpty"], '{"count":null}'],
    [["count", "isNotEmpty"], '{"count":{"$ne":null}}'],
    [["id", "isEmpty"], '{"$or":[]}'],
    [["id", "isNotEmpty"], "{}"],
    [["score", "=", ".5"], '{"score":0.5}'],
    [["score", ">", "-1.50e1"], '{"score":{"$gt":-15}}'],
    [["price", "=", "00.10"], '{"price":0.1}'],
    [["active", "is", "true"], '{"active":true}'],
    [["active", "is", true], '{"active":true}'],
    [["active", "is", "False"], '{"active":{"$in":[false,null]}}'],
    [["role", "is", "agent"], '{"role":"agent"}'],
    [["role", "not", { value: "agent", label: "Agent" }], '{"role":{"$ne":"agent"}}'],
    [["role", "isAnyOf", ["agent", { value: "admin" }, null]], '{"role":{"$in":["agent","admin",null]}}'],
    [["owner", "is", 5], '{"owner":5}'],
    [["owner", "isAnyOf", [5, "6"]], '{"owner":{"$in":[5,6]}}'],
    [["born", "is", "2024-02-29"], '{"born":"2024-02-29"}'],
    [["born", "is", "2024-02-29T00:00:00.000Z"], '{"born":"2024-02-29"}'],
    [["born", "before", new Date("2024-02-29")], '{"born":{"$lt":"2024-02-29"}}'],
    [["born", "not", "2024-02-29"], '{"$or":[{"born":{"$lt":"2024-02-29"}},{"born":{"$gt":"2024-02-29"}}]}'],
    [["seenAt", "after", "2024-02-29"], '{"seenAt":{"$gte":"2024-02-29T15:00:00Z"}}'],
    [["seenAt", "isEmpty"], '{"seenAt":null}'],
    [["seenAt", "isNotEmpty"], '{"seenAt":{"$ne":null}}'],
    [["tags.due", "is", "2024-02-29"], '{"tags.due":"2024-02-29"}'],
    [["tags.at", "onOrAfter", "2024-02-29"], '{"tags.at":{"$gte":"2024-02-28T15:00:00Z"}}'],
  ])("%j means %s", (item, filter) => {
    expect(meaningOf(item, { timeZone: "Asia/Tokyo" })).toBe(filter)
  })

  test.each<readonly [Item, string]>([
    [["seenAt", "is", ISO], '{"seenAt":{"$gte":"2024-02-29T10:30:00Z","$lt":"2024-02-29T10:31:00Z"}}'],
    [
      ["seenAt", "not", new Date(ISO)],
      '{"$or":[{"seenAt":{"$lt":"2024-02-29T10:30:00Z"}},{"seenAt":{"$gte":"2024-02-29T10:31:00Z"}}]}',
    ],
    [["seenAt", "after", ISO], '{"seenAt":{"$gt":"2024-02-29T10:30:00Z"}}'],
    [["seenAt", "onOrAfter", ISO], '{"seenAt":{"$gte":"2024-02-29T10:30:00Z"}}'],
    [["seenAt", "before", ISO], '{"seenAt":{"$lt":"2024-02-29T10:30:00Z"}}'],
    [["seenAt", "onOrBefore", "1969-12-31T23:59:59Z"], '{"seenAt":{"$lte":"1969-12-31T23:59:00Z"}}'],
    [
      ["seenAt", "is", "9999-12-31T23:59:00Z"],
      '{"seenAt":{"$gte":"9999-12-31T23:59:00Z","$lte":"9999-12-31T23:59:59.999999999Z"}}',
    ],
    [["seenAt", "is", ""], "{}"],
    [
      ["seenAt", "is", "2024-02-29T10:30"],
      'invalid-value: Field seenAt expects an RFC 3339 date-time, not "2024-02-29T10:30"; write 2024-02-29T12:30:00Z, 2024-02-29T12:30:00.5+01:00, or 2024-02-29 for midnight UTC',
    ],
    [
      ["seenAt", "is", 5],
      expect.stringContaining("type-mismatch: Field seenAt expects a date-time, not a number"),
    ],
    [["tags.at", "is", ISO], expect.stringContaining("two related records may satisfy two conditions")],
    [["tags.at", "after", ISO], '{"tags.at":{"$gt":"2024-02-29T10:30:00Z"}}'],
  ])("%j on a column with times means %s", (item, meaning) => {
    expect(meaningOf(item, { dateTimeFields: ["seenAt", "tags.at"] })).toEqual(meaning)
  })

  test.each<Item>([
    ...[undefined, null, "", 0, false].flatMap((value): Item[] => [
      ["name", "contains", value],
      ["name", "endsWith", value],
      ["seenAt", "is", value],
    ]),
    ["name", "isAnyOf", []],
    ["name", "isAnyOf", null],
    ["count", "=", undefined],
    ["count", "=", ""],
    ["count", "isAnyOf", []],
    ["count", "isAnyOf", ""],
    ["role", "is", ""],
    ["role", "not", null],
    ["role", "isAnyOf", []],
    ["active", "is", ""],
    ["active", "is", "any"],
  ])("with the field %s, the operator %s and the value %j is ignored, as by the grid", (...item: Item) => {
    expect(meaningOf(item)).toBe("{}")
    const or = { ...modelOf(item, ["count", "=", 1]), logicOperator: "or" }
    expect(outcome(or)).toBe('{"count":1}')
  })

  test.each<readonly [Item, string]>([
    [
      ["name", "endsWith", "a"],
      'untranslatable: No filter means exactly the same as the operator "endsWith" here; no filter finds the end of a text, and contains finds more records: remove endsWith from the filterOperators of the column',
    ],
    [
      ["name", "doesNotContain", "a"],
      "no filter finds the values that do not contain a text: remove doesNotContain",
    ],
    [["tags.name", "startsWith", "a"], "two related records might satisfy its two conditions"],
    [["tags.name", "isEmpty"], "no operator says that all have none"],
    [["name", "contains", 5], "invalid-model: This part of the model must be a string, not a number"],
    [["name", "startsWith", "\ud800"], "lone surrogate"],
    [["name", "isAnyOf", ["a", 5]], "invalid-model: This part of the model must be a string, not a number"],
    [["name", "isAnyOf", "a"], "invalid-model: This part of the model must be a list, not a string"],
    [["name", "is", "a"], 'unknown-operator: There is no operator "is"'],
    [["name", "contain", "a"], 'unknown-operator: There is no operator "contain"; did you mean "contains"?'],
    [["name", "constructor", "a"], 'unknown-operator: There is no operator "constructor"'],
    [["name", undefined, "a"], "incomplete-rule: The rule has no operator"],
    [["name", 5, "a"], "invalid-model: This part of the model must be a string, not a number"],
    [[undefined, "contains", "a"], "incomplete-rule: The rule has no field"],
    [["nam", "contains", ""], 'unknown-field: There is no field "nam" to filter by; did you mean "name"?'],
    [[5, "contains", ""], "unknown-field: A field name must be a string, not a number"],
    [["ref", "contains", "a"], "operator-not-allowed"],
    [["ref", "startsWith", "a"], "operator-not-allowed"],
    [["ref", "equals", "a"], "invalid-value"],
    [["secret", "equals", "a"], "type-mismatch"],
    [["count", "=", "abc"], "type-mismatch: Field count expects an integer, not a string"],
    [["count", "=", "."], "type-mismatch: Field count expects an integer, not a string"],
    [["count", "=", 1.5], "type-mismatch: Field count expects an integer, not a number with a fraction"],
    [["count", "=", "1.5"], "type-mismatch: Field count expects an integer, not a number with a fraction"],
    [["count", "=", Number.NaN], "type-mismatch"],
    [["count", ">", null], "the grid reads null as 0: write 0, or leave out the value"],
    [["count", "isAnyOf", [1, null]], "the grid reads null as 0: write 0, or leave out the value"],
    [["count", "isAnyOf", null], "invalid-model: This part of the model must be a list, not null"],
    [["score", "=", "abc"], "type-mismatch"],
    [["active", "is", "yes"], "type-mismatch"],
    [["role", "is", "guest"], "invalid-value"],
    [["role", "is", {}], "type-mismatch"],
    [["owner", "is", [5]], "type-mismatch"],
    [["born", "is", "2024-02-30"], "invalid-value: Field born expects a date"],
    [["born", "is", ISO], "invalid-value: Field born expects a date without a time"],
    [
      ["born", "is", new Date(Number.NaN)],
      "invalid-model: This part of the model must be a string, not an invalid Date",
    ],
    [["born", "is", 5], "invalid-model: This part of the model must be a string, not a number"],
    [["seenAt", "is", "2024-02-29"], "pass the option timeZone"],
    [["tags.at", "is", "2024-02-29"], "pass the option timeZone"],
  ])("%j is refused: %s", (item, mistake) => {
    expect(meaningOf(item)).toContain(mistake)
  })

  test("that is no object is refused", () => {
    expect(outcome({ items: [5] })).toEqual([
      ["invalid-model", ["items", 0], "This part of the model must be an object, not a number"],
    ])
  })

  test("on fields that always have a value or support less", () => {
    const schema = defineSchema({
      title: field.string({ nullable: false }),
      done: field.boolean({ nullable: false }),
      code: field.string({ operators: ["$eq"] }),
    })
    const meaning = (...item: Item) => outcomeOf(() => fromMuiFilterModel(schema, modelOf(item)))
    expect(meaning("title", "isEmpty")).toBe('{"title":""}')
    expect(meaning("title", "isNotEmpty")).toBe('{"title":{"$gt":""}}')
    expect(meaning("done", "is", "false")).toBe('{"done":false}')
    // Only strings have prefixes.
    expect(meaning("code", "startsWith", "a")).toEqual([
      ["operator-not-allowed", ["items", 0], expect.stringContaining("$gte")],
    ])
  })
})

describe("a model", () => {
  test("joins its items", () => {
    const items = modelOf(["count", "=", 1], ["name", "contains", "a"], ["name", "contains", ""])
    expect(outcome(items)).toBe('{"count":1,"name":{"$contains":"a"}}')
    expect(outcome({ ...items, logicOperator: "and" })).toBe('{"count":1,"name":{"$contains":"a"}}')
    expect(outcome({ ...items, logicOperator: "or" })).toBe(
      '{"$or":[{"count":1},{"name":{"$contains":"a"}}]}',
    )
  })

  test("has an id for each item, or none: the grid uses the last of those with the same id", () => {
    const ids = (...ids: unknown[]) => ({
      items: ids.map((id, n) => ({ id, field: "count", operator: "=", value: n })),
      logicOperator: "or",
    })
    const repeated = (i: number) => [
      "untranslatable",
      ["items", i],
      expect.stringMatching(/"=" here; an item before has the same id, .*: give each item an id of its own$/),
    ]
    expect(outcome(ids(1, 2, 1))).toEqual([repeated(2)])
    expect(outcome(ids("a", "b", "b", "a"))).toEqual([repeated(2), repeated(3)])
    expect(outcome(ids(1, "1"))).toEqual([repeated(1)])
    expect(outcome({ ...ids(1, 1), logicOperator: "and" })).toEqual([repeated(1)])
    for (const id of [undefined, null]) expect(outcome(ids(id, id))).toBe('{"$or":[{"count":0},{"count":1}]}')
    expect(outcome(ids({}))).toEqual([
      ["invalid-model", ["items", 0], "This part of the model must be a string, not an object"],
    ])
    // The grid ignores the first item.
    const ignored = [{ id: 1, field: "count", operator: "=" }, ...ids(1).items]
    expect(outcome({ items: ignored })).toBe('{"count":0}')
  })

  test("matches everything if it has no item that is complete", () => {
    expect(outcome({ items: [] })).toBe("{}")
    expect(
      outcome({ items: [], logicOperator: "or", quickFilterValues: [], quickFilterLogicOperator: "or" }),
    ).toBe("{}")
  })

  test("has every mistake with its path", () => {
    const model = { ...modelOf(["nam", "=", 1], ["count", "=", 1], ["count", "is", 1]), logicOperator: "xor" }
    expect(outcome({ ...model, quickFilterLogicOperator: 5, quickFilterValues: "a" })).toEqual([
      ["unknown-operator", ["logicOperator"], 'There is no operator "xor"; did you mean "or"?'],
      ["unknown-field", ["items", 0], expect.stringContaining('"nam"')],
      ["unknown-operator", ["items", 2], 'There is no operator "is"'],
      [
        "invalid-model",
        ["quickFilterLogicOperator"],
        "This part of the model must be a string, not a number",
      ],
      ["invalid-model", ["quickFilterValues"], "This part of the model must be a list, not a string"],
    ])
  })

  test.each([
    [undefined, [], "This part of the model must be an object, not undefined"],
    ["{}", [], "This part of the model must be an object, not a string"],
    [[], [], "This part of the model must be an object, not a list"],
    [{}, ["items"], "This part of the model must be a list, not undefined"],
    [{ items: {} }, ["items"], "This part of the model must be a list, not an object"],
  ])("must be a model: %j", (model, path, message) => {
    expect(outcome(model)).toEqual([["invalid-model", path, message]])
  })

  test("is limited", () => {
    const limits = (limits: MuiFilterOptions["limits"] & object) => ({ limits })
    const many = modelOf(["count", "=", 1], ["count", "=", 2], ["name", "isAnyOf", ["a", "b", "c"]])
    expect(outcome(many, limits({ maxNodes: 3 }))).toEqual([
      ["limit-exceeded", ["items", 2], expect.stringContaining("more than 3 names")],
    ])
    expect(outcome(many, limits({ maxNodes: 4 }))).toEqual(expect.any(String))
    expect(outcome(many, limits({ maxListLength: 2 }))).toEqual([
      ["limit-exceeded", ["items"], expect.stringContaining("more than 2 items")],
    ])
    expect(outcome(many, limits({ maxDepth: 1 }))).toEqual([
      ["limit-exceeded", ["items", 0], expect.stringContaining("deeper than 1 levels")],
    ])
    const prefix = modelOf(["name", "startsWith", "a".repeat(100)])
    expect(outcome(prefix, limits({ maxLength: 90 }))).toEqual([
      ["limit-exceeded", ["items", 0], expect.stringContaining("longer than 90")],
    ])
    const quick = { items: [], quickFilterValues: ["a", "b"] }
    expect(outcome(quick, { ...limits({ maxNodes: 2 }), quickFilterFields: ["name"] })).toEqual([
      ["limit-exceeded", ["quickFilterValues", 1], expect.stringContaining("more than 2 names")],
    ])
    // A value counts for each field.
    const two = { quickFilterFields: ["name", "label"] } as const
    expect(outcome(quick, { ...limits({ maxNodes: 4 }), ...two })).toEqual([
      ["limit-exceeded", ["quickFilterValues", 1], expect.stringContaining("more than 4 names")],
    ])
    expect(outcome(quick, { ...limits({ maxNodes: 5 }), ...two })).toEqual(expect.any(String))
    expect(outcome(quick, { ...limits({ maxNodes: 2 }), quickFilterFields: [] })).toEqual([
      ["limit-exceeded", ["quickFilterValues", 1], expect.stringContaining("more than 2 names")],
    ])
    const related = modelOf(["tags.name", "equals", "a"], ["tags.name", "equals", "b"])
    expect(outcome(related, limits({ maxRelationConditions: 1 }))).toEqual([
      ["limit-exceeded", ["items", 1], expect.stringContaining("relations to many")],
    ])
  })
})

describe("the quick filter", () => {
  const options = { quickFilterFields: ["name", "tags.name"] } as const
  const quick = (values: unknown, operator?: string) => ({
    items: [],
    quickFilterValues: values,
    quickFilterLogicOperator: operator,
  })

  test("finds every value in some field", () => {
    expect(outcome(quick(["a"]), options)).toBe(
      '{"$or":[{"name":{"$contains":"a"}},{"tags.name":{"$contains":"a"}}]}',
    )
    expect(outcome(quick(["a", "b"]), { quickFilterFields: ["name"] })).toBe(
      '{"name":{"$contains":"a"},"$and":[{"name":{"$contains":"b"}}]}',
    )
    expect(outcome(quick(["a", "b"], "or"), { quickFilterFields: ["name"] })).toBe(
      '{"$or":[{"name":{"$contains":"a"}},{"name":{"$contains":"b"}}]}',
    )
    expect(outcome({ ...quick(["a"]), ...modelOf(["count", "=", 1]) }, { quickFilterFields: ["name"] })).toBe(
      '{"count":1,"name":{"$contains":"a"}}',
    )
  })

  test("has blank values that no column has, unless all are blank", () => {
    expect(outcome(quick(undefined))).toBe("{}")
    expect(outcome(quick(null))).toBe("{}")
    expect(outcome(quick(["", null]))).toBe("{}")
    expect(outcome(quick(["a", ""], "or"), { quickFilterFields: ["name"] })).toBe(
      '{"name":{"$contains":"a"}}',
    )
    const nothing = outcome(quick(["a", ""]), { quickFilterFields: ["name"] })
    expect(nothing).toBe('{"name":{"$contains":"a"},"$or":[]}')
  })

  test("finds nothing without fields", () => {
    expect(outcome(quick(["a"]), { quickFilterFields: [] })).toBe('{"$or":[]}')
  })

  test("is refused without the option, and with values that are no texts", () => {
    expect(outcome(quick(["a"]))).toEqual([
      [
        "untranslatable",
        ["quickFilterValues"],
        'No filter means exactly the same as the operator "quick filter" here; the model does not say in which columns to look: pass the option quickFilterFields, the names of text fields',
      ],
    ])
    expect(outcome(quick(["a", 5]), options)).toEqual([
      ["invalid-model", ["quickFilterValues", 1], "This part of the model must be a string, not a number"],
    ])
  })
})

test.each<[unknown, string]>([
  [{ quickFilterFields: "name" }, "quickFilterFields must be a list of field names, not a string"],
  [{ quickFilterFields: null }, "quickFilterFields must be a list of field names, not null"],
  [{ quickFilterFields: ["nam"] }, 'quickFilterFields lists "nam", but there is no such field'],
  [{ quickFilterFields: [5] }, "quickFilterFields lists a number, but there is no such field"],
  [{ quickFilterFields: ["count"] }, "quickFilterFields lists count, which is not a text"],
  [{ dateTimeFields: ["born"] }, "dateTimeFields lists born, which is not a date-time"],
  [{ timeZone: "Mars" }, 'timeZone must be the name of a time zone, such as "Europe/Paris", not "Mars"'],
  [{ limits: { maxNodes: 0 } }, "limits.maxNodes must be a positive integer"],
])("the options %j are a mistake of the program", (options, message) => {
  expect(() => fromMuiFilterModel(people, { items: [] }, options as MuiFilterOptions<typeof people>)).toThrow(
    new RangeError(message),
  )
})

test("a first argument that is no schema is a mistake of the program", () => {
  expect(() => fromMuiFilterModel({} as typeof people, { items: [] })).toThrow(TypeError)
})
