import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { filterBuilder } from "../../src/builder.ts"
import { join, leave } from "../../src/filter-index/awake.ts"
import { compile } from "../../src/filter-index/compile.ts"
import { Entry } from "../../src/filter-index/entry.ts"
import { Kind } from "../../src/filter-index/kind.ts"
import { Mark } from "../../src/filter-index/mark.ts"
import { Network } from "../../src/filter-index/network.ts"
import { recordReader } from "../../src/filter-index/read-record.ts"
import { Round } from "../../src/filter-index/round.ts"
import { type Node, NodePart } from "../../src/filter-index/structures/graph.ts"
import { defineSchema, type Filter, field } from "../../src/index.ts"
import { runs } from "../properties/runs.ts"
import { nodesIn } from "./nodes-in.ts"
import { allTypes, fewFields } from "./worlds.ts"

const schema = defineSchema({
  id: field.integer(),
  state: field.string(),
  kind: field.string(),
  email: field.string({ caseSensitive: false }),
  price: field.decimal(),
  at: field.datetime(),
  tags: field.many({ name: field.string(), rank: field.integer() }),
  company: field.one({ name: field.string() }),
})
type SchemaFilter = Filter<typeof schema>
const { and, contains, eq, gt, gte, lt, lte, ne, noneOf, oneOf, or } = filterBuilder(schema)

const open = eq("state", "open")
const bug = eq("kind", "bug")

/** Adds a filter, as an index does. */
function enter(network: Network, filter: Filter, id: unknown = filter): Entry {
  const entry = new Entry(id, filter, compile(filter, network))
  join(network, entry)
  return entry
}

function operandsOf(network: Network, filter: SchemaFilter): readonly Node[] {
  return network.operandsOf(compile(filter, network))
}

function ascending(nodes: readonly Node[]): readonly Node[] {
  return [...nodes].sort((a, b) => a - b)
}

describe("equal filters are one node", () => {
  test.each<[string, SchemaFilter, SchemaFilter]>([
    ["equality", eq("id", 1), eq("id", 1)],
    ["equality with null", eq("tags.name", null), eq("tags.name", null)],
    ["negation", ne("id", 1), ne("id", 1)],
    ["containment, in any case", contains("email", "ANN"), contains("email", "ann")],
    ["a list in any order", oneOf("id", [1, 2, 3]), oneOf("id", [3, 1, 2])],
    ["a list with repetitions", oneOf("id", [1, 2]), oneOf("id", [2, 1, 2])],
    ["a list of one value", oneOf("id", [1]), eq("id", 1)],
    ["a negated list in any order", noneOf("id", [1, null]), noneOf("id", [null, 1])],
    ["a negated list of one value", noneOf("id", [1]), ne("id", 1)],
    ["an empty list", oneOf("id", []), oneOf("id", [])],
    ["bounds in any order", and(gt("id", 1), lt("id", 5)), and(lt("id", 5), gt("id", 1))],
    ["bounds of which one decides", and(gt("id", 1), gt("id", 3), gte("id", 3)), gt("id", 3)],
    ["a bound in any case", gt("email", "A"), gt("email", "a")],
    ["decimals with other digits", lt("price", "1.50"), lt("price", "15e-1")],
    ["date-times with other offsets", gt("at", "2024-02-29T01:00:00+01:00"), gt("at", "2024-02-29")],
    ["and, in any order", and(open, gt("id", 1), ne("id", 7)), and(ne("id", 7), open, gt("id", 1))],
    ["and, with repetitions", and(open, bug, open), and(bug, open)],
    ["or, in any order", or(open, gt("id", 1), ne("id", 7)), or(ne("id", 7), open, gt("id", 1))],
    ["or, with repetitions", or(open, bug, open), or(bug, open)],
    ["or of equal filters", or(open, open), open],
    ["no condition", and(), and()],
    ["no filter", or(), or()],
    [
      "nested, in any order",
      or(and(open, or(bug, gt("price", 1))), and(bug, noneOf("id", [1, 2]))),
      or(and(noneOf("id", [2, 1]), bug), and(or(gt("price", 1), bug), open)),
    ],
  ])("%s", (_, one, other) => {
    const network = new Network()
    const node = compile(one, network)
    expect(compile(other, network)).toBe(node)
    expect(compile(one, network)).toBe(node)
  })
})

test("filters that differ are different nodes", () => {
  const filters: readonly SchemaFilter[] = [
    ...[and(), or(), open, eq("kind", "open"), eq("state", "Open"), contains("state", "open")],
    ...[ne("state", "open"), ne("kind", "open"), eq("state", null), ne("state", null), contains("state", "")],
    ...[gt("state", "open"), gte("state", "open"), lt("state", "open"), lte("state", "open")],
    ...[gt("kind", "open"), gt("state", "ope"), gt("state", "1:a<1:b"), gt("state", "=1:a")],
    ...[gt("state", "a<1:b"), gt("state", "a<b")],
    ...[and(gt("state", "a"), lt("state", "b")), and(gt("state", "a"), lt("kind", "b"))],
    ...[and(gte("state", "a"), lt("state", "b")), and(gt("state", "a"), lte("state", "b"))],
    ...[oneOf("state", []), oneOf("kind", []), noneOf("state", []), oneOf("state", ["open", "closed"])],
    ...[oneOf("kind", ["open", "closed"]), noneOf("state", ["open", "closed"]), oneOf("state", ["a", "b"])],
    ...[and(open, bug), or(open, bug), and(open, ne("kind", "bug")), and(open, bug, eq("id", 1))],
    ...[and(open, or(bug, eq("id", 1))), or(open, and(bug, eq("id", 1))), or(open, bug, eq("id", 1))],
    ...[eq("tags.name", "open"), eq("company.name", "open"), and(gt("tags.rank", 1), lt("tags.rank", 2))],
  ]
  const network = new Network()
  expect(new Set(filters.map((filter) => compile(filter, network))).size).toBe(filters.length)
})

test("filters share the parts that they have in common", () => {
  const network = new Network()
  const parts = [open, gt("id", 1), noneOf("id", [1, 2]), contains("email", "ann")]
  const both = compile(and(...parts), network)
  const any = compile(or(...parts.toReversed()), network)
  const expected = ascending(parts.map((part) => compile(part, network)))
  expect(ascending(network.operandsOf(both))).toEqual(expected)
  expect(ascending(network.operandsOf(any))).toEqual(expected)
})

test("bounds on related records are not joined: one record each may satisfy them", () => {
  const network = new Network()
  const bounds = [gt("tags.rank", 1), lt("tags.rank", 2)]
  expect(ascending(operandsOf(network, and(...bounds)))).toEqual(
    ascending(bounds.map((bound) => compile(bound, network))),
  )
})

describe("a pair of conditions", () => {
  const often = 20
  /** Conditions that are less selective than those of pairs. */
  const rest = (i: number) => ne("price", i)
  const triple = (i: number) => and(open, bug, rest(i))

  /** A network in which each of these conditions is used often, but no two together. */
  function networkWith(...conditions: readonly SchemaFilter[]): Network {
    const network = new Network()
    for (const condition of conditions)
      for (let i = 0; i < often; i++) enter(network, and(condition, lt("id", i)))
    return network
  }

  test("is shared by filters if both are used often", () => {
    const network = networkWith(open, bug)
    const pair = compile(and(open, bug), network)
    const tripled = [1, 2, 3].map((i) => operandsOf(network, triple(i)))
    expect(tripled).toEqual([1, 2, 3].map((i) => [pair, compile(rest(i), network)]))
  })

  test.each([
    ["one is used often", [open]],
    ["the other is used often", [bug]],
    ["none is used often", []],
  ])("is not shared if %s", (_, conditions) => {
    const network = networkWith(...conditions)
    const [first = Number.NaN, ...others] = operandsOf(network, triple(1))
    expect(network.kindOf(first)).not.toBe(Kind.Conjunction)
    expect(others.length).toBe(2)
  })

  test("does not make equal filters two nodes, whether they are older or younger than it", () => {
    const network = networkWith()
    const older = enter(network, triple(1)).node
    for (const condition of [open, bug])
      for (let i = 0; i < often; i++) enter(network, and(condition, lt("id", i)))
    const younger = enter(network, triple(2)).node
    expect([older, younger].map((node) => network.operandsOf(node).length)).toEqual([3, 2])
    expect(compile(and(rest(1), bug, open), network)).toBe(older)
    expect(compile(and(rest(2), bug, open), network)).toBe(younger)
    expect(compile(and(bug, open), network)).not.toBe(older)
  })

  test("stays for the filters that have it when its conditions are used less", () => {
    const network = new Network()
    const many = [open, bug].flatMap((condition) =>
      Array.from({ length: often }, (_, i) => enter(network, and(condition, lt("id", i)))),
    )
    const younger = enter(network, triple(2)).node
    for (const entry of many) leave(network, entry)
    expect(compile(triple(2), network)).toBe(younger)
    expect(matching(network, { state: "open", kind: "bug", price: 3 })).toEqual([triple(2)])
    expect(matching(network, { state: "open", price: 3 })).toEqual([])
    expect(operandsOf(network, triple(3)).length).toBe(3)
  })
})

/** The ids of the filters that match, of those with an id that is the first one of its node. */
function matching(network: Network, record: unknown): readonly unknown[] {
  const { columns } = network
  const read = recordReader(
    columns.map(({ field }) => field),
    undefined,
  )
  return new Round(network).matching(columns, read(record)).map((node) => network.ids[node])
}

describe("what leaves gives everything back", () => {
  test.each([
    ["few fields", fewFields],
    ["all types", allTypes],
  ])("with %s", (_, worldOf) => {
    const { filter, lists } = worldOf()
    const any = fc.oneof(filter, ...lists.map((list) => fc.constantFrom(...list)))
    const filters = fc.array(any, { maxLength: 60, size: "max" })
    fc.assert(
      fc.property(filters, filters, fc.infiniteStream(fc.nat()), (all, later, picks) => {
        const network = new Network()
        const entries = all.map((filter) => enter(network, filter))
        const { columns } = network
        const nodes = nodesIn(
          network,
          entries.map(({ node }) => node),
        )
        while (entries.length > 0) {
          const [pick = 0] = picks.take(1)
          for (const entry of entries.splice(pick % entries.length, 1)) leave(network, entry)
        }
        expect(network.columns).toEqual([])
        expect(columns.map(({ conditions, bounded }) => conditions + bounded)).toEqual(columns.map(() => 0))
        const sizes = columns.map((column) => [
          ...[column.equalities.size, column.containments.size, column.needles.size, column.ranges.size],
        ])
        expect(sizes).toEqual(columns.map(() => [0, 0, 0, 0]))
        expect(network.isWatched(network.everything)).toBe(false)
        expect(network.part(network.everything, NodePart.Uses)).toBe(1)
        // All numbers of nodes are free again.
        const numbers = [...nodes].filter((node) => node !== network.everything)
        expect(ascending(numbers.map(() => network.add([])))).toEqual(ascending(numbers))
        for (const node of numbers) network.remove(node)
        for (const filter of later) enter(network, filter)
        const anew = new Network()
        for (const filter of later) enter(anew, filter)
        expect(network.columns.map(({ field }) => field.name).sort()).toEqual(
          anew.columns.map(({ field }) => field.name).sort(),
        )
      }),
      runs(100),
    )
  })

  test("the edges of what leaves are used again", () => {
    const network = new Network()
    const filters = Array.from({ length: 500 }, (_, i) => and(open, oneOf("id", [i, i + 1]), ne("id", -i)))
    const lengths = Array.from({ length: 3 }, () => {
      const entries = filters.map((filter) => enter(network, filter))
      for (const entry of entries) leave(network, entry)
      return [network.nodes.length, network.edges.length]
    })
    expect(lengths).toEqual(lengths.map(() => lengths[0]))
  })

  test("a part stays as long as some filter has it", () => {
    const network = new Network()
    const [first, second] = [and(open, gt("id", 1)), or(open, bug)].map((filter) => enter(network, filter))
    const node = compile(open, network)
    if (first !== undefined) leave(network, first)
    expect(compile(open, network)).toBe(node)
    expect(network.columns.map(({ field }) => field.name)).toEqual(["state", "kind"])
    if (second !== undefined) leave(network, second)
    expect(network.columns).toEqual([])
  })

  test("filters of one node leave in any order", () => {
    for (const order of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 0, 2],
      [1, 2, 0],
    ]) {
      const network = new Network()
      const entries = ["a", "b", "c"].map((id) => enter(network, open, id))
      for (const [left, place] of order.entries()) {
        const entry = entries[place]
        expect(network.part(entry?.node ?? 0, NodePart.Owners)).toBe(3 - left)
        if (entry !== undefined) leave(network, entry)
        const ids: unknown[] = []
        for (let one = network.owners[entry?.node ?? 0]; one !== undefined; one = one.next) ids.push(one.id)
        expect(ids.sort()).toEqual(["a", "b", "c"].filter((_, i) => !order.slice(0, left + 1).includes(i)))
      }
    }
  })
})

test("the columns are the same array until others have conditions", () => {
  const network = new Network()
  const entry = enter(network, and(open, bug))
  const { columns } = network
  const other = enter(network, and(ne("state", "open"), gt("kind", "a")))
  expect(network.columns).toBe(columns)
  leave(network, entry)
  expect(network.columns).toBe(columns)
  const added = enter(network, eq("id", 1))
  expect(network.columns.map(({ field }) => field.name).sort()).toEqual(["id", "kind", "state"])
  leave(network, added)
  leave(network, other)
  expect(network.columns).toEqual([])
})

describe("the numbers of rounds begin anew before they are too great", () => {
  const last = 2 ** 31
  test.each([1, 2, 3, 4, 8])("with %i rounds left", (left) => {
    const network = new Network()
    const filters = {
      open,
      closed: ne("state", "open"),
      both: and(open, bug, gt("id", 1)),
      some: or(bug, contains("email", "ann")),
      list: noneOf("id", [1, 2]),
    }
    for (const [id, filter] of Object.entries(filters)) enter(network, filter, id)
    const records: readonly (readonly [record: object, ids: readonly string[]])[] = [
      [{ state: "open", kind: "bug", id: 2 }, ["both", "open", "some"]],
      [{ email: "Ann", id: 1 }, ["closed", "some"]],
      [{ state: "open", kind: "task", id: 5 }, ["list", "open"]],
      [{}, ["closed", "list"]],
    ]
    const answer = (i: number) => {
      const [record, ids] = records[i % records.length] ?? [{}, []]
      expect([...matching(network, record)].sort()).toEqual(ids)
    }
    // The numbers of these rounds come again with other records.
    for (let i = 0; i < 8; i++) answer(i)
    network.round = last - left * Mark.Count
    for (let i = 1; i < 30; i++) {
      answer(i)
      expect(network.round).toBeLessThan(last - Mark.Count)
    }
    expect(network.round).toBeLessThan(1000)
  })
})
