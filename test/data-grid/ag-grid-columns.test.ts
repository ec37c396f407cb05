import { describe, expect, test } from "vitest"
import { read } from "./ag-grid.ts"

const BLANK = "AG Grid counts a text of white space as blank too, and no filter finds all such texts"
const EACH =
  "on a relation to many, each condition is tested for itself: two related records may satisfy two conditions"

const text = (type: string, filter?: unknown) => ({ filterType: "text", type, filter })
const number = (type: string, filter?: unknown, filterTo?: unknown) => ({
  filterType: "number",
  type,
  filter,
  filterTo,
})
const date = (type: string, dateFrom?: unknown, dateTo?: unknown) => ({
  filterType: "date",
  type,
  dateFrom,
  dateTo,
})
const set = (...values: unknown[]) => ({ filterType: "set", values })

describe("a text filter", () => {
  test.each([
    [{ name: text("contains", "a%") }, '{"name":{"$contains":"a%"}}'],
    [{ name: text("equals", " Al ") }, '{"name":" Al "}'],
    [{ name: text("notEqual", "Al") }, '{"name":{"$ne":"Al"}}'],
    [{ name: text("startsWith", "Al") }, '{"name":{"$gte":"Al","$lt":"Am"}}'],
    [{ label: text("startsWith", "AL") }, '{"label":{"$gte":"AL","$lt":"am"}}'],
    [{ role: text("equals", "agent") }, '{"role":"agent"}'],
    [{ role: text("notEqual", "agent") }, '{"role":{"$ne":"agent"}}'],
    [{ role: text("blank") }, '{"role":null}'],
    [{ role: text("notBlank") }, '{"role":{"$ne":null}}'],
    [
      { ref: text("equals", "6BA7B810-9DAD-11D1-80B4-00C04FD430C8") },
      '{"ref":"6ba7b810-9dad-11d1-80b4-00c04fd430c8"}',
    ],
    [{ "tags.name": text("contains", "a") }, '{"tags.name":{"$contains":"a"}}'],
    [{ "tags.name": text("notEqual", "a") }, '{"tags.name":{"$ne":"a"}}'],

    [{ "company.name": text("equals", "a") }, '{"company.name":"a"}'],
  ])("%j", (model, expected) => {
    expect(read(model)).toBe(expected)
  })

  test.each([
    [
      { name: text("notContains", "a") },
      "untranslatable: no filter says that a text does not contain another: leave it out of the column's filterOptions",
    ],
    [
      { name: text("endsWith", "a") },
      "untranslatable: no filter finds the end of a text: use contains, which finds the text anywhere",
    ],
    [{ name: text("blank") }, `untranslatable: ${BLANK}`],
    [{ name: text("notBlank") }, `untranslatable: ${BLANK}`],
    [{ name: text("contains", "") }, "incomplete-rule: write a value, or remove the rule"],
    [{ name: text("equals") }, "incomplete-rule: write a value, or remove the rule"],
    [{ name: text("empty") }, "incomplete-rule: choose an operator, or remove the rule"],
    [{ name: text("startWith", "a") }, 'unknown-operator: did you mean "startsWith"?'],
    [{ name: text("toString", "a") }, 'unknown-operator: did you mean "contains"?'],
    [{ name: text("today") }, 'unknown-operator: There is no operator "today"'],
    [{ name: text("startsWith", 5) }, "invalid-model: This part of the model must be a string, not a number"],
    [{ name: text("contains", 5) }, "type-mismatch: write it in double quotes"],
  ])("%j is refused", (model, expected) => {
    expect(read(model)).toEqual([`["name"] ${expected}`])
  })

  test("on other fields is refused", () => {
    expect(read({ id: text("equals", "1") })).toEqual([
      '["id"] untranslatable: a filter "text" does not fit field id of type integer',
    ])
    expect(read({ secret: text("blank") })).toEqual([
      '["secret"] untranslatable: a filter "text" does not fit field secret of type opaque',
    ])
    expect(read({ "tags.name": text("startsWith", "a") })).toEqual([
      '["tags.name"] untranslatable: two related records might satisfy its two conditions, one each: on a relation to many, use an operator with one condition',
    ])
    expect(read({ "tags.ref": text("blank") })).toEqual([
      '["tags.ref"] untranslatable: null matches if some related record has no value, and no operator says that all have none',
    ])
  })
})

describe("a filter of booleans", () => {
  test.each([
    [{ active: text("true") }, '{"active":true}'],
    [{ active: text("false") }, '{"active":false}'],
    [{ active: text("blank") }, '{"active":null}'],
    [{ active: text("notBlank") }, '{"active":{"$ne":null}}'],
  ])("%j", (model, expected) => {
    expect(read(model)).toBe(expected)
  })
})

describe("a number filter", () => {
  test.each([
    [{ score: number("equals", 1.5) }, '{"score":1.5}'],
    [{ score: number("notEqual", 1.5) }, '{"score":{"$ne":1.5},"$and":[{"score":{"$ne":null}}]}'],
    [{ id: number("notEqual", 1) }, '{"id":{"$ne":1}}'],
    [{ score: number("greaterThan", 0) }, '{"score":{"$gt":0}}'],
    [{ score: number("greaterThanOrEqual", 0) }, '{"score":{"$gte":0}}'],
    [{ score: number("lessThan", -1) }, '{"score":{"$lt":-1}}'],
    [{ score: number("lessThanOrEqual", 1) }, '{"score":{"$lte":1}}'],
    [{ score: number("inRange", 1, 2) }, '{"score":{"$gt":1,"$lt":2}}'],
    [{ score: number("blank") }, '{"score":null}'],
    [{ score: number("notBlank") }, '{"score":{"$ne":null}}'],
    [{ price: number("equals", 0.1) }, '{"price":0.1}'],
    [{ owner: number("equals", 7) }, '{"owner":7}'],
    [{ id: number("blank") }, '{"$or":[]}'],
    [{ id: number("notBlank") }, "{}"],
    [{ "tags.rank": number("notBlank") }, '{"tags.rank":{"$gte":-9223372036854775808}}'],
    [{ "tags.rank": number("lessThan", 7) }, '{"tags.rank":{"$lt":7}}'],
    [
      { count: { filterType: "bigint", type: "equals", filter: "9007199254740993" } },
      '{"count":9007199254740993}',
    ],
    [
      { count: { filterType: "bigint", type: "inRange", filter: "1", filterTo: "3" } },
      '{"count":{"$gt":1,"$lt":3}}',
    ],
  ])("%j", (model, expected) => {
    expect(read(model)).toBe(expected)
  })

  test.each([
    [number("equals", "5"), "untranslatable: a number filter compares with a number, not with a string"],
    [number("equals"), "incomplete-rule: write a value, or remove the rule"],
    [number("inRange", 1, null), "incomplete-rule: write a value, or remove the rule"],
    [number("today"), 'unknown-operator: There is no operator "today"'],
    [
      { filterType: "bigint", type: "equals", filter: "1" },
      'untranslatable: a filter "bigint" does not fit field score of type number',
    ],
  ])("%j is refused", (model, expected) => {
    expect(read({ score: model })).toEqual([`["score"] ${expected}`])
  })

  test("is refused where two related records may satisfy it", () => {
    expect(read({ "tags.rank": number("inRange", 1, 2) })).toEqual([`["tags.rank"] untranslatable: ${EACH}`])
    expect(read({ "tags.rank": number("notEqual", 1) })).toEqual([`["tags.rank"] untranslatable: ${EACH}`])
  })
})

describe("a date filter", () => {
  const zone = { timeZone: "America/New_York" }

  test.each([
    [{ born: date("equals", "2024-02-29 00:00:00") }, '{"born":"2024-02-29"}'],
    [{ born: date("equals", "2024-02-29T00:00:00") }, '{"born":"2024-02-29"}'],
    [{ born: date("equals", "2024-02-29") }, '{"born":"2024-02-29"}'],
    [
      { born: date("notEqual", "2024-02-29") },
      '{"$or":[{"born":{"$lt":"2024-02-29"}},{"born":{"$gt":"2024-02-29"}}]}',
    ],
    [{ born: date("greaterThan", "2024-02-29") }, '{"born":{"$gt":"2024-02-29"}}'],
    [{ born: date("greaterThanOrEqual", "2024-02-29") }, '{"born":{"$gte":"2024-02-29"}}'],
    [{ born: date("lessThan", "2024-02-29") }, '{"born":{"$lt":"2024-02-29"}}'],
    [{ born: date("lessThanOrEqual", "2024-02-29") }, '{"born":{"$lte":"2024-02-29"}}'],
    [
      { born: date("inRange", "2024-02-01", "2024-02-29") },
      '{"born":{"$gt":"2024-02-01","$lt":"2024-02-29"}}',
    ],
    [{ born: date("blank") }, '{"born":null}'],
    [{ born: date("notBlank") }, '{"born":{"$ne":null}}'],
    [{ "tags.due": date("equals", "2024-02-29") }, '{"tags.due":"2024-02-29"}'],
  ])("%j", (model, expected) => {
    expect(read(model)).toBe(expected)
  })

  test.each([
    [
      date("equals", "2024-02-29 00:00:00"),
      '{"seenAt":{"$gte":"2024-02-29T05:00:00Z","$lt":"2024-03-01T05:00:00Z"}}',
    ],
    [date("lessThan", "2024-02-29"), '{"seenAt":{"$lt":"2024-02-29T05:00:00Z"}}'],
    [date("greaterThan", "2024-02-29"), '{"seenAt":{"$gte":"2024-03-01T05:00:00Z"}}'],
    [
      date("inRange", "2024-02-28", "2024-03-01"),
      '{"seenAt":{"$gte":"2024-02-29T05:00:00Z","$lt":"2024-03-01T05:00:00Z"}}',
    ],
    [date("blank"), '{"seenAt":null}'],
  ])("is a day in the zone: %j", (model, expected) => {
    expect(read({ seenAt: model }, zone)).toBe(expected)
  })

  test.each([
    [
      { seenAt: date("equals", "2024-02-29") },
      '["seenAt"] untranslatable: a day of a date-time depends on the time zone: pass the option timeZone, such as { timeZone: "Europe/Paris" }',
    ],
    [
      { born: date("equals", "2024-02-29 10:00:00") },
      `["born"] untranslatable: it has a time of the browser's clock without an offset from UTC: filter by whole days`,
    ],
    [
      { born: date("lastWeek") },
      '["born"] untranslatable: it depends on the clock of the browser: use greaterThanOrEqual and lessThan with dates',
    ],
    [{ born: date("equals", null) }, '["born"] incomplete-rule: write a value, or remove the rule'],
    [
      { born: date("equals", 5) },
      '["born"] invalid-model: This part of the model must be a string, not a number',
    ],
    [
      { name: date("equals", "2024-02-29") },
      '["name"] untranslatable: a filter "date" does not fit field name of type string',
    ],
    [{ "tags.due": date("notEqual", "2024-02-29") }, `["tags.due"] untranslatable: ${EACH}`],
    [{ "tags.due": date("inRange", "2024-02-28", "2024-02-29") }, `["tags.due"] untranslatable: ${EACH}`],
  ])("%j is refused", (model, expected) => {
    expect(read(model)).toEqual([expected])
  })

  test("of date-times has a time of the browser's clock, but knows whether there is a value", () => {
    const dateTime = (type: string) => ({
      ...date(type, "2024-02-29 10:00:00", "2024-03-01 10:00:00"),
      filterType: "dateTime",
    })
    expect(read({ seenAt: dateTime("blank") })).toBe('{"seenAt":null}')
    expect(read({ seenAt: { ...dateTime("notBlank"), filterType: "dateTimeString" } })).toBe(
      '{"seenAt":{"$ne":null}}',
    )
    for (const type of ["equals", "notEqual", "lessThan", "inRange"])
      expect(read({ seenAt: dateTime(type) })).toEqual([
        `["seenAt"] untranslatable: it has a time of the browser's clock without an offset from UTC: filter by whole days`,
      ])
    expect(read({ seenAt: dateTime("today") }).toString()).toMatch(
      /^\["seenAt"\] untranslatable: it depends on/,
    )
    expect(read({ seenAt: dateTime("equal") })).toEqual([
      '["seenAt"] unknown-operator: did you mean "equals"?',
    ])
  })

  test("is refused if it is no day of the calendar", () => {
    for (const day of ["2024-02-30", "2024-02-29T00:00:00Z", "29.02.2024"])
      expect(read({ born: date("equals", day) }).toString()).toMatch(
        /^\["born"\] (?:invalid-value|type-mismatch): /,
      )
  })
})

describe("a set filter", () => {
  test.each([
    [{ role: set("agent", null) }, '{"role":{"$in":["agent",null]}}'],
    [{ role: set("agent", "") }, '{"role":{"$in":["agent",null]}}'],
    [{ name: set("a", " b") }, '{"name":{"$in":["a"," b"]}}'],
    [{ active: set("true", "false") }, '{"active":{"$in":[true,false]}}'],
    [{ count: set("9007199254740993", "2") }, '{"count":{"$in":[9007199254740993,2]}}'],
    [{ score: set("1e+21") }, '{"score":{"$in":[1e+21]}}'],
    [{ born: set("2024-02-29") }, '{"born":{"$in":["2024-02-29"]}}'],
    [{ seenAt: set("2024-02-29T00:00:00Z") }, '{"seenAt":{"$in":["2024-02-29T00:00:00Z"]}}'],
    [{ seenAt: set("2024-02-29T00:00:00.000Z") }, '{"seenAt":{"$in":["2024-02-29T00:00:00Z"]}}'],
    [{ price: set("1.5") }, '{"price":{"$in":[1.5]}}'],
    [
      { ref: set("6BA7B810-9DAD-11D1-80B4-00C04FD430C8") },
      '{"ref":{"$in":["6ba7b810-9dad-11d1-80b4-00c04fd430c8"]}}',
    ],
    [{ "tags.name": set("a", "b") }, '{"tags.name":{"$in":["a","b"]}}'],
    [{ name: set() }, '{"$or":[]}'],
  ])("%j", (model, expected) => {
    expect(read(model)).toBe(expected)
  })

  test.each([
    [{ name: set("a", null) }, `["name"] untranslatable: ${BLANK}`],
    [{ secret: set(null) }, `["secret"] untranslatable: ${BLANK}`],
    [
      { "tags.rank": set("1", null) },
      '["tags.rank"] untranslatable: null matches if some related record has no value, and no operator says that all have none',
    ],
    [
      { seenAt: set("2024-02-29") },
      '["seenAt"] untranslatable: a day is no value of a date-time: use a date filter',
    ],
    [
      { name: { filterType: "set" } },
      '["name","values"] invalid-model: This part of the model must be a list, not undefined',
    ],
  ])("%j is refused", (model, expected) => {
    expect(read(model)).toEqual([expected])
  })

  test.each([
    ["count", " 2 ", "2"],
    ["count", "-0", "0"],
    ["score", "1.0", "1"],
    ["price", "1.50", "1.5"],
    ["born", "2024-02-29 ", "2024-02-29"],
    ["seenAt", "2024-02-29T01:00:00+01:00", "2024-02-29T00:00:00Z"],
  ])("on %s with the key %j, which shows no row in the grid, is refused", (name, key, text) => {
    expect(read({ [name]: set(null, key) })).toEqual([
      `["${name}"] untranslatable: AG Grid compares with the text of a value: write "${text}" in place of "${key}"`,
    ])
  })

  test("with a key that is no text is refused", () => {
    for (const [name, key, kind] of [
      ["count", 2, "a number"],
      ["active", true, "a boolean"],
      ["name", undefined, "undefined"],
    ] as const)
      expect(read({ [name]: set(key) })).toEqual([
        `["${name}"] invalid-model: This part of the model must be a string, not ${kind}`,
      ])
  })

  test("of values that the field cannot have is refused", () => {
    expect(read({ id: set(null) }).toString()).toMatch(/^\["id"\] null-not-allowed: /)
    expect(read({ seenAt: set("2024-02-29 10:00:00") }).toString()).toMatch(/^\["seenAt"\] invalid-value: /)
    expect(read({ count: set("x") }).toString()).toMatch(/^\["count"\] type-mismatch: /)
    expect(read({ secret: set("x") }).toString()).toMatch(/^\["secret"\] /)
    expect(read({ nobody: set() }).toString()).toMatch(/^\["nobody"\] unknown-field: /)
  })
})

describe("a combined filter", () => {
  const both = (operator: unknown, ...conditions: unknown[]) => ({
    filterType: "number",
    operator,
    conditions,
  })

  test.each([
    [{ score: both("AND", number("greaterThan", 1), number("lessThan", 5)) }, '{"score":{"$gt":1,"$lt":5}}'],
    [
      { score: both("OR", number("blank"), { type: "lessThan", filter: 5 }) },
      '{"$or":[{"score":null},{"score":{"$lt":5}}]}',
    ],
    [{ score: both("AND", number("lessThan", 5)) }, '{"score":{"$lt":5}}'],
    [
      { "tags.rank": both("OR", number("equals", 1), number("equals", 2)) },
      '{"$or":[{"tags.rank":1},{"tags.rank":2}]}',
    ],
    [{ "tags.rank": both("AND", number("equals", 1)) }, '{"tags.rank":1}'],
  ])("%j", (model, expected) => {
    expect(read(model)).toBe(expected)
  })

  test("has a path to each mistake", () => {
    expect(read({ score: both("OR", number("equals"), 5, number("equals", 1), both("AND")) })).toEqual([
      '["score","conditions",0] incomplete-rule: write a value, or remove the rule',
      '["score","conditions",1] invalid-model: This part of the model must be an object, not a number',
      '["score","conditions",3] incomplete-rule: choose an operator, or remove the rule',
    ])
  })

  test.each([
    [both("AND"), '["score"] incomplete-rule: add a rule, or remove the group'],
    [both("or", number("equals", 1)), '["score"] unknown-operator: did you mean "OR"?'],
    [
      both("OR", number("equals", 1), { filterType: "bigint", type: "equals", filter: "1" }),
      '["score","conditions",1] untranslatable: AG Grid reads each condition as the filter of its column: write the filterType of the column, or leave it out',
    ],
    [
      both(1, number("equals", 1)),
      '["score"] invalid-model: This part of the model must be a string, not a number',
    ],
    [
      { filterType: "number", operator: "AND" },
      '["score","conditions"] invalid-model: This part of the model must be a list, not undefined',
    ],
    [
      {
        filterType: "number",
        operator: "AND",
        condition1: number("equals", 1),
        condition2: number("equals", 2),
      },
      '["score"] untranslatable: AG Grid no longer reads condition1 and condition2: put both into a list conditions',
    ],
  ])("%j is refused", (model, expected) => {
    expect(read({ score: model })).toEqual([expected])
  })

  test("is refused where two related records may satisfy it", () => {
    expect(read({ "tags.rank": both("AND", number("greaterThan", 1), number("lessThan", 5)) })).toEqual([
      `["tags.rank"] untranslatable: ${EACH}`,
    ])
  })
})

describe("a multi filter", () => {
  const multi = (...filterModels: unknown[]) => ({ filterType: "multi", filterModels })

  test.each([
    [{ name: multi(text("contains", "a"), set("a", "ab")) }, '{"name":{"$contains":"a","$in":["a","ab"]}}'],
    [{ name: multi(null, set("a")) }, '{"name":{"$in":["a"]}}'],
    [
      {
        name: multi(
          { filterType: "text", operator: "OR", conditions: [text("equals", "a"), text("equals", "b")] },
          null,
        ),
      },
      '{"$or":[{"name":"a"},{"name":"b"}]}',
    ],
    [{ "tags.name": multi(null, set("a")) }, '{"tags.name":{"$in":["a"]}}'],
  ])("%j", (model, expected) => {
    expect(read(model)).toBe(expected)
  })

  test.each([
    [{ name: multi(null, null) }, '["name"] incomplete-rule: add a rule, or remove the group'],
    [
      { name: multi(null, 5) },
      '["name","filterModels",1] invalid-model: This part of the model must be an object, not a number',
    ],
    [
      { name: { filterType: "multi" } },
      '["name","filterModels"] invalid-model: This part of the model must be a list, not undefined',
    ],
    [
      { name: multi(null, { filterType: "text", operator: "OR", conditions: [text("equals")] }) },
      '["name","filterModels",1,"conditions",0] incomplete-rule: write a value, or remove the rule',
    ],
    [{ "tags.name": multi(text("contains", "a"), set("a")) }, `["tags.name"] untranslatable: ${EACH}`],
  ])("%j is refused", (model, expected) => {
    expect(read(model)).toEqual([expected])
  })

  test("does not exhaust the stack", () => {
    let model: unknown = text("equals", "a")
    for (let depth = 0; depth < 100_000; depth++) model = multi(model)
    expect(read({ name: model }).toString()).toMatch(/limit-exceeded/)
  })
})

describe("a model", () => {
  test("joins its columns with AND", () => {
    expect(read({ name: text("equals", "a"), score: number("lessThan", 5), active: null })).toBe(
      '{"name":"a","score":{"$lt":5}}',
    )
  })

  test("without filters matches everything, as in the grid", () => {
    expect(read({})).toBe("{}")
    expect(read(null)).toBe("{}")
    expect(read({ name: null })).toBe("{}")
  })

  test("that is none is refused", () => {
    expect(read(undefined)).toEqual([
      "[] invalid-model: This part of the model must be an object, not undefined",
    ])
    expect(read([])).toEqual(["[] invalid-model: This part of the model must be an object, not a list"])
    expect(read({ name: "a" })).toEqual([
      '["name"] invalid-model: This part of the model must be an object, not a string',
    ])
  })

  test("may have a column that is called filterType", () => {
    expect(read({ filterType: text("equals", "a") }).toString()).toMatch(/^\["filterType"\] unknown-field: /)
  })

  test("has a path to each mistake", () => {
    expect(read({ name: text("blank"), nam: text("equals", "a"), score: { type: "blank" } })).toEqual([
      `["name"] untranslatable: ${BLANK}`,
      '["nam"] unknown-field: did you mean "name"?',
      '["score"] invalid-model: This part of the model must be a string, not undefined',
    ])
  })

  test("holds the limits of filters, which the program may change", () => {
    const long = { name: text("contains", "a".repeat(20_000)) }
    const prefix = { name: text("startsWith", "a".repeat(20_000)) }
    const wide = Object.fromEntries(Array.from({ length: 1001 }, (_, i) => [`c${i}`, text("equals", "a")]))
    for (const model of [long, prefix, wide, { name: set(...Array(1001).fill("a")) }])
      expect(read(model).toString()).toMatch(/limit-exceeded/)
    expect(read(long, { limits: { maxLength: 30_000 } })).toContain("aaa")
    const related = { "tags.name": set("a"), "tags.rank": number("equals", 1) }
    expect(read(related, { limits: { maxRelationConditions: 1 } }).toString()).toMatch(
      /^\["tags.rank"\] limit-exceeded/,
    )
  })

  test("with a wrong option is a mistake of the program", () => {
    expect(() => read({}, { timeZone: "Mars/Base" })).toThrow(RangeError)
    expect(() => read({}, { limits: { maxDepth: -1 } })).toThrow(RangeError)
  })
})
