import { describe, expect, test } from "vitest"
import { Reporter } from "../../src/diagnostics/reporter.ts"

describe("Reporter", () => {
  test("gives spans their lines and columns, in the order of the text", () => {
    const reporter = new Reporter('{\n"b":1,\r\n"a":2}')
    reporter.report("unknown-field", "second", ["a"], { start: 10, end: 13 }, "write another")
    reporter.report("unknown-field", "first", ["b"], { start: 2, end: 5 })
    expect(reporter.error().diagnostics).toEqual([
      {
        code: "unknown-field",
        message: "first",
        path: ["b"],
        span: { start: 2, end: 5, line: 2, column: 1 },
      },
      {
        code: "unknown-field",
        message: "second",
        path: ["a"],
        span: { start: 10, end: 13, line: 3, column: 1 },
        hint: "write another",
      },
    ])
  })

  test("reports a mistake without a span first", () => {
    const reporter = new Reporter("{}")
    reporter.report("syntax", "located", [], { start: 1, end: 2 })
    reporter.report("matches-everything", "one without a span", [], undefined)
    reporter.report("matches-everything", "another", [], undefined)
    expect(reporter.error().diagnostics.map(({ message, span }) => [message, span?.start])).toEqual([
      ["one without a span", undefined],
      ["another", undefined],
      ["located", 1],
    ])
  })

  test("keeps the order of the reports if there is no text", () => {
    const reporter = new Reporter()
    reporter.report("type-mismatch", "first", ["b"], { start: 9, end: 10 })
    reporter.report("type-mismatch", "second", ["a"], { start: 2, end: 3 })
    expect(reporter.error().diagnostics).toEqual([
      { code: "type-mismatch", message: "first", path: ["b"] },
      { code: "type-mismatch", message: "second", path: ["a"] },
    ])
  })
})
