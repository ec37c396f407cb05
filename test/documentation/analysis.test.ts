import { beforeAll, describe, expect, test } from "vitest"
import * as analysis from "../../src/analysis.ts"
import { parseFilter, type Schema, simplify } from "../../src/index.ts"
import { stringify } from "../../src/query-string.ts"
import { examplesOf, pageOf } from "./docs.ts"
import { codeOf, tablesOf } from "./tables.ts"
import { valueAfter } from "./value-after.ts"

const page = pageOf("analysis.md")

/** The rows of the table whose second column has this heading, as pairs of filter and second cell. */
const rowsUnder = (heading: string) =>
  tablesOf(page)
    .filter(({ head }) => head[1] === heading)
    .flatMap(({ rows }) => rows.map(([filter = "", beside = ""]) => [codeOf(filter), beside] as const))

let tickets: Schema
beforeAll(async () => {
  tickets = (await valueAfter(examplesOf("analysis.md").get("simplify") ?? "", "tickets")) as Schema
})

const simplified = (filter: string) => stringify(simplify(parseFilter(tickets, filter)))

describe("docs/analysis.md", () => {
  test.each(rowsUnder("simplified"))("%s is simplified to %s", (filter, expected) => {
    expect(simplified(filter)).toBe(codeOf(expected))
  })

  test.each(rowsUnder("reason"))("%s stays as it is, because %s", (filter) => {
    expect(simplified(filter)).toBe(filter)
  })

  test.each(Object.keys(analysis))("explains %s", (name) => {
    expect(page).toMatch(new RegExp(`^## .*\\b${name}\\b`, "m"))
    expect(page).toContain(`| [\`${name}(`)
  })

  test("has both tables", () => {
    expect(rowsUnder("simplified").length).toBeGreaterThan(5)
    expect(rowsUnder("reason").length).toBeGreaterThan(2)
  })
})
