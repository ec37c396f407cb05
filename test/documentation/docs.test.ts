import { readdirSync } from "node:fs"
import { describe, expect, test } from "vitest"
import { examplesOf, examplesThat } from "./docs.ts"
import { runExample, typeErrors } from "./examples.ts"

const pages = readdirSync(new URL("../../docs/", import.meta.url)).filter((file) => file.endsWith(".md"))
const withExamples = pages.filter((page) => examplesOf(page).size > 0)

describe.each(withExamples)("the examples of docs/%s", (page) => {
  // test/servers/recipes.test.ts runs the examples that need a server.
  test.each(examplesThat(false, page))("%s", async (_, code) => {
    const checked = await runExample(code, (actual, expected, expression) =>
      expect(actual, expression).toEqual(expected),
    )
    expect(checked).toBeGreaterThan(0)
  })
})

test("no example in docs/ has a type error", () => {
  const examples = withExamples.flatMap((page) =>
    [...examplesOf(page).values()].map((code, i) => [`${page.replace(/\.md$/, "")}-${i + 1}`, code] as const),
  )
  expect(examples.length).toBeGreaterThan(10)
  expect(typeErrors(new Map(examples))).toEqual([])
})
