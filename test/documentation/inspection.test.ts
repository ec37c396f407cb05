import { describe, expect, test } from "vitest"
import { severities } from "../../src/backends/sql/dialect/finding.ts"
import { provocations } from "../inspection/all.ts"
import { pageOf } from "./docs.ts"
import { codeOf, tablesOf } from "./tables.ts"

describe("the codes in docs/inspection.md", () => {
  const table = tablesOf(pageOf("inspection.md")).find(({ head }) => head[0] === "code")
  const rows = (table?.rows ?? []).map(([code = "", severity = "", , example = ""]) => ({
    code: codeOf(code),
    severity,
    example,
  }))

  test("are all codes with their severities", () => {
    expect(rows.map(({ code, severity }) => [code, severity])).toEqual(Object.entries(severities))
  })

  test.each(rows)("$code has a message that a test provokes", ({ code, example }) => {
    const messages = Object.values(provocations)
      .flat()
      .filter((provocation) => provocation.code === code)
      .map(({ finding }) => finding.message)
    expect(messages).toContain(codeOf(example))
  })
})
