import { describe, expect, test } from "vitest"
import { examplesThat, withExamples } from "./docs.ts"
import { runExample } from "./examples.ts"

describe.each(withExamples)("the examples of docs/%s", (page) => {
  // test/servers/recipes.test.ts runs the examples that need a server.
  test.each(examplesThat(false, page))("%s", async (_, code) => {
    const checked = await runExample(code, (actual, expected, expression) =>
      expect(actual, expression).toEqual(expected),
    )
    expect(checked).toBeGreaterThan(0)
  })
})
