import { describe, expect, test } from "vitest"
import type { Mistake } from "../../src/diagnostics/diagnostic.ts"
import { type Cap, Reporter } from "../../src/diagnostics/reporter.ts"

/** A cap that no test but its own reaches. */
const cap: Cap = {
  most: 3,
  mistake: {
    code: "limit-exceeded",
    message: "too many",
    params: { limit: "maxDiagnostics", maximum: 3 },
    hint: "correct these",
  },
}

/** A mistake of no particular kind. */
function mistake(message: string, hint?: string): Mistake {
  return { code: "matches-everything", message, params: {}, hint }
}

describe("Reporter", () => {
  test("gives spans their lines and columns, in the order of the text", () => {
    const reporter = new Reporter('{\n"b":1,\r\n"a":2}', cap)
    reporter.report(mistake("second", "write another"), ["a"], { start: 10, end: 13 })
    reporter.report(mistake("first"), ["b"], { start: 2, end: 5 })
    expect(reporter.error().diagnostics).toEqual([
      {
        code: "matches-everything",
        message: "first",
        params: {},
        path: ["b"],
        span: { start: 2, end: 5, line: 2, column: 1 },
      },
      {
        code: "matches-everything",
        message: "second",
        params: {},
        path: ["a"],
        span: { start: 10, end: 13, line: 3, column: 1 },
        hint: "write another",
      },
    ])
  })

  test("reports a mistake without a span first", () => {
    const reporter = new Reporter("{}", cap)
    reporter.report(mistake("located"), [], { start: 1, end: 2 })
    reporter.report(mistake("one without a span"), [], undefined)
    reporter.report(mistake("another"), [], undefined)
    expect(reporter.error().diagnostics.map(({ message, span }) => [message, span?.start])).toEqual([
      ["one without a span", undefined],
      ["another", undefined],
      ["located", 1],
    ])
  })

  test("keeps the order of the reports if there is no text", () => {
    const reporter = new Reporter(undefined, cap)
    reporter.report(mistake("first"), ["b"], { start: 9, end: 10 })
    reporter.report(mistake("second"), ["a"], { start: 2, end: 3 })
    expect(reporter.error().diagnostics).toEqual([
      { code: "matches-everything", message: "first", params: {}, path: ["b"] },
      { code: "matches-everything", message: "second", params: {}, path: ["a"] },
    ])
  })

  const reportAt = (reporter: Reporter, starts: readonly number[]) => {
    for (const start of starts) reporter.report(mistake(`at ${start}`), [start], { start, end: start + 1 })
    return reporter.error().diagnostics
  }

  test("reports as many mistakes as the cap allows", () => {
    expect(reportAt(new Reporter("abcdef", cap), [2, 0, 1]).map(({ message }) => message)).toEqual([
      "at 0",
      "at 1",
      "at 2",
    ])
  })

  test("says at the first mistake above the cap, in the order of the text, that there are more", () => {
    const diagnostics = reportAt(new Reporter("abcdef", cap), [5, 4, 3, 2, 1, 0])
    expect(diagnostics.map(({ message }) => message)).toEqual(["at 0", "at 1", "at 2", "too many"])
    expect(diagnostics[3]).toEqual({
      code: "limit-exceeded",
      message: "too many",
      params: { limit: "maxDiagnostics", maximum: 3 },
      path: [3],
      span: { start: 3, end: 4, line: 1, column: 4 },
      hint: "correct these",
    })
  })

  test("keeps the first reports if there is no text", () => {
    const diagnostics = reportAt(new Reporter(undefined, cap), [5, 4, 3, 2])
    expect(diagnostics.map(({ path }) => path)).toEqual([[5], [4], [3], [2]])
    expect(diagnostics[3]).toEqual({
      code: "limit-exceeded",
      message: "too many",
      params: { limit: "maxDiagnostics", maximum: 3 },
      path: [2],
      hint: "correct these",
    })
  })

  test("searches for the details of each mistake that it shows, once, and of no other", () => {
    const searched: string[] = []
    const reporter = new Reporter(undefined, cap)
    for (const message of ["a", "b", "c", "d", "e"]) {
      const details = () => {
        searched.push(message)
        return { params: {}, hint: `hint of ${message}` }
      }
      reporter.report({ code: "matches-everything", message, details }, [], undefined)
    }
    expect(searched).toEqual([])
    expect(reporter.error().diagnostics.map(({ hint }) => hint)).toEqual([
      "hint of a",
      "hint of b",
      "hint of c",
      "correct these",
    ])
    expect(searched).toEqual(["a", "b", "c"])
  })
})
