import { describe, expect, test } from "vitest"
import { filterBuilder } from "../../src/builder.ts"
import {
  type Diagnostic,
  defineSchema,
  FilterError,
  field,
  type Limits,
  type ParseResult,
  safeParseFilter,
} from "../../src/index.ts"

const schema = defineSchema({ id: field.integer(), name: field.string() })

const MB = 1_000_000
const widest: Limits = {
  maxLength: 50 * MB,
  maxDepth: 256,
  maxNodes: 50 * MB,
  maxListLength: 50 * MB,
  maxRelationConditions: 50 * MB,
  maxDiagnostics: 50 * MB,
  maxGuardSteps: 50 * MB,
}

function widely(text: string): readonly Diagnostic[] {
  const result = safeParseFilter(schema, text, { limits: widest })
  return result.ok ? [] : result.error.diagnostics
}
const codesOf = (result: ParseResult<typeof schema>) =>
  result.ok ? [] : result.error.diagnostics.map(({ code }) => code)

describe("a text", () => {
  const hostile: readonly (readonly [name: string, text: string])[] = [
    ["100,000 brackets", "[".repeat(100_000)],
    ["100,000 braces", "{".repeat(100_000)],
    ["100,000 nested objects", `${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`],
    ["100,000 nested $and", `${'{"$and":['.repeat(100_000)}${"]}".repeat(100_000)}`],
    ["100,000 closing brackets", "]".repeat(100_000)],
    ["a string of 10 MB", `{"name":"${"a".repeat(10 * MB)}"}`],
    ["an unclosed string of 10 MB", `{"name":"${"a".repeat(10 * MB)}`],
    ["10 MB of escapes", `{"name":"${"\\n".repeat(5 * MB)}"}`],
    ["an unclosed string of 6 MB of escapes", `{"name":"${"\\u0041".repeat(MB)}`],
    ["10 MB of quotes", '"'.repeat(10 * MB)],
    ["10 MB of white space", " ".repeat(10 * MB)],
    ["10 MB of digits", `{"id":${"1".repeat(10 * MB)}}`],
    ["10 MB of zeros after a digit", `{"id":1${"0".repeat(10 * MB)}x}`],
    ["10 MB of zeros", "0".repeat(10 * MB)],
    ["10 MB of zeros as a value", `{"id":-${"0".repeat(10 * MB)}}`],
    ["10 MB of a word", "a".repeat(10 * MB)],
    ["10 MB of characters that JSON does not allow", "\u00e9".repeat(10 * MB)],
    ["a list of a million items", `{"id":{"$in":[${"1,".repeat(MB)}1]}}`],
    ["a million members", `{${'"id":1,'.repeat(MB)}"id":1}`],
  ]
  test.each(hostile)("%s ends in limit-exceeded", (_, text) => {
    expect(codesOf(safeParseFilter(schema, text))).toEqual(["limit-exceeded"])
  })

  test.each(hostile.filter(([name]) => !name.includes("million")))(
    "%s ends in a diagnostic even with the widest limits",
    (name, text) => {
      const accepted = name === "a string of 10 MB" || name === "10 MB of escapes"
      expect(safeParseFilter(schema, text, { limits: widest }).ok).toBe(accepted)
    },
  )

  test("with 100,000 mistakes gets the position of each in one pass", () => {
    const text = `{${Array.from({ length: 100_000 }, (_, i) => `"x${i}":1`).join(",\n")}}`
    const found = widely(text)
    expect(found).toHaveLength(100_000)
    expect(found.at(-1)?.span).toMatchObject({ line: 100_000, column: 1 })
  })
})

test("200,000 operands, or operators of one field, are joined without a RangeError", () => {
  const operands = Array.from({ length: 200_000 }, () => ({ id: 1 }))
  for (const input of [JSON.stringify({ $and: operands }), { $and: operands }, { id: 5, $and: operands }])
    expect(safeParseFilter(schema, input, { limits: widest }).ok).toBe(true)
  const text = `{"id":{${Array.from({ length: 200_000 }, () => '"$gt":1').join(",")}}}`
  expect(widely(text)[0]?.code).toBe("duplicate-key")
})

test("two million ids in one string are reported as one mistake, without a RangeError", () => {
  const ids = `${"1,".repeat(2e6)}x`
  const result = safeParseFilter(schema, `{"id":"${ids}"}`, { limits: { maxLength: 1e8 } })
  expect(codesOf(result)).toEqual(["type-mismatch"])
  expect(() => filterBuilder(schema).eq("id", ids)).toThrow(FilterError)
})
