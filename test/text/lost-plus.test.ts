import { describe, expect, test } from "vitest"
import { defineSchema, field } from "../../src/index.ts"
import { fromSearchParams } from "../../src/query-string.ts"
import { hasLostPlus } from "../../src/text/lost-plus.ts"

describe("a + that became a space", () => {
  test.each([
    ["jane desk@example.com", true],
    ["jane desk 2@example.com", true],
    ["jane@example.com", false],
    ["jane+desk@example.com", false],
    ["jane desk", false],
    ["jane  desk@example.com", false],
    [" jane@example.com", false],
    ["jane desk@example.com, joe desk@example.com", false],
    [`${"a ".repeat(200)}a@example.com`, false],
  ])("in %j: %s", (text, expected) => {
    expect(hasLostPlus(text)).toBe(expected)
  })

  test("is the hint of a value that a field does not list", () => {
    const schema = defineSchema({ owner: field.enum(["jane+desk@example.com", "jane+d@example.com"]) })
    const hintFor = (query: string) => {
      try {
        fromSearchParams(schema, query)
      } catch (error) {
        return error
      }
      return undefined
    }
    expect(hintFor('?filter={"owner":"jane+desk@example.com"}')).toMatchObject({
      diagnostics: [{ code: "invalid-value", hint: "a + in a query string means a space: encode it as %2B" }],
    })
    expect(hintFor('?filter={"owner":"jane+desk@example.co"}')).toBeDefined()
    expect(hintFor('?filter={"owner":"jane%2Bdes@example.com"}')).toMatchObject({
      diagnostics: [{ hint: 'did you mean "jane+desk@example.com" or "jane+d@example.com"?' }],
    })
    expect(hintFor('?filter={"owner":"jane%2Bdesk@example.com"}')).toBeUndefined()
  })
})
