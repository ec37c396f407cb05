import { readFileSync } from "node:fs"
import { beforeAll, describe, expect, test } from "vitest"
import { parseFilter, type Schema, safeParseFilter } from "../../src/index.ts"
import { toPredicate } from "../../src/predicate.ts"
import { stringify } from "../../src/query-string.ts"
import { operatorNames } from "../../src/schema/operators.ts"
import { examplesOf } from "./docs.ts"
import { codeOf, tablesOf } from "./tables.ts"
import { valueAfter } from "./value-after.ts"

const page = readFileSync(new URL("../../docs/semantics.md", import.meta.url), "utf8")
const tables = tablesOf(page).filter(({ head }) => head[0] === "filter")

/** The rows of the tables whose second column has this heading, as pairs of filter and second cell. */
function rowsUnder(heading: string): (readonly [filter: string, beside: string])[] {
  return tables
    .filter(({ head }) => head[1] === heading)
    .flatMap(({ rows }) =>
      rows.map(([filter = "", beside = ""]) => [codeOf(filter), codeOf(beside)] as const),
    )
}

/** The cells of the tables that have a record as the heading of each further column. */
const cells = tables
  .filter(({ head }) => head[1]?.startsWith("`{"))
  .flatMap(({ head: [, ...records], rows }) =>
    rows.flatMap(([filter = "", ...marks]) => {
      if (marks.length !== records.length)
        throw new Error(`The row of ${filter} does not have a mark for each record`)
      return records.map((record, i) => ({
        filter: codeOf(filter),
        record: codeOf(record),
        mark: marks[i],
      }))
    }),
  )

/** The cells of the tables that list JavaScript values: a filter, and one value that it matches or throws for. */
const values = tables
  .filter(({ head }) => head[1]?.startsWith("matches the "))
  .flatMap(({ head, rows }) =>
    rows.flatMap(([filter = "", matching = "", throwing = ""]) =>
      Object.entries({ matches: matching, throws: throwing }).flatMap(([outcome, cell]) =>
        [...cell.matchAll(/`([^`]+)`/g)].map(([, code = ""]) => ({
          filter: codeOf(filter),
          outcome,
          code,
          isRecord: head[1] === "matches the records",
        })),
      ),
    ),
  )

let tickets: Schema
beforeAll(async () => {
  const [example = ""] = examplesOf("semantics.md").values()
  tickets = (await valueAfter(example, "tickets")) as Schema
})

describe("docs/semantics.md", () => {
  test.each(cells)("$filter of $record: $mark", ({ filter, record, mark }) => {
    const matches = toPredicate(parseFilter(tickets, filter))(JSON.parse(record))
    expect(matches ? "✓" : "–").toBe(mark)
  })

  test.each(values)("$filter $outcome for $code", ({ filter, outcome, code, isRecord }) => {
    const value = new Function(`return (${code})`)()
    const [name = ""] = Object.keys(JSON.parse(filter))
    const record = isRecord ? value : { [name.replace(/\..*/, "")]: value }
    for (const jit of [false, true]) {
      const matches = toPredicate(parseFilter(tickets, filter), { jit })
      if (outcome === "matches") expect(matches(record)).toBe(true)
      else expect(() => matches(record)).toThrow(TypeError)
    }
  })

  test.each(rowsUnder("written out"))("%s means %s", (filter, written) => {
    expect(parseFilter(tickets, filter)).toEqual(parseFilter(tickets, written))
  })

  test.each(rowsUnder("is read as"))("%s is read as %s", (filter, read) => {
    const result = safeParseFilter(tickets, filter)
    expect(result.ok ? stringify(result.filter) : result.error.diagnostics[0]?.code).toBe(read)
  })

  test("runs every table", () => {
    const known = ["written out", "is read as", "matches the values", "matches the records"]
    expect(tablesOf(page).map(({ head }) => head[0])).toEqual(tables.map(() => "filter"))
    for (const { head } of tables)
      expect(known.includes(head[1] ?? "") || head[1]?.startsWith("`{")).toBe(true)
    expect(cells.length).toBeGreaterThan(150)
    expect(values.length).toBeGreaterThan(70)
  })
})

test.each(operatorNames())("the page defines %s", (name) => {
  expect(page.split(/[^$a-zA-Z]+/)).toContain(name)
})
