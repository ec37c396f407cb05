import fc from "fast-check"
import { createElement } from "react"
import { renderToStaticMarkup } from "react-dom/server"
import * as version8 from "react-querybuilder"
import * as version7 from "react-querybuilder-7"
import { describe, expect, test } from "vitest"
import { parseFilter } from "../../src/index.ts"
import { toPredicate } from "../../src/predicate.ts"
import { fromRuleGroup, toFields, toRuleGroup } from "../../src/react-querybuilder.ts"
import { filterText } from "../arbitraries/filters.ts"
import { records } from "../arbitraries/people.ts"
import { people } from "../conformance/people.ts"
import { runs } from "../properties/runs.ts"

const filter = filterText.map((text) => parseFilter(people, text))

describe.each([
  ["7", version7 as unknown as typeof version8],
  ["8", version8],
] as const)("version %s of React Query Builder", (_, { defaultValidator, prepareRuleGroup, ...library }) => {
  test("its validator finds every group valid, and the query means the same with the ids that it adds", () => {
    fc.assert(
      fc.property(filter, records(9), (filter, records) => {
        const query = prepareRuleGroup(toRuleGroup(filter))
        const verdicts = Object.values(defaultValidator(query))
        expect(verdicts.length).toBeGreaterThan(0)
        expect(verdicts.every((verdict) => verdict === true)).toBe(true)
        const [before, after] = [toPredicate(filter), toPredicate(fromRuleGroup(people, query))]
        for (const record of records) expect(after(record)).toBe(before(record))
      }),
      runs(400),
    )
  })

  test("a query means the same with independent combinators", () => {
    fc.assert(
      fc.property(filter, records(9), (filter, records) => {
        const query = library.convertToIC(toRuleGroup(filter))
        const [before, after] = [toPredicate(filter), toPredicate(fromRuleGroup(people, query))]
        for (const record of records) expect(after(record)).toBe(before(record))
      }),
      runs(400),
    )
  })

  test("its component shows the fields, their operators and the query", () => {
    const filter = parseFilter(
      people,
      '{"role":{"$in":["agent"]},"name":"Jane","tags.name":{"$contains":"x"}}',
    )
    const page = renderToStaticMarkup(
      createElement(library.QueryBuilder, { fields: toFields(people), query: toRuleGroup(filter) } as object),
    )
    expect(page).toContain('<optgroup label="tags">')
    expect(page).toContain('<option value="role" selected="">role</option>')
    expect(page).toContain('<option value="agent" selected="">agent</option>')
    expect(page).toContain('<option value="in" selected="">in</option>')
    expect(page).toContain('<option value="contains" selected="">contains</option>')
    expect(page).toContain('value="Jane"')
    expect(page).not.toContain("ends with")
  })
})

test("a query that its parser of SQL reads becomes a filter", async () => {
  const { parseSQL } = await import("react-querybuilder/parseSQL")
  const query = parseSQL(
    "id > 5 and (name like 'Jan%' or role in ('agent', 'admin')) and not (count between 1 and 3)",
  )
  const keeps = toPredicate(fromRuleGroup(people, query))
  expect(keeps({ id: 6, name: "Jane", count: 4 })).toBe(true)
  expect(keeps({ id: 6, name: "Jane", count: 3 })).toBe(false)
  expect(keeps({ id: 6, name: "Joe", role: "admin" })).toBe(true)
})
