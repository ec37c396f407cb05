import { beforeAll, describe, expect, test } from "vitest"
import manifest from "../../package.json" with { type: "json" }
import { type Declarations, defineSchema, parseFilter, safeParseFilter } from "../../src/index.ts"
import { toPredicate } from "../../src/predicate.ts"
import { examplesOf, pageOf } from "../documentation/docs.ts"
import { typeErrors } from "../documentation/examples.ts"
import { tablesOf } from "../documentation/tables.ts"
import { valueAfter } from "../documentation/value-after.ts"
import { groups } from "./cases.ts"
import { type Conformance, conformanceText, portable } from "./export.ts"
import { people } from "./people.ts"
import { refusedFilters } from "./refused-filters.ts"

/** What a program reads from the file. Nothing else of the cases is used below, except where a test says so. */
const file: Conformance = JSON.parse(conformanceText())
const schema = defineSchema(file.schema as unknown as Declarations)

describe.each(file.groups)("desk-filter/conformance.json: $name", ({ records, cases }) => {
  test.each(cases)("$filter keeps $ids", ({ filter, ids, options }) => {
    const matches = toPredicate<{ readonly id: number }>(parseFilter(schema, filter, options))
    const found = (records as unknown as { readonly id: number }[]).filter(matches).map(({ id }) => id)
    expect(found).toEqual(ids)
  })
})

test.each(file.refused)("desk-filter/conformance.json: $filter is refused as $code", ({ filter, code }) => {
  const result = safeParseFilter(schema, filter)
  expect(result.ok ? ["accepted"] : result.error.diagnostics.map((each) => each.code)).toEqual([code])
})

describe("the file is in step", () => {
  test("with the version of the package", () => {
    expect(file.version).toBe(manifest.version)
  })

  test("with the cases", () => {
    expect(file.groups.map(({ name, cases }) => [name, cases])).toEqual(
      groups.map(({ name, cases }) => [
        name,
        cases.map(([filter, ids, options]) => ({ filter, ids, ...(options && { options }) })),
      ]),
    )
  })

  test("with the ids of the records", () => {
    const idsOf = (list: readonly { readonly records: readonly object[] }[]) =>
      list.map(({ records }) => records.map((record) => (record as { readonly id: number }).id))
    expect(idsOf(file.groups)).toEqual(idsOf(groups))
  })

  test("with the schema", () => {
    const withoutInferred = (fields: typeof people.fields) =>
      [...fields.values()].map((field) => ({ ...field, inferred: undefined }))
    expect(withoutInferred(schema.fields)).toEqual(withoutInferred(people.fields))
    expect([...schema.relations]).toEqual([...people.relations])
  })

  test("with the refused filters", () => {
    const listed = file.refused.slice(0, refusedFilters.length)
    expect(listed.map(({ filter, code }) => [filter, code])).toEqual(refusedFilters)
    // The values of refused-values.ts.
    const codes = file.refused.slice(refusedFilters.length).map(({ code }) => code)
    expect([...new Set(codes)].sort()).toEqual(["invalid-value", "type-mismatch"])
  })
})

test("a number of a record in a decimal field means the decimal that is written", () => {
  for (const { records, cases } of file.groups) {
    const asTexts = records.map((record) =>
      typeof record.price === "number" ? { ...record, price: JSON.stringify(record.price) } : record,
    )
    for (const { filter, ids, options } of cases) {
      const found = asTexts.filter(toPredicate(parseFilter(schema, filter, options)))
      expect(found.map(({ id }) => id)).toEqual(ids)
    }
  }
})

describe("a value that JSON cannot write", () => {
  test.each([
    [-0, "-0.0"],
    [0, 0],
    [2n ** 63n, "9223372036854775808"],
    [new Date(0), "1970-01-01T00:00:00.000Z"],
    [
      { id: 1, tags: [{ rank: undefined, at: new Date(0) }] },
      { id: 1, tags: [{ at: "1970-01-01T00:00:00.000Z" }] },
    ],
    [null, null],
  ])("%o is %o", (value, written) => {
    expect(portable(value)).toEqual(written)
  })

  test.each([Number.NaN, Number.POSITIVE_INFINITY, undefined, Symbol("x")])("%o has no form", (value) => {
    expect(() => portable(value)).toThrow(TypeError)
  })

  test("a text stands for each negative zero of the cases", () => {
    expect(conformanceText()).toContain('"score":"-0.0"')
  })
})

describe("docs/conformance.md", () => {
  const page = pageOf("conformance.md")
  let failures: (conformance: Conformance) => string[]
  beforeAll(async () => {
    const example = examplesOf("conformance.md").get("A runner in TypeScript") ?? ""
    failures = (await valueAfter(example, "failures")) as typeof failures
  })

  test("what reads the file has the type of the runner", () => {
    const example = examplesOf("conformance.md").get("A runner in TypeScript") ?? ""
    const [, reading = ""] = /^```typescript\n([\s\S]*?)^```$/m.exec(page) ?? []
    expect(reading).toContain("failures(conformance)")
    expect(typeErrors(new Map([["reading", `${reading}\n${example}`]]))).toEqual([])
    // The page gives the reason why it is not an import.
    const imported = "declare const imported: { type: string; nullable: boolean; caseSensitive: boolean }"
    const asImported = `${example}\n${imported}\nconst schema: Declarations = { count: { ...imported, operators: ["$eq"] } }`
    expect(String(typeErrors(new Map([["imported", asImported]])))).toMatch(/is not assignable/)
    expect(manifest.exports["./conformance.json"]).toBe("./dist/conformance.json")
  }, 60_000)

  test("a field of a relation to one may be tested for null, as the page says", () => {
    expect(page).toContain('`{"company.size":null}`')
    expect(file.schema.company).toMatchObject({ type: "one", fields: { size: { nullable: false } } })
    const tests = file.groups.flatMap(({ cases }) => cases.map(({ filter }) => filter))
    expect(tests).toContain('{"company.size":null}')
  })

  test("the runner of the example passes the whole file", () => {
    expect(failures(file)).toEqual([])
  })

  test("the runner of the example finds a wrong answer, and an accepted mistake", () => {
    const [group] = file.groups
    const wrong = {
      version: file.version,
      schema: file.schema,
      groups: [{ name: "wrong", records: group?.records ?? [], cases: [{ filter: '{"id":2}', ids: [1] }] }],
      refused: [{ filter: "{}", code: "syntax" }],
    }
    expect(failures(wrong)).toEqual(['{"id":2}', "{}"])
  })

  test("lists every member of a field, a case and the file", () => {
    const members = tablesOf(page).map(({ rows }) => rows.map(([member = ""]) => member.replaceAll("`", "")))
    const [inFile = [], inField = [], inCase = []] = members
    expect(inFile).toEqual(expect.arrayContaining(Object.keys(file)))
    const scalars = [...people.fields.keys()].filter((name) => !name.includes("."))
    const found = new Set(scalars.flatMap((name) => Object.keys(file.schema[name] ?? {})))
    expect([...inField].sort()).toEqual([...found].sort())
    const cases = file.groups.flatMap((each) => each.cases)
    expect([...inCase].sort()).toEqual([...new Set(cases.flatMap((each) => Object.keys(each)))].sort())
  })
})
