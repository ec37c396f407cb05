import { describe, expect, test } from "vitest"
import { describe as inWords, simplify } from "../../src/analysis.ts"
import { filterBuilder } from "../../src/builder.ts"
import { parseFilter } from "../../src/index.ts"
import { stringify } from "../../src/query-string.ts"
import { mistake, read, schema } from "./reading.ts"

test.each(["2024-02-29", "0000-01-01", "0000-02-29", "9999-12-31", "2000-02-29"])("%s is a date", (text) => {
  expect(read("born", `"${text}"`)).toBe(text)
})

const example = "write a day as YYYY-MM-DD, such as 2024-02-29"

describe("the hints", () => {
  test.each([
    ["2024-02-29T12:30:00Z", "write 2024-02-29: a date has no time"],
    ["2024-02-29T23:30:00-05:00", "write 2024-02-29: a date has no time"],
    ["2024-02-29 12:30", "write 2024-02-29: a date has no time"],
    ["2024-02-29 12:30:00.000000", "write 2024-02-29: a date has no time"],
    ["29.02.2024", "write 2024-02-29"],
    ["2024/2/29", "write 2024-02-29"],
    ["20240229", "write 2024-02-29"],
    ["29.02.2024 12:30", "write 2024-02-29"],
    ["1709164800", "write 2024-02-29, if it counts seconds since 1970"],
    ["1709164800000", "write 2024-02-29, if it counts milliseconds since 1970"],
    ["03/04/2024", "write 2024-04-03 if the day is first, or 2024-03-04 if the month is"],
    ["null", "write null, without quotes"],
    ["2024-02-30", example],
    ["2023-02-29", example],
    ["today", example],
    ["10000-01-01", example],
    ["", example],
  ])("for %j: %s", (text, hint) => {
    expect(mistake("born", JSON.stringify(text))).toEqual(["invalid-value", hint])
  })

  test("for a number of seconds", () => {
    expect(mistake("born", "1709164800")).toEqual([
      "type-mismatch",
      "write 2024-02-29, if it counts seconds since 1970",
    ])
  })
})

test("a date-time has a message of its own", () => {
  expect(read("born", '"2024-02-29T12:30:00Z"')).toMatchObject({
    message: 'Field born expects a date without a time, not "2024-02-29T12:30:00Z"',
    params: { reason: "date-with-time", field: "born", found: '"2024-02-29T12:30:00Z"' },
  })
})

test("the builder refuses a Date, with a hint", () => {
  const { eq } = filterBuilder(schema)
  try {
    eq("born", new Date("2024-02-29T12:30:00Z") as never)
    expect.unreachable()
  } catch (error) {
    expect(error).toMatchObject({
      diagnostics: [
        {
          code: "type-mismatch",
          message: "Field born expects a date, not a Date",
          hint: 'write the day as text, such as "2024-02-29": a Date has a time, and is another day in another time zone',
        },
      ],
    })
  }
  expect(() => eq("born", new Date(Number.NaN) as never)).toThrow("expects a date, not an invalid Date")
})

test("analysis knows the first and the last day", () => {
  const simplified = (text: string) => stringify(simplify(parseFilter(schema, text)))
  expect(simplified('{"born":{"$lt":"0000-01-01"}}')).toBe('{"$or":[]}')
  expect(simplified('{"born":{"$lte":"9999-12-31"}}')).toBe('{"born":{"$ne":null}}')
  expect(simplified('{"born":{"$gt":"2024-01-01","$gte":"2024-02-29"}}')).toBe(
    '{"born":{"$gte":"2024-02-29"}}',
  )
})

test("a description has the words of time", () => {
  const words = (text: string) => inWords(parseFilter(schema, text))
  expect(words('{"born":{"$lt":"2024-02-29"}}')).toBe("born is before 2024-02-29")
  expect(words('{"born":{"$gte":"2024-02-29"}}')).toBe("born is 2024-02-29 or later")
})
