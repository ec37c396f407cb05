import { filterBuilder } from "../../src/builder.ts"
import { type FilterIndex, filterIndex } from "../../src/filter-index.ts"
import { defineSchema, type Filter, field, type RecordOf } from "../../src/index.ts"
import { startCounting } from "./work.ts"

const schema = defineSchema({
  id: field.integer(),
  state: field.string(),
  kind: field.string(),
  email: field.string({ caseSensitive: false }),
  price: field.number(),
  at: field.datetime(),
  tags: field.many({ name: field.string(), rank: field.integer() }),
  company: field.one({ name: field.string() }),
})
type S = typeof schema
const { and, contains, eq, gt, gte, lt, lte, ne, noneOf, oneOf, or } = filterBuilder(schema)

/** Something to do with an index, and what it must find: how many ids, or how many filters are left. */
export interface Task {
  readonly run: () => number
  readonly found: number
}

/** Prepares a task of a size. Only the task is counted. */
export type Workload = (size: number) => Task

const each = <Item>(count: number, make: (i: number) => Item): Item[] =>
  Array.from({ length: count }, (_, i) => make(i))
const day = (i: number) => new Date(86_400_000 * i)

function indexOf(filters: readonly Filter<S>[]): FilterIndex<S, number> {
  const index = filterIndex<S, number>(schema)
  for (const [i, filter] of filters.entries()) index.set(i, filter)
  return index
}

/** Matches a record with an index that has already answered for others. */
function match(filters: readonly Filter<S>[], record: RecordOf<S>, found: number): Task {
  const index = indexOf(filters)
  for (const other of [record, {}, record]) index.match(other)
  return { run: () => index.match(record).length, found }
}

/** Deletes the filter in the middle of an index that has already answered. */
function deletion(filters: readonly Filter<S>[]): Task {
  const index = indexOf(filters)
  index.match({})
  return {
    run() {
      index.delete(filters.length >> 1)
      return index.size
    },
    found: filters.length - 1,
  }
}

/** Sets filters one by one, and asks for a record after each one. */
function alternation(
  filters: readonly Filter<S>[],
  next: (i: number) => Filter<S>,
  record: RecordOf<S>,
): Task {
  const index = indexOf(filters)
  index.match(record)
  return {
    run() {
      for (let i = 0; i < 20; i++) {
        index.set(filters.length + i, next(i))
        index.match(record)
        index.delete(filters.length + i)
        index.match(record)
      }
      return index.size
    },
    found: filters.length,
  }
}

/** Sets all filters, and asks once. */
function building(filters: readonly Filter<S>[]): Task {
  return {
    run() {
      const index = indexOf(filters)
      index.match({ id: 1, state: "s1", price: 1, email: "e1" })
      return index.size
    },
    found: filters.length,
  }
}

const equal = (size: number) =>
  each(size, () => and(eq("state", "open"), gt("price", 5), contains("email", "ann")))
/** The disjunction of this and itself is a conjunction. */
const nested = and(eq("state", "open"), eq("kind", "a"))
const many = (size: number) => each(size, (i) => i)
/** Lists of 20 ids, one after the other. */
const blocks = (size: number) => each(size, (i) => each(20, (j) => 20 * i + j))
/** 20 lists of so many ids each, of which each id is in one. */
const combs = (size: number) => each(20, (i) => each(size, (j) => 20 * j + i))
const list = (size: number) => many(size).map((id) => 3 * id)

/** What finds few filters among many. It must do less than one thing for each filter. */
export const selective: Readonly<Record<string, Workload>> = {
  "one equality each": (size) =>
    match(
      many(size).map((i) => eq("id", i)),
      { id: 7 },
      1,
    ),
  "two equalities, one of which all filters share": (size) =>
    match(
      many(size).map((i) => and(eq("state", "open"), eq("id", i))),
      { state: "open", id: 7 },
      1,
    ),
  "an equality and conditions that almost every record satisfies": (size) =>
    match(
      many(size).map((i) =>
        and(ne("state", `s${i}`), gt("price", -i), noneOf("kind", [`k${i}`]), eq("id", i)),
      ),
      { state: "open", price: 1, id: 7 },
      1,
    ),
  "an equality and a disjunction that all filters share": (size) =>
    match(
      many(size).map((i) => and(or(eq("state", "open"), gt("price", 5)), eq("id", i))),
      { state: "open", id: 7 },
      1,
    ),
  "disjunctions of equalities": (size) =>
    match(
      many(size).map((i) => or(eq("state", `s${i}`), eq("id", i))),
      { state: "s3", id: 7 },
      2,
    ),
  "an equality, and an interval that holds, beside an interval with bounds far away": (size) =>
    match(
      [
        and(gt("price", -1e300), lt("price", 1e300), eq("id", -1)),
        ...many(size).map((i) => and(gt("price", -i), lt("price", 1 + i), eq("id", i))),
      ],
      { price: 0.5, id: 7 },
      1,
    ),
  "lists of ten values": (size) =>
    match(
      many(size).map((i) =>
        oneOf(
          "id",
          each(10, (j) => 10 * i + j),
        ),
      ),
      { id: 77 },
      1,
    ),
  "bounds of which few hold": (size) =>
    match(
      many(size).map((i) => gt("price", i)),
      { price: 4.5 },
      5,
    ),
  "bounds of which few hold, from above": (size) =>
    match(
      many(size).map((i) => lte("at", day(-i))),
      { at: day(-4) },
      5,
    ),
  "narrow intervals": (size) =>
    match(
      many(size).map((i) => and(gte("price", 2 * i), lt("price", 2 * i + 1))),
      { price: size },
      1,
    ),
  "texts to contain": (size) =>
    match(
      many(size).map((i) => contains("email", `n${i};`)),
      { email: `ann7;@example.com${"x".repeat(50)}` },
      1,
    ),
  "related records": (size) =>
    match(
      many(size).map((i) => eq("tags.rank", i)),
      { tags: each(10, (i) => ({ rank: 2 * i })) },
      10,
    ),
  "no related record": (size) =>
    match(
      many(size).map((i) => and(eq("tags.rank", i), ne("tags.name", "a"))),
      {},
      0,
    ),
  "the record of a relation": (size) =>
    match(
      many(size).map((i) => eq("company.name", `c${i}`)),
      { company: { name: "c7" } },
      1,
    ),
  "equal filters, none of which holds": (size) =>
    match(equal(size), { state: "open", price: 5, email: "ann" }, 0),
  "ranges with one bound that does not hold": (size) =>
    match(
      many(size).map((i) => and(gt("price", 5), ne("id", i))),
      { price: 5, id: -1 },
      0,
    ),
  "lists of values to exclude, and an equality": (size) =>
    match(
      many(size).map((i) =>
        and(
          eq("state", `s${i}`),
          noneOf(
            "id",
            each(20, (j) => i + j),
          ),
        ),
      ),
      { state: "s7", id: -1 },
      1,
    ),
  "a disjunction of as many conditions, which others share": (size) =>
    match(
      [
        or(...many(size).map((i) => eq("id", i))),
        ...many(size).map((i) => and(eq("id", i), eq("state", "open"))),
      ],
      { id: 7, state: "open" },
      2,
    ),
  "a disjunction of as many conditions, none of which holds": (size) =>
    match([or(...many(size).map((i) => eq("id", i))), ...many(size).map((i) => eq("id", i))], { id: -1 }, 0),
  "a conjunction of as many conditions, one of which fails": (size) =>
    match([and(...many(size).map((i) => ne("id", i)))], { id: 7 }, 0),
  "one list of as many values": (size) =>
    match([noneOf("id", list(size)), oneOf("id", list(size)), eq("state", "open")], { id: 3 }, 1),
}

/** What is done to one filter among many. It must not depend on how many there are. */
export const single: Readonly<Record<string, Workload>> = {
  "deletes one of many filters": (size) =>
    deletion(many(size).map((i) => and(eq("id", i), ne("state", `s${i}`), contains("email", `e${i}`)))),
  "deletes one of many equal filters": (size) => deletion(equal(size)),
  "deletes one of many filters that share a condition": (size) =>
    deletion(many(size).map((i) => and(eq("state", "open"), eq("id", i)))),
  "deletes one of many ranges with one bound": (size) =>
    deletion(many(size).map((i) => and(gt("price", 5), eq("id", i)))),
  "deletes one of many ranges": (size) => deletion(many(size).map((i) => gt("price", i))),
  "deletes one of many texts to contain": (size) =>
    deletion(many(size).map((i) => contains("email", `e${i};`))),
  "deletes one of many disjunctions": (size) =>
    deletion(many(size).map((i) => or(eq("state", "open"), eq("id", i)))),
  "sets, matches and deletes by turns: equalities": (size) =>
    alternation(
      many(size).map((i) => eq("id", i)),
      (i) => eq("id", -1 - i),
      { id: 7 },
    ),
  "sets, matches and deletes by turns: equal filters": (size) =>
    alternation(equal(size), () => eq("state", "closed"), { state: "closed" }),
  "sets, matches and deletes by turns: ranges": (size) =>
    alternation(
      many(size).map((i) => gt("price", 2 * i)),
      (i) => gt("price", 2 * i + 1),
      { price: 4 },
    ),
  "sets, matches and deletes by turns: texts to contain": (size) =>
    alternation(
      many(size).map((i) => contains("email", `e${i};`)),
      (i) => contains("email", `f${i};`),
      {
        email: "e7;f3;",
      },
    ),
}

/** What grows no faster than its size: that of the filters, of the record and of the answer together. */
export const linear: Readonly<Record<string, Workload>> = {
  "sets filters, equalities": (size) =>
    building(many(size).map((i) => and(eq("id", i), eq("state", `s${i % 7}`)))),
  "sets filters, ranges in order": (size) => building(many(size).map((i) => gt("price", i))),
  "sets filters, ranges in reverse order": (size) => building(many(size).map((i) => lt("price", -i))),
  "sets filters, ranges in no order": (size) =>
    building(many(size).map((i) => gt("price", (i * 7919) % 10_007))),
  "sets filters, ranges with one bound": (size) =>
    building(many(size).map((i) => and(gt("price", 5), ne("id", i)))),
  "sets filters, texts to contain": (size) => building(many(size).map((i) => contains("email", `e${i};`))),
  "sets filters, equal ones": (size) => building(equal(size)),
  "sets filters, equal ones with a conjunction inside of a conjunction": (size) =>
    building(many(size).map(() => and(eq("id", 1), or(nested, nested)))),
  "sets filters, lists to exclude": (size) => building(blocks(size).map((ids) => noneOf("id", ids))),
  "sets filters, a disjunction of as many conditions": (size) =>
    building([or(...many(size).map((i) => eq("id", i))), ...many(size).map((i) => eq("id", i))]),
  "matches equal filters": (size) => match(equal(size), { state: "open", price: 6, email: "Ann" }, size),
  "matches lists of values to exclude": (size) =>
    match(
      blocks(size).map((ids) => noneOf("id", ids)),
      { id: -1 },
      size,
    ),
  "matches ranges with one bound": (size) =>
    match(
      many(size).map((i) => and(gt("price", 5), ne("id", i))),
      { price: 6, id: -1 },
      size,
    ),
  "matches related records": (size) =>
    match(
      many(size).map((i) => eq("tags.rank", i)),
      { tags: each(size, (rank) => ({ rank })) },
      size,
    ),
  "matches no related record of many": (size) =>
    match(
      many(size).map((i) => noneOf("tags.rank", [i, i + 1])),
      { tags: each(size, (i) => ({ rank: -1 - i })) },
      size,
    ),
  // The texts have size² letters in all, so one search for each would take the square of the size.
  "matches texts of one repeated letter": (size) =>
    match(
      many(size >> 3).map((i) => contains("email", "a".repeat(i + 1))),
      { email: "a".repeat(size >> 3) },
      size >> 3,
    ),
  "matches texts of one repeated letter, none of which is there": (size) =>
    match(
      many(size >> 3).map((i) => contains("email", `${"a".repeat(i + 1)}b`)),
      { email: "a".repeat(size >> 3) },
      0,
    ),
}

/** What does not depend on the length of the lists. There are 20 lists, and the size is their length. */
export const lists: Readonly<Record<string, Workload>> = {
  "matches no list of values to exclude": (size) =>
    match(
      combs(size).map((ids) => noneOf("id", ids)),
      { id: -1 },
      20,
    ),
  "matches all lists but one": (size) =>
    match(
      combs(size).map((ids) => noneOf("id", ids)),
      { id: 20 },
      19,
    ),
  "matches one of the lists": (size) =>
    match(
      combs(size).map((ids) => oneOf("id", ids)),
      { id: 20 },
      1,
    ),
}

export interface Measured {
  readonly work: number
  readonly found: number
  readonly expected: number
}

const SIZES = [1000, 4000] as const

/** Counts what each workload does at two sizes. */
export function measureAll(): Readonly<Record<string, readonly Measured[]>> {
  const workOf = startCounting()
  return Object.fromEntries(
    Object.entries({ ...selective, ...single, ...linear, ...lists }).map(([name, prepare]) => [
      name,
      SIZES.map((size) => {
        const { run, found: expected } = prepare(size)
        let found: number | undefined
        const work = workOf(() => {
          found = run()
        })
        return { work, found: found ?? Number.NaN, expected }
      }),
    ]),
  )
}
