import { readFileSync } from "node:fs"
import { describe, expect, test } from "vitest"
import { customers } from "../../src/desk.ts"
import { defaultLimits, operators, parseFilter } from "../../src/index.ts"
import { fieldTypes } from "../../src/schema/types/index.ts"
import { codeBlocks, runExample, typeErrors } from "./examples.ts"
import { withOperatorsTable } from "./operators-table.ts"

const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8")
const blocks = codeBlocks(readme)

describe("the examples", () => {
  test.each(blocks.map((code, i) => [i + 1, code] as const))(
    "number %i does what it says",
    async (_, code) => {
      const checked = await runExample(code, (actual, expected, expression) =>
        expect(actual, expression).toEqual(expected),
      )
      expect(checked).toBeGreaterThan(0)
    },
  )

  test("have no type error", () => {
    expect(typeErrors(new Map(blocks.map((code, i) => [`readme-${i + 1}`, code])))).toEqual([])
  })
})

test("the table of operators is that of the declarations: `npm run readme` writes it", () => {
  expect(readme).toBe(withOperatorsTable(readme))
})

test("the examples of the operators are filters of customers", () => {
  for (const { example } of Object.values(operators))
    expect(() => parseFilter(customers, example)).not.toThrow()
})

test("the table of types has every type, and the operators of each", () => {
  for (const [name, { operators }] of Object.entries(fieldTypes)) {
    const [, row] = new RegExp(`^\\| \`${name}\` \\|.*\\| (.*) \\|$`, "m").exec(readme) ?? []
    const [, same] = /^the same(?:, and `(.*)`)?$/.exec(row ?? "") ?? []
    const expected = /^the same/.test(row ?? "")
      ? [...fieldTypes.integer.operators, ...(same === undefined ? [] : [same])]
      : (row ?? "").replaceAll("`", "").split(" ")
    expect(expected, name).toEqual(operators)
  }
})

test("the limits are the defaults", () => {
  for (const [name, limit] of Object.entries(defaultLimits))
    expect(readme).toContain(`| \`${name}\` | ${limit} |`)
})
