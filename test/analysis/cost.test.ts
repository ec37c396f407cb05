import { describe, expect, test } from "vitest"
import { assume } from "../../src/analysis/assume.ts"
import { explain } from "../../src/analysis/explain/explain.ts"
import * as analysis from "../../src/analysis.ts"
import { suggest } from "../../src/diagnostics/suggest.ts"
import { defineSchema, type Filter, field, parseFilter, safeParseFilter, scope } from "../../src/index.ts"
import { stringify } from "../../src/query-string.ts"
import { countOperation, operationsOf } from "./operations.ts"

const MOST_FIELDS = 1000
const names = (count: number) => Array.from({ length: count }, (_, i) => nameOf(i))
/** Names of the same length, so that twice as many do not take longer to compare. */
const nameOf = (i: number) => `v${String(i).padStart(5, "0")}`

const declared = defineSchema({
  text: field.string(),
  folded: field.string({ caseSensitive: false }),
  at: field.datetime(),
  day: field.date(),
  id: field.integer(),
  score: field.number(),
  role: field.enum(names(MOST_FIELDS)),
  only: field.string({ operators: ["$eq", "$ne"] }),
  tags: field.many({
    id: field.integer(),
    text: field.string(),
    at: field.datetime(),
    only: field.string({ operators: ["$eq", "$ne"] }),
  }),
  ...Object.fromEntries(names(MOST_FIELDS).map((name) => [name, field.string()])),
})

/** The schema with fields that count how often they are read: at least once for each value, and for each condition. */
const schema: typeof declared = {
  ...declared,
  fields: new Map(
    [...declared.fields].map(([name, one]) => [
      name,
      new Proxy(one, {
        get(target, property) {
          countOperation()
          return Reflect.get(target, property)
        },
      }),
    ]),
  ),
}

const limits = {
  maxLength: 1e7,
  maxNodes: 1e6,
  maxListLength: 1e6,
  maxRelationConditions: 1e6,
  maxDepth: 256,
}
const each = (count: number, write: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => write(i))
const value = (i: number) => `"${nameOf(i)}"`
const day = (i: number) => `"${new Date(i * 86_400_000).toISOString().slice(0, 10)}"`
const aroundScore = (levels: number, inner: string) =>
  each(levels, String).reduce(
    (text, level) => `{"score":{"$ne":${level}},"$or":[{"score":${level}.5},${text}]}`,
    inner,
  )
/** Texts of filters with many conditions, by how many there are. */
const wide: Readonly<Record<string, (count: number) => string>> = {
  "ANY of one list, or many NONE, of a relation": (count) =>
    `{"$or":[{"tags.text":{"$in":[${each(count, value)}]}},${each(count, (i) => `{"tags.text":{"$ne":${value(count + i)}}}`)}]}`,
  "NONE of one list, and many ANY, of a relation": (count) =>
    `{"$and":[{"tags.text":{"$nin":[${each(count, value)}]}},${each(count, (i) => `{"tags.text":${value(count + i)}}`)}]}`,
  "many ANY, or many NONE, that cannot be listed": (count) =>
    `{"$or":[${each(count, (i) => `{"tags.only":${value(i)}},{"tags.only":{"$ne":${value(count + i)}}}`)}]}`,
  "many pairs of a relation": (count) =>
    `{"$or":[${each(count, (i) => `{"tags.text":{"$in":[${value(i)},${value(i + 1)}]}},{"tags.text":{"$nin":[${value(count + i)},${value(i)}]}}`)}]}`,
  "date-times of a relation": (count) =>
    `{"$or":[${each(count, (i) => `{"tags.at":${day(i)}},{"tags.at":{"$ne":${day(count + i)}}}`)}]}`,
  "a list of date-times": (count) => `{"at":{"$nin":[${each(count, (i) => day(-i))}]},"text":"a"}`,
  "many equalities with one field": (count) =>
    `{"$or":[${each(count, (i) => `{"text":${value(count - i)}}`)}]}`,
  "many equalities that cannot be listed": (count) =>
    `{"$or":[${each(count, (i) => `{"only":${value(i)}}`)}]}`,
  "many negations of one field": (count) =>
    `{"$and":[${each(count, (i) => `{"folded":{"$ne":${value(i)}}}`)}]}`,
  "many intervals of one field": (count) =>
    `{"$or":[${each(count, (i) => `{"text":{"$gt":${value(2 * i)},"$lt":${value(2 * i + 1)}}}`)}]}`,
  "many bounds of one field": (count) =>
    `{"$or":[${each(count, (i) => `{"text":{"$gt":${value(i)}}},{"text":{"$lte":${value(i)}}}`)}]}`,
  "many neighbours": (count) =>
    `{"$or":[{"id":{"$lte":0}},{"id":{"$in":[${each(count, (i) => String(i + 1))}]}}]}`,
  "many neighbours, one by one": (count) =>
    `{"$or":[{"day":{"$lte":"1970-01-01"}},${each(count, (i) => `{"day":${day(2 * i)}}`)}]}`,
  "many intervals of one value": (count) =>
    `{"$or":[${each(count, (i) => `{"id":{"$gt":${4 * i},"$lt":${4 * i + 2}}}`)}]}`,
  "one interval without many of its values": (count) =>
    `{"id":{"$gte":1,"$lte":${2 * count - 1},"$nin":[${each(count - 1, (i) => String(2 * i + 2))}]}}`,
  "many junctions on one field": (count) =>
    `{"score":{"$gte":0},"$and":[${each(count, (i) => `{"$or":[{"score":{"$lt":${4 * i}}},{"score":{"$gt":${4 * i + 2}}}]}`)}]}`,
  "many junctions on each of two fields": (count) =>
    `{"$or":[${each(count, (i) => `{"score":{"$gt":${4 * i},"$lt":${4 * i + 2}},"$or":[{"score":${4 * i + 1}},{"score":null}]},{"id":{"$gt":${i},"$lt":${i + 9}}}`)}]}`,
  "a list inside 12 levels of conditions on its field": (count) =>
    aroundScore(12, `{"score":{"$nin":[${each(count, (i) => String(i + 100))}]}}`),
  "intervals inside 12 levels of conditions on their field": (count) =>
    aroundScore(
      12,
      `{"$or":[${each(count, (i) => `{"score":{"$gt":${9 * i + 100},"$lt":${9 * i + 105}}}`)}]}`,
    ),
  "one list, and a text in its values": (count) => `{"text":{"$contains":"v","$in":[${each(count, value)}]}}`,
  "one list, and many texts in its values": (count) =>
    `{"$and":[{"text":{"$in":[${each(count, value)}]}},${each(count, (i) => `{"text":{"$contains":${value(i)}}}`)}]}`,
  "many values of an enum": (count) => `{"$or":[${each(count, (i) => `{"role":${value(i)}}`)},{"text":"a"}]}`,
  "many conditions on an enum": (count) =>
    `{"$or":[${each(count, (i) => `{"role":${value(i)},"text":"a"}`)}]}`,
  "many fields": (count) => `{${each(count, (i) => `${value(i)}:"a"`)}}`,
  "operands that others imply": (count) =>
    `{"$and":[${each(count, (i) => `{"$or":[{${value(i)}:"a"},{${value(i + 1)}:"a"}]},{${value(i)}:"a"}`)}]}`,
}

/** Texts of filters that nest, by how many levels there are. */
const deep: Readonly<Record<string, (levels: number) => string>> = {
  "one field at each level": (levels) =>
    each(levels, (i) => nameOf(i)).reduce(
      (inner, name) => `{"${name}":"a","$or":[{"text":"a"},${inner}]}`,
      "{}",
    ),
  "one condition of a relation at each level": (levels) =>
    each(levels, value).reduce(
      (inner, text) => `{"tags.text":{"$ne":${text}},"$or":[{"tags.text":${text}},${inner}]}`,
      '{"text":"b"}',
    ),
}

/** A record that satisfies many conditions. */
const valued: object = {
  ...Object.fromEntries(names(MOST_FIELDS).map((name) => [name, "a"])),
  ...{ text: "a", folded: "a", only: "a", at: "2024-01-01", role: "a", tags: [{ text: "a", only: "a" }] },
}

const functions: Readonly<Record<string, (filter: Filter<typeof schema>, text: string) => unknown>> = {
  simplify: analysis.simplify,
  equal: (filter, text) => analysis.equal(filter, parseFilter(schema, text, { limits })),
  matchesEverything: analysis.matchesEverything,
  matchesNothing: analysis.matchesNothing,
  fieldsOf: analysis.fieldsOf,
  describe: analysis.describe,
  "assume a text": (filter) => assume(filter, { text: "b" }),
  "assume related records": (filter) => assume(filter, { tags: [{ text: "b" }, { only: "b" }] }),
  "explain a record without values": (filter) => explain(filter, {}),
  "explain a record that has values": (filter) => explain(filter, valued),
  stringify: (filter) => stringify(filter),
  "simplify of a scope": (filter) => analysis.simplify(scope(filter, filter)),
  "the guard": (_, text) => safeParseFilter(schema, text, { limits, requireSelective: true }),
}

/** Functions that decide take near-linear time, or as much as their budget allows. */
const budgeted: Readonly<Record<string, number>> = {
  equal: 1_000_000,
  matchesEverything: 500_000,
  matchesNothing: 500_000,
  "explain a record without values": 250_000,
  "explain a record that has values": 250_000,
  "the guard": 1_500_000,
}

/** Operations for one input, and for one of twice the size. Twice as many values may need one comparison more each. */
function expectNearLinear(operationsFor: (size: number) => number, size: number, budget = 0): void {
  const [once, twice] = [operationsFor(size), operationsFor(2 * size)]
  expect(once).toBeGreaterThan(0)
  expect(twice).toBeLessThan(Math.max(2.5 * once, budget))
}

describe.each(Object.entries(functions))("%s reads twice as much of twice as many", (name, run) => {
  const operationsFor = (write: (size: number) => string) => (size: number) => {
    const text = write(size)
    const filter = parseFilter(schema, text, { limits })
    return operationsOf(() => run(filter, text))
  }

  test.each(Object.entries(wide))("conditions: %s", (_, write) =>
    expectNearLinear(operationsFor(write), 200, budgeted[name]),
  )

  test.each(Object.entries(deep))("levels: %s", (_, write) =>
    expectNearLinear(operationsFor(write), 50, budgeted[name]),
  )
})

test("a text of 14 kB with one list and 350 conditions of a relation costs little", () => {
  const ids = each(1000, (i) => String(i))
  const text = `{"$or":[{"tags.id":{"$in":[${ids}]}},${each(350, (i) => `{"tags.id":{"$ne":${100_000 + i}}}`)}]}`
  expect(operationsOf(() => parseFilter(schema, text, { limits }))).toBeGreaterThan(1350)
  const filter = parseFilter(schema, text, { limits })
  // To compare each condition with the list would read 350 * 1350 values.
  expect(operationsOf(() => analysis.simplify(filter))).toBeLessThan(50 * 1350)
  for (const run of [analysis.matchesEverything, analysis.matchesNothing])
    expect(operationsOf(() => run(filter))).toBeLessThan(500_000)
})

describe("suggest reads little of each known name", () => {
  const among = (known: readonly string[], unknown: string) => operationsOf(() => suggest(unknown, known))

  test.each([
    ["the end differs", (i: number) => `${"a".repeat(58)}${nameOf(i)}`, `b${"a".repeat(56)}xyzxyz`],
    ["the letters repeat", (i: number) => `${"ab".repeat(26)}${nameOf(i)}`, `${"ba".repeat(27)}xyz`],
    ["nothing is alike", (i: number) => nameOf(i), "xywxyw"],
  ])("%s", (_, name, unknown) => {
    const known = Array.from({ length: 1000 }, (_, i) => name(i))
    // Two letters for each look. A table of all pairs of letters has 4096 entries for each name.
    expect(among(known, unknown)).toBeLessThan(1000 * 1000)
    expect(among([...known, ...known], unknown)).toBeLessThanOrEqual(2 * among(known, unknown))
  })
})
