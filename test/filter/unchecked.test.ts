import { describe, expect, test, vi } from "vitest"
import * as analysis from "../../src/analysis.ts"
import * as builder from "../../src/builder.ts"
import { customers } from "../../src/desk.ts"
import * as filterIndex from "../../src/filter-index.ts"
import * as main from "../../src/index.ts"
import * as mongodb from "../../src/mongodb.ts"
import * as predicate from "../../src/predicate.ts"
import * as queryString from "../../src/query-string.ts"
import * as reactQueryBuilder from "../../src/react-querybuilder.ts"
import * as sql from "../../src/sql.ts"
import * as ucast from "../../src/ucast.ts"

const checked = main.parseFilter(customers, '{"id":7}')
const { and, or } = builder.filterBuilder(customers)
const backend = main.defineBackend<number>({
  and: () => 0,
  or: () => 0,
  compare: () => 0,
  in: () => 0,
  contains: () => 0,
})

/** Every public function that takes a filter, with a filter in each of its positions. */
const uses: Readonly<Record<string, (filter: main.Filter<typeof customers>) => unknown>> = {
  compile: (filter) => main.compile(filter, backend),
  describe: (filter) => analysis.describe(filter),
  "equal, first": (filter) => analysis.equal(filter, checked),
  "equal, second": (filter) => analysis.equal(checked, filter),
  "implies, first": (filter) => analysis.implies(filter, checked),
  "implies, second": (filter) => analysis.implies(checked, filter),
  "implies, both": (filter) => analysis.implies(filter, filter),
  "disjoint, first": (filter) => analysis.disjoint(filter, checked),
  "disjoint, second": (filter) => analysis.disjoint(checked, filter),
  "equivalent, first": (filter) => analysis.equivalent(filter, checked),
  "equivalent, second": (filter) => analysis.equivalent(checked, filter),
  assume: (filter) => analysis.assume(filter, {}),
  explain: (filter) => analysis.explain(filter, {}),
  formatExplanation: (filter) => analysis.formatExplanation(filter, { matches: true, reasons: [] }),
  fieldsOf: (filter) => analysis.fieldsOf(filter),
  matchesEverything: (filter) => analysis.matchesEverything(filter),
  matchesNothing: (filter) => analysis.matchesNothing(filter),
  "scope, first": (filter) => main.scope(filter, checked),
  "scope, second": (filter) => main.scope(checked, filter),
  simplify: (filter) => analysis.simplify(filter),
  stringify: (filter) => queryString.stringify(filter),
  "set of a filter index": (filter) => filterIndex.filterIndex(customers).set(1, filter),
  toMongo: (filter) => mongodb.toMongo(filter),
  toPredicate: (filter) => predicate.toPredicate(filter),
  "toPredicate, jit": (filter) => predicate.toPredicate(filter, { jit: true }),
  toRuleGroup: (filter) => reactQueryBuilder.toRuleGroup(filter),
  toSearchParams: (filter) => queryString.toSearchParams(filter),
  toSql: (filter) => sql.toSql(filter, sql.postgres),
  toSqlTemplate: (filter) => sql.toSqlTemplate(filter, sql.postgres),
  toUcast: (filter) => ucast.toUcast(filter),
  "and of the builder": (filter) => and(checked, filter),
  "or of the builder": (filter) => or(filter),
  "when of the builder": (filter) =>
    and(
      checked,
      builder.filterBuilder(customers).when(true, () => filter),
    ),
}

/** Public functions that do not take a filter. */
const without = [
  "FilterError",
  "MappingError",
  "Parameter",
  "defineBackend",
  "defineSchema",
  "filterBuilder",
  // Its method set takes one.
  "filterIndex",
  "formatDiagnostics",
  "formatFindings",
  "fromRuleGroup",
  "fromSearchParams",
  "fromUcast",
  "inspectMapping",
  "isFieldName",
  // It answers the question whether a value is a checked filter.
  "isFilter",
  "omit",
  "parseFilter",
  "pick",
  "safeParseFilter",
  "sql",
  "sqlMapping",
  "toFields",
]

const field = customers.fields.get("id")
const unchecked: Readonly<Record<string, unknown>> = {
  "a node made by hand": { kind: "and", operands: [] },
  "a condition made by hand": { kind: "compare", operator: "$eq", field, value: 7 },
  "a filter read back from JSON": JSON.parse(JSON.stringify(checked)),
  "the body of a request": { id: 7 },
  "a copy of a filter": { ...checked },
  "an object that inherits from a filter": Object.create(checked),
  "a Proxy of a filter": new Proxy(checked, {}),
  "a text": '{"id":7}',
  undefined: undefined,
  null: null,
}

/** The whole package again, as when a dependency brings a copy of its own. */
vi.resetModules()
const otherMain: typeof main = await import("../../src/index.ts")
const otherQueryString: typeof queryString = await import("../../src/query-string.ts")
const ofOtherCopy = otherMain.parseFilter(customers, '{"id":7}')

describe.each(Object.entries(uses))("%s", (_, use) => {
  test("accepts a checked filter", () => {
    expect(() => use(checked)).not.toThrow()
  })

  test("refuses a filter of another copy, and says so", () => {
    const call = () => use(ofOtherCopy)
    expect(call).toThrow(TypeError)
    expect(call).toThrow(/: made by another copy of desk-filter: load one, or use stringify and parseFilter$/)
  })

  test.each(Object.entries(unchecked))("refuses %s, and names the causes", (_, value) => {
    const call = () => use(value as typeof checked)
    expect(call).toThrow(TypeError)
    expect(call).toThrow(/: made by hand or from JSON: use stringify and parseFilter$/)
  })
})

test("no copy takes a filter of another copy for its own", () => {
  expect(main.isFilter(ofOtherCopy)).toBe(false)
  expect(otherMain.isFilter(ofOtherCopy)).toBe(true)
})

test("a filter of another copy can be passed on as a text", () => {
  const text = otherQueryString.stringify(ofOtherCopy)
  expect(main.isFilter(main.parseFilter(customers, text))).toBe(true)
})

test("the table has every public function that takes a filter", () => {
  const functions = [
    main,
    analysis,
    builder,
    filterIndex,
    mongodb,
    predicate,
    queryString,
    reactQueryBuilder,
    sql,
    ucast,
  ].flatMap((entry) =>
    Object.entries<unknown>(entry).flatMap(([name, value]) => (typeof value === "function" ? [name] : [])),
  )
  const used = Object.keys(uses).map((use) => use.split(",")[0] ?? use)
  expect(new Set([...functions].sort())).toEqual(
    new Set([...used.filter((use) => !use.includes(" ")), ...without].sort()),
  )
})
