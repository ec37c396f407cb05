import { readFileSync } from "node:fs"
import { describe, expect, test } from "vitest"
import { customers } from "../../src/desk.ts"
import { defaultLimits, operators, parseFilter } from "../../src/index.ts"
import { typeOperators } from "../../src/schema/types/type-operators.ts"
import { codeBlocks, runExample } from "./examples.ts"
import { withOperatorsTable } from "./operators-table.ts"

const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8")
const blocks = codeBlocks(readme)

describe("the examples", () => {
  test.each(blocks.map((code, i) => [i + 1, code] as const))(
    "number %i evaluates to the values in its comments",
    async (_, code) => {
      const checked = await runExample(code, (actual, expected, expression) =>
        expect(actual, expression).toEqual(expected),
      )
      expect(checked).toBeGreaterThan(0)
    },
  )
})

test("the operators table matches the declarations; `npm run readme` updates it", () => {
  expect(readme).toBe(withOperatorsTable(readme))
})

test("the example of each operator is a valid filter of customers", () => {
  for (const { example } of Object.values(operators))
    expect(() => parseFilter(customers, example)).not.toThrow()
})

test("the types table has every type with its operators", () => {
  for (const [name, operators] of Object.entries(typeOperators)) {
    const [, row] = new RegExp(`^\\| \`${name}\` \\|.*\\| (.*) \\|$`, "m").exec(readme) ?? []
    const [, same] = /^the same(?:, and `(.*)`)?$/.exec(row ?? "") ?? []
    const expected = /^the same/.test(row ?? "")
      ? [...typeOperators.integer, ...(same?.split(" ") ?? [])]
      : (row ?? "").replaceAll("`", "").split(" ")
    expect(expected, name).toEqual(operators)
  }
})

test("the limits table has the default limits", () => {
  for (const [name, limit] of Object.entries(defaultLimits))
    expect(readme).toContain(`| \`${name}\` | ${limit} |`)
})
