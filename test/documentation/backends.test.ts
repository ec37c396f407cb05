import { beforeAll, describe, expect, test } from "vitest"
import {
  type Backend,
  compile,
  defaultLimits,
  type FieldTypeName,
  type Filter,
  FilterError,
  type Limits,
  parseFilter,
} from "../../src/index.ts"
import { groups } from "../conformance/cases.ts"
import { type Person, people } from "../conformance/people.ts"
import { examplesOf, pageOf } from "./docs.ts"
import { type Mapping, matches, sizeOf } from "./elasticsearch.ts"
import { tablesOf } from "./tables.ts"
import { valueAfter } from "./value-after.ts"

/** The backend in the example of the page. */
let elasticsearch: Backend<object>
beforeAll(async () => {
  const [example = ""] = examplesOf("backends.md").values()
  elasticsearch = (await valueAfter(example, "elasticsearch")) as typeof elasticsearch
})

const compiled = (text: string) => compile(parseFilter(people, text), elasticsearch)

/** The type of each field that the page demands. Of a decimal, a filter can ask only whether it is there. */
const types: Readonly<Record<FieldTypeName, Mapping[string]>> = {
  integer: "long",
  number: "double",
  string: "keyword",
  boolean: "boolean",
  enum: "keyword",
  datetime: "date",
  reference: "long",
  opaque: "keyword",
  uuid: "keyword",
  decimal: "keyword",
  date: "keyword",
}
const mapping: Mapping = {
  ...Object.fromEntries([...people.fields.values()].map(({ name, type }) => [name, types[type]])),
  tags: "nested",
}

/**
 * A person as a document of the index: date-times in UTC, UUIDs in lower case, and the ids of references.
 *
 * @throws RangeError if the index would drop digits of a date-time
 */
function documentOf(person: Person): object {
  return JSON.parse(JSON.stringify(person), (name, value) => {
    if (value === null) return null
    if (name === "seenAt" || name === "at") {
      if (/\.\d{4}/.test(value)) throw new RangeError(`${value} is finer than a millisecond`)
      return new Date(value.toUpperCase()).toISOString()
    }
    if (name === "ref") return value.toLowerCase()
    if (name === "owner") return typeof value === "object" ? value.id : value
    return name === "price" ? String(value) : value
  })
}

/** Whether the page says that the example rejects the filter. */
function isRejected(filter: Filter): boolean {
  if (filter.kind === "and" || filter.kind === "or") return filter.operands.some(isRejected)
  const values = (filter.kind === "in" ? filter.values : [filter.value]).filter((value) => value !== null)
  const { type, caseSensitive } = filter.field
  if (!caseSensitive || (type === "decimal" && values.length > 0)) return true
  return type === "datetime" && values.some((value) => /\.\d{4}/.test(String(value)))
}

const cases = groups.flatMap(({ records, cases }) =>
  cases.map(([text, keeps, options]) => ({
    text,
    keeps,
    records,
    filter: parseFilter(people, text, options),
  })),
)
const answered = cases.filter(({ filter }) => !isRejected(filter))

describe("the backend of docs/backends.md", () => {
  test.each(answered)("$text keeps $keeps", ({ filter, keeps, records }) => {
    const query = compile(filter, elasticsearch)
    expect(
      records.filter((record) => matches(query, documentOf(record), mapping)).map(({ id }) => id),
    ).toEqual(keeps)
  })

  test("covers most of the cases", () => {
    expect(answered.length).toBeGreaterThan(450)
  })

  test.each(cases.filter(({ filter }) => isRejected(filter)))("rejects $text", ({ filter }) => {
    expect(() => compile(filter, elasticsearch)).toThrow()
  })

  test.each([
    ["{}", { match_all: {} }],
    ['{"$or":[]}', { match_none: {} }],
    ['{"id":{"$in":[]}}', { match_none: {} }],
    ['{"id":9007199254740993}', { terms: { id: ["9007199254740993"] } }],
    ['{"$or":[{"id":1},{"id":2}]}', { bool: { should: [{ terms: { id: [1] } }, { terms: { id: [2] } }] } }],
    ['{"seenAt":{"$lte":"2024-02-29"}}', { range: { seenAt: { lte: "2024-02-29T00:00:00.000Z" } } }],
    [
      '{"price":{"$ne":null}}',
      { bool: { must_not: [{ bool: { must_not: [{ exists: { field: "price" } }] } }] } },
    ],
  ])("compiles %s", (text, query) => {
    expect(compiled(text)).toEqual(query)
  })

  test.each([
    ['{"label":null}', "Field label folds case, and terms and range do not"],
    ['{"label":{"$contains":"a"}}', "Field label folds case, and terms and range do not"],
    ['{"price":19.99}', "Field price is a decimal, and no type of the index is exact"],
    ['{"price":{"$nin":[19.99]}}', "Field price is a decimal, and no type of the index is exact"],
  ])("rejects what only the program can change: %s", (text, message) => {
    expect(() => compiled(text)).toThrow(TypeError)
    expect(() => compiled(text)).toThrow(message)
  })

  test.each([
    '{"seenAt":"2024-02-29T00:00:00.0001Z"}',
    '{"tags.at":{"$nin":["2024-02-29T00:00:00.000000001Z"]}}',
  ])("rejects a value that it would have to round: %s", (text) => {
    expect(() => compiled(text)).toThrow(FilterError)
    expect(() => compiled(text)).toThrow(/has milliseconds at most/)
  })

  test.each([
    ['{"price":null}', { bool: { must_not: [{ exists: { field: "price" } }] } }],
    [
      '{"secret":{"$ne":null}}',
      { bool: { must_not: [{ bool: { must_not: [{ exists: { field: "secret" } }] } }] } },
    ],
    [
      '{"ref":"018FD1B1-7C2E-7B3A-9D4E-5F60718293A4"}',
      { terms: { ref: ["018fd1b1-7c2e-7b3a-9d4e-5f60718293a4"] } },
    ],
  ])("follows the table of the mapping: %s", (text, query) => {
    expect(compiled(text)).toEqual(query)
  })

  test.each([
    ["100%", "*100%*"],
    ["a*b?", "*a\\*b\\?*"],
    ["C:\\x", "*C:\\\\x*"],
    ["", "**"],
  ])("escapes %j", (text, value) => {
    expect(compiled(JSON.stringify({ name: { $contains: text } }))).toEqual({ wildcard: { name: { value } } })
  })
})

test("a document finer than a millisecond is rejected, as the page says: it would equal a coarser one", () => {
  expect(() => documentOf({ id: 1, seenAt: "2024-02-29T00:00:00.0005Z" })).toThrow(RangeError)
  const query = compiled('{"seenAt":"2024-02-29"}')
  expect(matches(query, { id: 1, seenAt: "2024-02-29T00:00:00.000Z" }, mapping)).toBe(true)
  expect(() => matches(query, { id: 1, seenAt: "2024-02-29T00:00:00.0005Z" }, mapping)).toThrow(/no value/)
})

test("the mapping of the page has a row for every type", () => {
  const [, table] = tablesOf(pageOf("backends.md"))
  const named = table?.rows.flatMap(([fields = ""]) => fields.split(", ")) ?? []
  expect(named.sort()).toEqual([...Object.keys(types), "relation"].sort())
})

describe("the limits of Elasticsearch", () => {
  const [, written = ""] =
    /`parseFilter\(schema, text, \{ limits: (\{.*?\}) \}\)`/.exec(pageOf("backends.md")) ?? []
  const { maxDepth = 0, maxNodes = 0 } = JSON.parse(
    written.replaceAll(/\w+(?=:)/g, '"$&"'),
  ) as Partial<Limits>
  const within = (text: string, limits: Partial<Limits> = { maxDepth, maxNodes }) =>
    compile(parseFilter(people, text, { limits }), elasticsearch)

  /** The condition with the most clauses for its names, as often as `maxNodes` allows. */
  const wide = (nodes: number) =>
    `{"$or":[${Array(Math.floor((nodes - 1) / 3))
      .fill('{"count":{"$in":[1,null],"$nin":[2,null]}}')
      .join()}]}`
  /** The condition with the most levels, in as many levels as `depth` allows. */
  const deep = (depth: number, condition: string): string =>
    depth < 4 ? condition : `{"id":1,"$or":[{"id":2},${deep(depth - 2, condition)}]}`

  test("a filter within the limits of the page is within those of Elasticsearch", () => {
    const { clauses } = sizeOf({ bool: { filter: [within(wide(maxNodes))] } })
    expect(clauses).toBeGreaterThan(500)
    // Each of the conditions on relations to many may have a clause more.
    expect(clauses + defaultLimits.maxRelationConditions * 2).toBeLessThan(1024)
    for (const condition of [
      '{"id":3,"tags.name":{"$ne":null}}',
      '{"id":3,"tags.name":{"$nin":["a",null]}}',
    ]) {
      const depth = maxDepth - (condition.includes("[") ? 1 : 0)
      const { levels } = sizeOf({ bool: { filter: [within(deep(depth, condition))] } })
      expect(levels).toBeGreaterThan(10)
      expect(levels).toBeLessThan(20)
    }
  })

  test("Elasticsearch rejects the query of a larger filter", () => {
    const large = within(wide(900), { maxLength: 100_000 })
    expect(() => matches(large, { id: 1 }, mapping)).toThrow(/clauses/)
    expect(() => matches(within(deep(30, '{"id":3}'), {}), { id: 1 }, mapping)).toThrow(/levels/)
    expect(() => within(wide(900))).toThrow(FilterError)
    expect(() => within(deep(30, '{"id":3}'))).toThrow(FilterError)
  })
})

describe("the rules of Elasticsearch", () => {
  const document = { name: "a*", score: 0, tags: [{ name: "x" }, {}], company: { name: "c" } }
  const has = (query: object) => matches(query, document, mapping)

  test.each([
    // A bool without clauses, and should beside filter, which then need not match.
    [{ bool: {} }, true],
    [{ bool: { should: [{ match_none: {} }] } }, false],
    [{ bool: { filter: [{ match_all: {} }], should: [{ match_none: {} }] } }, true],
    // Nested documents are hidden from other queries, and see no fields but their own.
    [{ exists: { field: "tags.name" } }, false],
    [{ nested: { path: "tags", query: { exists: { field: "name" } } } }, false],
    [{ nested: { path: "tags", query: { bool: { must_not: [{ exists: { field: "tags.name" } }] } } } }, true],
    [{ terms: { "company.name": ["c"] } }, true],
    // Wildcards, and escapes of them.
    [{ wildcard: { name: { value: "?*" } } }, true],
    [{ wildcard: { name: { value: "a\\*" } } }, true],
    [{ wildcard: { name: { value: "a\\?" } } }, false],
    [{ wildcard: { name: { value: "a" } } }, false],
  ])("%j: %s", (query, expected) => {
    expect(has(query)).toBe(expected)
  })

  test.each([
    [{ bool: { must: [] } }],
    [{ term: { name: "a" } }],
    [{ range: { seenAt: { lte: "2024-01-01T00:00:00Z" } } }],
    [{ range: { score: { lt: 1, gt: 0 } } }],
    [{ nested: { path: "company", query: { match_all: {} } } }],
    [{ exists: { name: "a" } }],
    [{ wildcard: { score: { value: "*" } } }],
    [{}],
    [{ terms: { name: "a" } }],
  ])("has no rule for %j", (query) => {
    expect(() => has(query)).toThrow()
  })
})
