import { describe, expect, test } from "vitest"
import { examplesOf, examplesThat } from "./docs.ts"
import { runExample, typeErrors } from "./examples.ts"

describe("the examples of docs/databases.md", () => {
  // Those that need a server are run where there is one.
  test.each(examplesThat(false, "databases.md"))("%s", async (_, code) => {
    const checked = await runExample(code, (actual, expected, expression) =>
      expect(actual, expression).toEqual(expected),
    )
    expect(checked).toBeGreaterThan(0)
  })

  test("have no type error", () => {
    const examples = [...examplesOf("databases.md").values()]
    expect(typeErrors(new Map(examples.map((code, i) => [`databases-${i + 1}`, code])))).toEqual([])
  })
})
