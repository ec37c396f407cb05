import { describe, expect, test } from "vitest"
import { defineSchema, field, parseFilter, safeParseFilter } from "../../src/index.ts"

const schema = defineSchema({ id: field.integer() })

describe.each([
  ["parseFilter", parseFilter],
  ["safeParseFilter", safeParseFilter],
])("%s throws when the call itself is wrong", (_, parse) => {
  test.each([
    ["an unknown option", { emptyor: "all" }, "There is no option named emptyor"],
    ["an unknown limit", { limits: { depth: 5 } }, "There is no limit named depth"],
    ["a limit of zero", { limits: { maxNodes: 0 } }, "limits.maxNodes must be a positive integer"],
    ["a depth that is too great", { limits: { maxDepth: 257 } }, "limits.maxDepth must be at most 256"],
    ["an unknown value of emptyOr", { emptyOr: "some" }, 'emptyOr must be "all", "none" or "error"'],
  ])("%s", (_, options, message) => {
    expect(() => parse(schema, "{}", options as object)).toThrow(new RangeError(message))
  })
})
