import { describe, expect, test } from "vitest"
import { examplesFor, withExamples } from "./docs.ts"
import { runExample } from "./examples.ts"

describe.each(withExamples)("the examples of docs/%s", (page) => {
  // test/servers/recipes.test.ts and test/drivers/recipes.test.ts run the others.
  test.each(examplesFor("test", page))("%s", async (_, code) => {
    const checked = await runExample(code, (actual, expected, expression) =>
      expect(actual, expression).toEqual(expected),
    )
    expect(checked).toBeGreaterThan(0)
  })
})
