import { describe, expect, test } from "vitest"
import { customers } from "../../src/desk.ts"
import { suggest } from "../../src/diagnostics/suggest.ts"
import { type FilterError, formatDiagnostics, safeParseFilter } from "../../src/index.ts"

function errorOf(input: unknown): FilterError {
  const result = safeParseFilter(customers, input)
  if (result.ok) throw new Error("There should be a mistake")
  return result.error
}
const format = (text: string) => formatDiagnostics(text, errorOf(text))

describe("formatDiagnostics", () => {
  test("puts a caret under each mistake", () => {
    expect(format('{\n  "stat": "active",\n  "id": {"$in": [1, "x"]}\n}')).toBe(
      [
        'unknown-field: There is no field "stat" to filter by',
        '2 |   "stat": "active",',
        "  |   ^^^^^^",
        '  hint: did you mean "state"?',
        "",
        "type-mismatch: Field id expects an integer, not a string",
        '3 |   "id": {"$in": [1, "x"]}',
        "  |                     ^^^",
        "  hint: write the digits, such as 42",
      ].join("\n"),
    )
  })

  test("shows only the part of a long line around the mistake", () => {
    const text = `{"id":{"$in":[${"1,".repeat(300)}"x",${"2,".repeat(300)}3]}}`
    const [, line = "", carets = ""] = format(text).split("\n")
    expect(line.length).toBeLessThan(90)
    expect(line).toMatch(/^1 \| ….*…$/)
    expect(line.slice(carets.indexOf("^"), carets.lastIndexOf("^") + 1)).toBe('"x"')
  })

  test("shows a line as wide as the window in full, and shortens a longer one", () => {
    const lineOf = (length: number) => {
      const text = `{"id":true,"firstName":"${"a".repeat(length - 26)}"}`
      expect(text).toHaveLength(length)
      return { text, shown: format(text).split("\n")[1] }
    }
    const exact = lineOf(76)
    expect(exact.shown).toBe(`1 | ${exact.text}`)
    const longer = lineOf(77)
    expect(longer.shown).toBe(`1 | ${longer.text.slice(0, 76)}…`)
  })

  test("counts an emoji as one column", () => {
    const [, line = "", carets = ""] = format('{"state":"\u{1F600}","id":true}').split("\n")
    expect([...line].slice(carets.indexOf("^"), carets.lastIndexOf("^") + 1).join("")).toBe("true")
  })

  test("puts the caret after the last character for a mistake at the end of the text", () => {
    expect(format('{"id":')).toBe(
      ["syntax: The text ends too early: expected a value", '1 | {"id":', "  |       ^"].join("\n"),
    )
  })

  test("escapes characters that move the cursor, set colours or reverse text", () => {
    const text = '{"\\u001b[31mred":1,"a\u202eb":2,\n"\u009b2J":3}'
    expect(format(text).replaceAll("\n", "")).not.toMatch(
      /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/,
    )
  })

  test("shows the path of a mistake in a value", () => {
    const error = errorOf({ $or: [{ stat: 1 }] })
    expect(formatDiagnostics("", error)).toBe(
      [
        'unknown-field: There is no field "stat" to filter by',
        "  at $or › 0 › stat",
        '  hint: did you mean "state"?',
      ].join("\n"),
    )
  })

  test("shows no position if the whole value is the mistake", () => {
    const result = safeParseFilter(customers, {}, { requireSelective: true })
    if (result.ok) throw new Error("There should be a mistake")
    const [diagnostic] = result.error.diagnostics
    expect(formatDiagnostics("", result.error)).toBe(
      `matches-everything: ${diagnostic?.message}\n  hint: ${diagnostic?.hint}`,
    )
  })

  test("formats a mistake in a very long token", () => {
    const text = `{"${"x".repeat(16_000)}":1}`
    expect(format(text).length).toBeLessThan(600)
  })
})

describe("FilterError", () => {
  const error = errorOf('{"stat":1,"id":"x"}')

  test("lists every mistake in its message", () => {
    expect(error).toBeInstanceOf(Error)
    expect(error.name).toBe("FilterError")
    expect(error.message.split("\n")).toEqual([
      'There is no field "stat" to filter by; did you mean "state"?',
      "Field id expects an integer, not a string; write the digits, such as 42",
    ])
  })

  test("serialises to a problem document of RFC 9457", () => {
    expect(JSON.parse(JSON.stringify(error.toProblem()))).toEqual({
      type: "about:blank",
      title: "Bad Request",
      status: 400,
      detail: error.message,
      errors: [
        {
          code: "unknown-field",
          message: 'There is no field "stat" to filter by',
          params: { reason: "unknown", found: '"stat"', suggestions: ["state"] },
          path: ["stat"],
          span: { start: 1, end: 7, line: 1, column: 2 },
          hint: 'did you mean "state"?',
        },
        {
          code: "type-mismatch",
          message: "Field id expects an integer, not a string",
          params: { reason: "value", field: "id", expected: "integer", found: "string" },
          path: ["id"],
          span: { start: 15, end: 18, line: 1, column: 16 },
          hint: "write the digits, such as 42",
        },
      ],
    })
  })
})

describe("suggest", () => {
  test.each([
    ["stat", ["state", "start"], ["start", "state"]],
    // A name that differs in case only comes alone, unless there are several.
    ["FirstName", ["firstName", "lastName"], ["firstName"]],
    ["FIRSTNAME", ["firstNames", "firstName", "firstname", "first"], ["firstName", "firstname"]],
    ["naem", ["name"], ["name"]],
    ["namr", ["naem", "name", "names", "nmaes"], ["name", "naem", "names"]],
    ["xyz", ["name"], []],
    [
      "name",
      ["a1name", "b1name"].concat(["name1", "name2", "name3", "name4", "name5", "name6"]),
      ["name1", "name2", "name3", "name4", "name5"],
    ],
    ["x".repeat(65), ["x".repeat(65)], []],
  ])("%j among %j", (unknown, known, suggested) => {
    expect(suggest(unknown, known)).toEqual(suggested)
  })
})

describe("a FilterError for hostile input", () => {
  const messageOf = (text: string) => {
    const result = safeParseFilter(customers, text)
    return result.ok ? "" : result.error.message
  }

  test("escapes control characters, bidirectional marks and line separators in its message", () => {
    expect(messageOf('{"\\u009b31m\\u007f\\u202e\\u2028":1}')).toBe(
      'There is no field "\\u009b31m\\u007f\\u202e\\u2028" to filter by',
    )
  })

  test("lists ten mistakes and counts the others in its message, but keeps all diagnostics", () => {
    const result = safeParseFilter(customers, `{"id":{"$in":[${Array(100).fill("true").join()}]}}`)
    const error = result.ok ? undefined : result.error
    expect(error?.diagnostics).toHaveLength(100)
    expect(error?.message.split("\n")).toHaveLength(11)
    expect(error?.message.split("\n")[10]).toBe("… and 90 more")
  })

  test("suggests names for every mistake that it shows, and searches for no other", () => {
    const names = Array.from({ length: 30 }, (_, i) => `"stat${i}":1`)
    const hintsOf = (maxDiagnostics: number) => {
      const result = safeParseFilter(customers, `{${names.join()}}`, { limits: { maxDiagnostics } })
      return result.ok ? [] : result.error.diagnostics.map(({ hint }) => hint)
    }
    expect(hintsOf(30)).toEqual(names.map(() => 'did you mean "state"?'))
    expect(hintsOf(5).slice(0, 5)).toEqual(hintsOf(30).slice(0, 5))
    expect(hintsOf(5).slice(5)).toEqual([expect.stringMatching(/^correct these/)])
  })
})
