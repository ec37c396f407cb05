import { expect, test } from "vitest"
import { type DayTest, onDay } from "../../src/bridges/data-grid/day.ts"
import { readModel } from "../../src/bridges/model-reader.ts"
import { type Filter, FilterError } from "../../src/index.ts"
import { stringify } from "../../src/query-string.ts"
import { daysOf } from "../../src/text/first-instant.ts"
import { people } from "../conformance/people.ts"

function filterOf(name: string, dayTest: DayTest, day: unknown, timeZone?: string): Filter<typeof people> {
  const zone = timeZone === undefined ? undefined : daysOf(timeZone)
  return readModel(people, undefined, (reader) =>
    reader.rule(["items", 0], dayTest, () =>
      onDay({ reader, field: reader.field(name), zone }, dayTest, day),
    ),
  )
}

function mistakeOf(...[name, dayTest, day, timeZone]: Parameters<typeof filterOf>) {
  try {
    return stringify(filterOf(name, dayTest, day, timeZone))
  } catch (error) {
    if (!(error instanceof FilterError)) throw error
    const [{ code, path, message, hint } = {}] = error.diagnostics
    return { code, path, message, hint }
  }
}

test.each<[DayTest, string]>([
  ["is", '{"born":"2024-02-29"}'],
  ["not", '{"$or":[{"born":{"$lt":"2024-02-29"}},{"born":{"$gt":"2024-02-29"}}]}'],
  ["after", '{"born":{"$gt":"2024-02-29"}}'],
  ["onOrAfter", '{"born":{"$gte":"2024-02-29"}}'],
  ["before", '{"born":{"$lt":"2024-02-29"}}'],
  ["onOrBefore", '{"born":{"$lte":"2024-02-29"}}'],
])("%s a day, on a date", (dayTest, filter) => {
  expect(stringify(filterOf("born", dayTest, "2024-02-29"))).toBe(filter)
})

test.each<[DayTest, string]>([
  ["is", '{"seenAt":{"$gte":"2024-03-30T23:00:00Z","$lt":"2024-03-31T22:00:00Z"}}'],
  ["not", '{"$or":[{"seenAt":{"$lt":"2024-03-30T23:00:00Z"}},{"seenAt":{"$gte":"2024-03-31T22:00:00Z"}}]}'],
  ["after", '{"seenAt":{"$gte":"2024-03-31T22:00:00Z"}}'],
  ["onOrAfter", '{"seenAt":{"$gte":"2024-03-30T23:00:00Z"}}'],
  ["before", '{"seenAt":{"$lt":"2024-03-30T23:00:00Z"}}'],
  ["onOrBefore", '{"seenAt":{"$lt":"2024-03-31T22:00:00Z"}}'],
])("%s a day, on a date-time", (dayTest, filter) => {
  expect(stringify(filterOf("seenAt", dayTest, "2024-03-31", "Europe/Paris"))).toBe(filter)
})

test.each<[DayTest, string, string, string]>([
  // In the west, the last day ends after the last date-time.
  [
    ...(["is", "America/New_York", "9999-12-31"] as const),
    '{"seenAt":{"$gte":"9999-12-31T05:00:00Z","$lte":"9999-12-31T23:59:59.999999999Z"}}',
  ],
  ["after", "America/New_York", "9999-12-31", '{"seenAt":{"$gt":"9999-12-31T23:59:59.999999999Z"}}'],
  // In the east, the first day begins before the first date-time.
  ["before", "Asia/Tokyo", "0000-01-01", '{"seenAt":{"$lt":"0000-01-01T00:00:00Z"}}'],
  ["onOrAfter", "Asia/Tokyo", "0000-01-01", '{"seenAt":{"$gte":"0000-01-01T00:00:00Z"}}'],
  // A skipped day has no instants.
  [
    ...(["is", "Pacific/Apia", "2011-12-30"] as const),
    '{"seenAt":{"$gte":"2011-12-30T10:00:00Z","$lt":"2011-12-30T10:00:00Z"}}',
  ],
])("%s a day in %s: %s", (dayTest, timeZone, day, filter) => {
  expect(stringify(filterOf("seenAt", dayTest, day, timeZone))).toBe(filter)
})

test.each<DayTest>(["is", "not", "after", "onOrAfter", "before", "onOrBefore"])(
  "%s a day is refused without a time zone on a date-time, and on a field without days",
  (dayTest) => {
    expect(mistakeOf("seenAt", dayTest, "2024-02-29")).toEqual({
      code: "untranslatable",
      path: ["items", 0],
      message: `No filter means exactly the same as the operator "${dayTest}" here`,
      hint: 'a day of a date-time depends on the time zone: pass the option timeZone, such as { timeZone: "Europe/Paris" }',
    })
    for (const [name, type] of [
      ["count", "integer"],
      ["name", "string"],
    ] as const)
      expect(mistakeOf(name, dayTest, "2024-02-29", "UTC")).toMatchObject({
        code: "untranslatable",
        hint: `field ${name} of type ${type} has no days`,
      })
  },
)

test("on a relation to many, a day of a date-time would need two conditions", () => {
  expect(mistakeOf("tags.at", "is", "2024-02-29", "UTC")).toMatchObject({
    code: "untranslatable",
    hint: "on a relation to many, each condition is tested for itself: two related records may satisfy two conditions",
  })
  expect(mistakeOf("tags.at", "after", "2024-02-29", "UTC")).toBe(
    '{"tags.at":{"$gte":"2024-03-01T00:00:00Z"}}',
  )
  // Another day of some record, or no record on this day: a model does not say which.
  for (const name of ["tags.at", "tags.due"])
    expect(mistakeOf(name, "not", "2024-02-29", "UTC")).toMatchObject({ code: "untranslatable" })
  expect(mistakeOf("tags.due", "is", "2024-02-29")).toBe('{"tags.due":"2024-02-29"}')
})

test.each([
  ["2024-02-30", "invalid-value", 'Field seenAt expects a date, not "2024-02-30"'],
  [
    "2024-02-29T00:00:00Z",
    "invalid-value",
    'Field seenAt expects a date without a time, not "2024-02-29T00:00:00Z"',
  ],
  ["", "invalid-value", 'Field seenAt expects a date, not ""'],
  [20240229, "invalid-model", "This part of the model must be a string, not a number"],
])("%j is no day", (day, code, message) => {
  expect(mistakeOf("seenAt", "is", day, "UTC")).toMatchObject({ code, path: ["items", 0], message })
})
