import { expect, test } from "vitest"
import { type ColumnFilterOptions, fromColumnFilters } from "../../src/data-grid.ts"
import { people } from "../conformance/people.ts"
import { outcomeOf } from "./mistakes.ts"

const outcome = (filters: unknown, options?: ColumnFilterOptions) =>
  outcomeOf(() => fromColumnFilters(people, filters, options))

/** What one column filter means. A mistake has its path. */
function meaningOf(id: unknown, value: unknown, options?: ColumnFilterOptions): unknown {
  const result = outcome([{ id, value }], options)
  if (typeof result === "string") return result
  expect(result).toEqual([[expect.any(String), [0], expect.any(String)]])
  const [[code, , message]] = result as [[string, unknown, string]]
  return `${code}: ${message}`
}

test.each<[string, unknown, string]>([
  ["name", " Lee", '{"name":{"$contains":" Lee"}}'],
  ["tags.name", "a", '{"tags.name":{"$contains":"a"}}'],
  ["count", 5, '{"count":5}'],
  ["count", "05", '{"count":5}'],
  ["count", [1, 3], '{"count":{"$gte":1,"$lte":3}}'],
  ["count", ["3", "1"], '{"count":{"$gte":1,"$lte":3}}'],
  ["count", [2, 2], '{"count":{"$gte":2,"$lte":2}}'],
  [
    "count",
    ["9007199254740993", "9007199254740992"],
    '{"count":{"$gte":9007199254740992,"$lte":9007199254740993}}',
  ],
  ["count", [1, ""], '{"count":{"$gte":1}}'],
  ["count", [1], '{"count":{"$gte":1}}'],
  ["count", [null, 3], '{"count":{"$lte":3}}'],
  ["tags.rank", [undefined, 3], '{"tags.rank":{"$lte":3}}'],
  ["score", [".5", 2], '{"score":{"$gte":0.5,"$lte":2}}'],
  ["price", ["10.00", "9.5"], '{"price":{"$gte":9.5,"$lte":10}}'],
  ["active", true, '{"active":true}'],
  ["active", "false", '{"active":false}'],
  ["role", "agent", '{"role":"agent"}'],
  ["role", ["agent", "admin"], '{"role":{"$in":["agent","admin"]}}'],
  ["role", ["agent", null], '{"role":{"$in":["agent",null]}}'],
  ["owner", "5", '{"owner":5}'],
  ["owner", [5, "6"], '{"owner":{"$in":[5,6]}}'],
  ["ref", "0193A5AB-6F3E-7000-8000-00000000000A", '{"ref":"0193a5ab-6f3e-7000-8000-00000000000a"}'],
  ["born", "2024-02-29", '{"born":"2024-02-29"}'],
  ["born", ["2024-02-29", "2024-02-01"], '{"born":{"$gte":"2024-02-01","$lte":"2024-02-29"}}'],
  ["seenAt", "2024-02-29", '{"seenAt":{"$gte":"2024-02-28T15:00:00Z","$lt":"2024-02-29T15:00:00Z"}}'],
  ["seenAt", " 2024-02-29", '{"seenAt":{"$gte":"2024-02-28T15:00:00Z","$lt":"2024-02-29T15:00:00Z"}}'],
  ["seenAt", ["2024-02-29\n", ""], '{"seenAt":{"$gte":"2024-02-28T15:00:00Z"}}'],
  ["born", [" 2024-02-29 ", ""], '{"born":{"$gte":"2024-02-29"}}'],
  ["seenAt", "2024-02-29T10:30:00+01:00", '{"seenAt":"2024-02-29T09:30:00Z"}'],
  ["seenAt", new Date("2024-02-29"), '{"seenAt":"2024-02-29T00:00:00Z"}'],
  [
    "seenAt",
    ["2024-02-28", "2024-02-29"],
    '{"seenAt":{"$gte":"2024-02-27T15:00:00Z","$lt":"2024-02-29T15:00:00Z"}}',
  ],
  [
    "seenAt",
    ["2024-02-29", "2024-02-28"],
    '{"seenAt":{"$gte":"2024-02-27T15:00:00Z","$lt":"2024-02-29T15:00:00Z"}}',
  ],
  [
    "seenAt",
    ["2024-02-29T10:00:00Z", new Date("2024-02-28")],
    '{"seenAt":{"$gte":"2024-02-28T00:00:00Z","$lte":"2024-02-29T10:00:00Z"}}',
  ],
  // From an instant up to the end of its day, and from the begin of the day to it.
  [
    "seenAt",
    ["2024-02-29T10:00:00Z", "2024-02-29"],
    '{"seenAt":{"$gte":"2024-02-29T10:00:00Z","$lt":"2024-02-29T15:00:00Z"}}',
  ],
  [
    "seenAt",
    ["2024-02-29", "2024-02-29T10:00:00Z"],
    '{"seenAt":{"$gte":"2024-02-28T15:00:00Z","$lte":"2024-02-29T10:00:00Z"}}',
  ],
  // The day ends where the instant begins: this is from the day to the instant.
  [
    "seenAt",
    ["2024-02-29T15:00:00Z", "2024-02-29"],
    '{"seenAt":{"$gte":"2024-02-28T15:00:00Z","$lte":"2024-02-29T15:00:00Z"}}',
  ],
  [
    "seenAt",
    ["2024-02-29", "2024-02-28T15:00:00Z"],
    '{"seenAt":{"$gte":"2024-02-28T15:00:00Z","$lte":"2024-02-28T15:00:00Z"}}',
  ],
  ["tags.at", ["", "2024-02-29"], '{"tags.at":{"$lt":"2024-02-29T15:00:00Z"}}'],
  ["tags.due", ["2024-02-29"], '{"tags.due":{"$gte":"2024-02-29"}}'],
])("%s with the value %j means %s", (id, value, filter) => {
  expect(meaningOf(id, value, { timeZone: "Asia/Tokyo" })).toBe(filter)
})

test.each([
  [["2011-12-31", "2011-12-30"], '{"seenAt":{"$gte":"2011-12-30T10:00:00Z","$lt":"2011-12-31T10:00:00Z"}}'],
  [["2011-12-30", "2011-12-31"], '{"seenAt":{"$gte":"2011-12-30T10:00:00Z","$lt":"2011-12-31T10:00:00Z"}}'],
  [["2011-12-30", "2011-12-30"], '{"seenAt":{"$gte":"2011-12-30T10:00:00Z","$lt":"2011-12-30T10:00:00Z"}}'],
])("the range %j with the day that Apia skipped means %s", (value, filter) => {
  expect(meaningOf("seenAt", value, { timeZone: "Pacific/Apia" })).toBe(filter)
})

test.each<[string, unknown]>([
  ...["name", "count", "active", "role", "born", "secret"].flatMap((name) =>
    [undefined, null, ""].map((value): [string, unknown] => [name, value]),
  ),
  ["count", []],
  ["count", ["", null]],
  ["count", [undefined]],
  ["seenAt", ["", ""]],
  ["role", []],
])("%s with the blank value %j is ignored, as by the table", (id, value) => {
  expect(meaningOf(id, value)).toBe("{}")
})

test.each<[unknown, unknown, string]>([
  ["nam", "a", 'unknown-field: There is no field "nam" to filter by; did you mean "name"?'],
  ["nam", "", "unknown-field"],
  [undefined, "a", "incomplete-rule: The rule has no field"],
  [5, "a", "unknown-field: A field name must be a string, not a number"],
  ["name", ["a"], "type-mismatch"],
  ["name", 5, "type-mismatch"],
  ["count", "abc", "type-mismatch: Field count expects an integer, not a string"],
  ["count", ["abc", 3], "type-mismatch: Field count expects an integer, not a string"],
  ["count", [1, "5abc"], "type-mismatch: Field count expects an integer, not a string"],
  ["count", [1, 2, 3], "a range has two ends: [min, max]"],
  ["count", [1, [2]], "type-mismatch"],
  ["tags.rank", [1, 3], "two related records may satisfy two conditions"],
  ["active", "yes", "type-mismatch"],
  ["active", [true], "type-mismatch"],
  ["role", "guest", "invalid-value"],
  ["role", [undefined], "type-mismatch"],
  ["secret", "a", "type-mismatch"],
  ["ref", "a", "invalid-value"],
  ["born", ["2024-02-30", ""], "invalid-value: Field born expects a date"],
  ["born", "2024-02-29T10:00:00Z", "invalid-value: Field born expects a date without a time"],
  ["born", new Date("2024-02-29"), "type-mismatch: Field born expects a date, not a Date"],
  ["seenAt", "2024-02-29", "pass the option timeZone"],
  ["seenAt", "2024-02-29 ", "pass the option timeZone"],
  ["seenAt", ["2024-02-29", ""], "pass the option timeZone"],
  ["seenAt", ["2024-02-29T00:00:00Z", "2024-02-29"], "pass the option timeZone"],
  ["seenAt", ["2024-02-29T00:00", ""], "invalid-value"],
  [
    "tags.at",
    ["2024-02-28T00:00:00Z", "2024-02-29T00:00:00Z"],
    "two related records may satisfy two conditions",
  ],
])("%s with the value %j is refused: %s", (id, value, mistake) => {
  expect(meaningOf(id, value)).toContain(mistake)
})

test("column filters are joined, and have every mistake with its path", () => {
  expect(
    outcome([
      { id: "name", value: "a" },
      { id: "count", value: "" },
      { id: "count", value: [1, ""] },
    ]),
  ).toBe('{"name":{"$contains":"a"},"count":{"$gte":1}}')
  expect(outcome([])).toBe("{}")
  expect(outcome([{ id: "nam", value: 1 }, 5, { id: "count", value: "a" }])).toEqual([
    ["unknown-field", [0], expect.any(String)],
    ["invalid-model", [1], "This part of the model must be an object, not a number"],
    ["type-mismatch", [2], expect.any(String)],
  ])
  expect(outcome({})).toEqual([["invalid-model", [], "This part of the model must be a list, not an object"]])
  expect(outcome(undefined)).toEqual([
    ["invalid-model", [], "This part of the model must be a list, not undefined"],
  ])
})

test("column filters are limited", () => {
  const filters = [
    { id: "count", value: 1 },
    { id: "role", value: ["agent", "admin", null] },
  ]
  expect(outcome(filters, { limits: { maxNodes: 2 } })).toEqual([
    ["limit-exceeded", [1], expect.stringContaining("more than 2 names")],
  ])
  expect(outcome(filters, { limits: { maxListLength: 2 } })).toEqual([
    ["limit-exceeded", [1], expect.stringContaining("more than 2 items")],
  ])
  expect(outcome(filters, { limits: { maxNodes: 3, maxListLength: 3 } })).toEqual(expect.any(String))
})

test("mistakes of the program", () => {
  expect(() => fromColumnFilters(people, [], { timeZone: "Mars" })).toThrow(RangeError)
  expect(() => fromColumnFilters(people, [], { limits: { maxDepth: 0 } })).toThrow(RangeError)
  expect(() => fromColumnFilters({} as typeof people, [])).toThrow(TypeError)
})

test("a mistake names the function of the table that the field stands for", () => {
  const found = (id: string, value: unknown) => outcome([{ id, value }])
  expect(found("count", [1, 2, 3])).toEqual([
    ["untranslatable", [0], expect.stringContaining('the operator "inNumberRange" here')],
  ])
  expect(found("seenAt", "2024-02-29")).toEqual([
    ["untranslatable", [0], expect.stringContaining('the operator "inDateRange" here')],
  ])
})
