import { describe, expect, test } from "vitest"
import { examplesFor, type Suite, withExamples } from "./docs.ts"
import { runExample } from "./examples.ts"

/** Tests the examples of docs/ that a suite runs, page by page. */
export function testExamples(suite: Suite): void {
  const pages = withExamples.filter((page) => examplesFor(suite, page).length > 0)
  describe.each(pages)("the examples of docs/%s", (page) => {
    test.each(examplesFor(suite, page))("%s", async (_, code) => {
      const checked = await runExample(code, (actual, expected, expression) =>
        expect(actual, expression).toEqual(expected),
      )
      expect(checked).toBeGreaterThan(0)
    })
  })
}
