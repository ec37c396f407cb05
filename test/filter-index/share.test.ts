import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { filterBuilder } from "../../src/builder.ts"
import { join } from "../../src/filter-index/awake.ts"
import { compile } from "../../src/filter-index/compile.ts"
import { Entry } from "../../src/filter-index/entry.ts"
import { Kind } from "../../src/filter-index/kind.ts"
import { Network } from "../../src/filter-index/network.ts"
import { shareOf } from "../../src/filter-index/share.ts"
import { defineSchema, type Filter, field } from "../../src/index.ts"
import { runs } from "../properties/runs.ts"
import { nodesIn } from "./nodes-in.ts"
import { allTypes, fewFields } from "./worlds.ts"

const schema = defineSchema({
  id: field.integer(),
  active: field.boolean(),
  state: field.enum(["open", "closed"]),
  country: field.enum(Array.from({ length: 20 }, (_, i) => `country ${i}`)),
  name: field.string(),
  price: field.number(),
  tags: field.many({ name: field.string() }),
})
const { and, contains, eq, gt, gte, lt, lte, ne, noneOf, oneOf, or } = filterBuilder(schema)
type SchemaFilter = Filter<typeof schema>

/** The shares of filters of one network. */
function sharesOf(...filters: readonly SchemaFilter[]): readonly number[] {
  const network = new Network()
  const nodes = filters.map((filter) => compile(filter, network))
  return nodes.map((node) => shareOf(node, network))
}

const byKind: Readonly<Record<keyof typeof Kind, readonly SchemaFilter[]>> = {
  Equality: [eq("id", 1), eq("id", null), eq("active", true), eq("tags.name", "vip")],
  Membership: [oneOf("id", []), oneOf("id", [1, 2]), oneOf("active", [true, false, null])],
  Range: [
    ...[gt("price", 1), lte("price", 2), and(gt("price", 1), lt("price", 9)), gte("price", -1e308)],
    ...[and(gt("price", 9), lt("price", 1)), gt("name", "a"), and(gt("name", "b"), lt("name", "bc"))],
  ],
  Containment: [contains("name", ""), contains("name", "a"), contains("name", "a".repeat(1000))],
  Negation: [ne("id", 1), noneOf("id", []), noneOf("active", [true, false, null])],
  Conjunction: [and(), and(eq("id", 1), ne("id", 2)), and(gt("id", 1), eq("active", true), ne("id", 5))],
  Disjunction: [or(), or(ne("id", 1), ne("id", 2), ne("id", 3)), or(eq("id", 1), gt("id", 7))],
}

describe("a share is from 0 to 1", () => {
  test.each(Object.entries(byKind))("%s", (kind, filters) => {
    const network = new Network()
    for (const filter of filters) {
      const node = compile(filter, network)
      expect(Kind[network.kindOf(node)]).toBe(kind)
      expect(shareOf(node, network)).toBeGreaterThanOrEqual(0)
      expect(shareOf(node, network)).toBeLessThanOrEqual(1)
    }
  })

  test.each([
    ["few fields", fewFields],
    ["all types", allTypes],
  ])("of all nodes of filters, with %s", (_, worldOf) => {
    const { filter, lists } = worldOf()
    const any = fc.oneof(filter, ...lists.map((list) => fc.constantFrom(...list)))
    fc.assert(
      fc.property(fc.array(any, { maxLength: 30, size: "max" }), (filters) => {
        const network = new Network()
        const nodes = nodesIn(
          network,
          filters.map((filter) => compile(filter, network)),
        )
        const shares = [...nodes].map((node) => shareOf(node, network))
        expect(shares.filter((share) => !(share >= 0 && share <= 1))).toEqual([])
      }),
      runs(100),
    )
  })
})

test("what always holds has the share 1, what never holds the share 0", () => {
  expect(sharesOf(and(), contains("name", ""), noneOf("id", []))).toEqual([1, 1, 1])
  expect(sharesOf(or(), oneOf("id", []))).toEqual([0, 0])
})

describe("the rarer one has the smaller share", () => {
  const others = Array.from({ length: 100 }, (_, i) => eq("id", -i))
  test.each([
    ["a field with more values", eq("country", "country 1"), eq("state", "open")],
    ["a field with many named values", eq("id", 1), eq("active", true)],
    ["a field with more named values", eq("id", 1), eq("name", "Ann")],
    ["fewer values", oneOf("id", [1, 2]), oneOf("id", [1, 2, 3])],
    ["one value", eq("id", 1), oneOf("id", [1, 2])],
    ["one value and its negation", eq("id", 1), ne("id", 1)],
    ["more values, negated", noneOf("id", [1, 2, 3]), noneOf("id", [1, 2])],
    ["a longer text", contains("name", "ann"), contains("name", "an")],
    ["a narrower range", and(gt("price", 1), lt("price", 3)), and(gt("price", 1), lt("price", 9))],
    ["a range that ends earlier", lt("price", 3), lt("price", 9)],
    ["a range that begins later", gt("price", 3), gt("price", 1)],
    ["more operands of and", and(eq("active", true), gt("price", 3)), eq("active", true)],
    ["fewer operands of or", eq("active", true), or(eq("active", true), eq("state", "open"))],
  ])("%s", (_, rare, frequent) => {
    const bounds = and(gt("price", 0), lt("price", 10))
    const [rareShare = Number.NaN, frequentShare = Number.NaN] = sharesOf(rare, frequent, bounds, ...others)
    expect(rareShare).toBeLessThan(frequentShare)
  })
})

describe("a conjunction waits for its most selective condition", () => {
  const selective = eq("id", 1)
  test.each<[string, SchemaFilter]>([
    ["an equality", eq("active", true)],
    ["null", eq("name", null)],
    ["a negation", ne("name", "Ann")],
    ["a range", gt("price", 1)],
    ["a membership", oneOf("country", ["country 1", "country 2", "country 3"])],
    ["a containment", contains("name", "")],
    ["a disjunction", or(eq("active", true), eq("state", "open"))],
  ])("and not for %s", (_, other) => {
    for (const filter of [and(selective, other), and(other, selective)]) {
      const network = new Network()
      join(network, new Entry(1, filter, compile(filter, network)))
      const isWatched = (part: SchemaFilter) => network.isWatched(compile(part, network))
      expect([isWatched(selective), isWatched(other)]).toEqual([true, false])
    }
  })
})

test("the newest of bounds that rise is not taken for selective: dates rise, and so do those of records", () => {
  const rising = Array.from({ length: 20 }, (_, i) => gt("price", i))
  const [state = 0, newest = 0] = sharesOf(eq("country", "country 1"), ...rising).filter(
    (_, i, all) => i === 0 || i === all.length - 1,
  )
  expect(newest).toBeGreaterThan(state)
})
