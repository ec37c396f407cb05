import { expect, test } from "vitest"
import { matchesEverything, matchesNothing } from "../../../src/analysis.ts"
import { defineSchema, field, safeParseFilter } from "../../../src/index.ts"
import { toPredicate } from "../../../src/predicate.ts"
import { allFilters, type Member } from "./all-filters.ts"
import { gridOf } from "./grid.ts"
import { conditionsOf, type JsonFilter, parsed } from "./random-filters.ts"
import type { World } from "./world.ts"

/** Two values, so that few conditions say much about them. */
const scalars: Readonly<Record<string, World>> = {
  integer: {
    schema: defineSchema({ x: field.integer() }),
    constants: { x: [0, 1] },
  },
  "integer at the ends, not null": {
    schema: defineSchema({ x: field.integer({ nullable: false }) }),
    constants: { x: ["-9223372036854775808", "9223372036854775807"] },
  },
  number: { schema: defineSchema({ x: field.number() }), constants: { x: [0, 1] } },
  string: {
    schema: defineSchema({ x: field.string({ operators: ["$eq", "$lt", "$lte", "$gt", "$gte", "$nin"] }) }),
    constants: { x: ["", "A", "a"] },
  },
  "string of any case, not null": {
    schema: defineSchema({
      x: field.string({
        operators: ["$ne", "$lt", "$lte", "$gt", "$gte", "$in"],
        caseSensitive: false,
        nullable: false,
      }),
    }),
    constants: { x: ["", "A", "a"] },
  },
  boolean: {
    schema: defineSchema({ x: field.boolean(), y: field.boolean({ nullable: false }) }),
    constants: { x: [false, true], y: [false, true] },
  },
  enum: {
    schema: defineSchema({ x: field.enum(["a", "b"]), y: field.enum(["a", "b"], { nullable: false }) }),
    constants: { x: ["a", "b"], y: ["a", "b"] },
  },
  datetime: {
    schema: defineSchema({ x: field.datetime({ nullable: false }) }),
    constants: { x: ["0000-01-01", "9999-12-31T23:59:59.999999999Z"] },
  },
  reference: { schema: defineSchema({ x: field.reference("users") }), constants: { x: [1, 2, 3] } },
  opaque: { schema: defineSchema({ x: field.opaque(), y: field.opaque() }), constants: { x: [], y: [] } },
  uuid: {
    schema: defineSchema({ x: field.uuid({ nullable: false }) }),
    constants: { x: ["018fd1b1-7c2e-7b3a-9d4e-5f60718293a4", "018FD1B1-7C2E-7B3A-9D4E-5F60718293A5"] },
  },
  decimal: { schema: defineSchema({ x: field.decimal() }), constants: { x: ["0.10", 1] } },
  date: {
    schema: defineSchema({ x: field.date({ nullable: false }) }),
    constants: { x: ["0000-01-01", "0000-01-02", "9999-12-31"] },
  },
  "integer and boolean": {
    schema: defineSchema({
      x: field.integer({ operators: ["$lte", "$gt", "$ne"] }),
      y: field.boolean({ nullable: false }),
    }),
    constants: { x: [0, 1], y: [false, true] },
  },
  "relation to one": {
    schema: defineSchema({
      one: field.one({ x: field.integer({ operators: ["$lte", "$gt", "$ne"] }), y: field.boolean() }),
    }),
    constants: { "one.x": [0, 1], "one.y": [true] },
  },
  "relation to one, with fields that are not null": {
    schema: defineSchema({
      one: field.one({
        x: field.integer({ operators: ["$lte", "$gt", "$ne"], nullable: false }),
        y: field.enum(["a"], { nullable: false }),
        z: field.enum(["a"]),
      }),
    }),
    constants: { "one.x": [0], "one.y": ["a"], "one.z": ["a"] },
  },
}

/** Texts inside texts, and relations to many. */
const others: Readonly<Record<string, World>> = {
  "texts inside": {
    schema: defineSchema({ x: field.string({ operators: ["$eq", "$ne", "$lt", "$gte", "$contains"] }) }),
    constants: { x: ["", "a", "ab", "b"] },
  },
  "texts inside, of any case": {
    schema: defineSchema({
      x: field.string({
        operators: ["$ne", "$in", "$lte", "$gt", "$contains"],
        caseSensitive: false,
        nullable: false,
      }),
    }),
    constants: { x: ["A", "ab", "ba"] },
  },
  "related integers": {
    schema: defineSchema({ t: field.many({ x: field.integer() }) }),
    constants: { "t.x": [0, 1] },
  },
  "related integers that are not null": {
    schema: defineSchema({ t: field.many({ x: field.integer({ nullable: false }) }) }),
    constants: { "t.x": [0, 1] },
  },
  "related booleans and enums": {
    schema: defineSchema({
      t: field.many({ x: field.boolean({ nullable: false }), y: field.enum(["a", "b"]) }),
    }),
    constants: { "t.x": [false, true], "t.y": ["a", "b"] },
  },
  "related texts": {
    schema: defineSchema({ t: field.many({ x: field.string({ operators: ["$eq", "$ne", "$contains"] }) }) }),
    constants: { "t.x": ["", "a"] },
  },
}

type Answers = Readonly<Record<string, boolean>>

/** What the library says of a filter. */
function answersOf(world: World, json: JsonFilter): Answers {
  const filter = parsed(world, json)
  const guarded = safeParseFilter(world.schema, json as never, { requireSelective: true })
  return {
    "matches everything": matchesEverything(filter),
    "matches nothing": matchesNothing(filter),
    "is refused by the guard": !guarded.ok,
  }
}

interface Tally {
  readonly total: number
  /** How many filters the records of the grid say this of. */
  readonly right: Readonly<Record<string, number>>
  readonly missed: Readonly<Record<string, number>>
  readonly unsound: number
  /** The first filters with a wrong answer. */
  readonly examples: readonly string[]
}

const MOST_EXAMPLES = 5

/** Asks about all filters of up to three conditions, and compares the answers with the records of the grid. */
function tallyOf(world: World): Tally {
  const grid = gridOf(world)
  const every = (1n << BigInt(grid.length)) - 1n
  const bitsWhere = (holds: (record: object) => boolean) =>
    grid.reduce<bigint>((bits, record, i) => (holds(record) ? bits | (1n << BigInt(i)) : bits), 0n)
  // The guard takes enums as closed.
  const listed = bitsWhere((record) => !JSON.stringify(record).includes('"unlisted"'))
  const conditions = conditionsOf(world).map(
    (json): Member => ({ json, matched: bitsWhere(toPredicate(parsed(world, json))) }),
  )
  const right: Record<string, number> = {}
  const missed: Record<string, number> = {}
  const examples: string[] = []
  let unsound = 0
  let total = 0
  for (const { json, matched } of allFilters(conditions)) {
    total++
    const truths: Answers = {
      "matches everything": (matched & every) === every,
      "matches nothing": (matched & every) === 0n,
      "is refused by the guard": (matched & listed) === listed,
    }
    for (const [name, answer] of Object.entries(answersOf(world, json))) {
      if (truths[name]) right[name] = (right[name] ?? 0) + 1
      if (answer === truths[name]) continue
      if (answer) unsound++
      else missed[name] = (missed[name] ?? 0) + 1
      if (examples.length < MOST_EXAMPLES)
        examples.push(`${answer ? "unsound" : "missed"}: ${name}: ${JSON.stringify(json)}`)
    }
  }
  return { total, right, missed, unsound, examples }
}

test.each(Object.entries({ ...scalars, ...others }))(
  "of all filters of up to three conditions, no answer is unsound or missed: %s",
  (_, world) => {
    const { total, right, missed, unsound, examples } = tallyOf(world)
    expect({ unsound, missed, examples }).toEqual({ unsound: 0, missed: {}, examples: [] })
    expect(Math.min(...Object.values(right))).toBeGreaterThan(total / 100)
  },
)
