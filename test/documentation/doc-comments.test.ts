import { describe, expect, test } from "vitest"
import { documented, examples, origins } from "./doc-comment-examples.ts"
import { runExample } from "./examples.ts"

describe("the examples of doc comments", () => {
  test.each([...examples])("%s evaluates to the values in its comments", async (_, code) => {
    await runExample(code, (actual, expected, expression) => expect(actual, expression).toEqual(expected))
  })

  test("have enough values to check", async () => {
    let checked = 0
    for (const code of examples.values()) checked += await runExample(code, () => {})
    expect(checked).toBeGreaterThan(15)
  })
})

describe("every public function and class has a doc comment with an example", () => {
  test.each([...origins.keys()])("%s", (name) => {
    const declaration = documented.find((candidate) => candidate.name === name)
    expect(declaration?.hasComment).toBe(true)
    if (declaration?.isFunction) expect(declaration.examples).not.toEqual([])
  })
})
