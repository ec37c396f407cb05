import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { explain } from "../../src/analysis/explain/explain.ts"
import { equal } from "../../src/analysis.ts"
import type { Filter } from "../../src/filter/filter.ts"
import { fold } from "../../src/filter/fold.ts"
import { defineSchema, field, parseFilter } from "../../src/index.ts"
import { toPredicate } from "../../src/predicate.ts"
import { stringify } from "../../src/query-string.ts"
import { filterText, filterTextOf } from "../arbitraries/filters.ts"
import { records } from "../arbitraries/people.ts"
import { people } from "../conformance/people.ts"
import { runs } from "./runs.ts"

/** The value that a function returns, or the error that it throws. */
function outcomeOf(run: () => unknown): unknown {
  try {
    return run()
  } catch (error) {
    return String(error)
  }
}

describe("with all types,", () => {
  const filter = filterText.map((text) => parseFilter(people, text))

  test("the answer is that of the predicate", () => {
    fc.assert(
      fc.property(filter, records(9), (filter, records) => {
        for (const record of records)
          expect(explain(filter, record).matches).toBe(toPredicate(filter)(record))
      }),
      runs(1000),
    )
  })

  test("a record is refused exactly if the predicate refuses it, with the same message", () => {
    const value = fc.constantFrom<unknown>(
      undefined,
      null,
      0,
      1.5,
      "a",
      "7",
      {},
      [],
      [1],
      [{ name: 1 }],
      Number.NaN,
    )
    const record = fc.record(
      Object.fromEntries(Object.keys(people.declarations).map((name) => [name, value])),
    )
    fc.assert(
      fc.property(filter, fc.oneof(record, value), (filter, record) => {
        const matches = outcomeOf(() => toPredicate(filter)(record))
        expect(outcomeOf(() => explain(filter, record).matches)).toEqual(matches)
      }),
      runs(2000),
    )
  })

  test("the span and the path of a reason lead to its condition in the text", () => {
    fc.assert(
      fc.property(filter, records(9), (filter, records) => {
        const text = stringify(filter)
        for (const { field, operator, path, span } of records.flatMap(
          (one) => explain(filter, one).reasons,
        )) {
          const part = text.slice(span.start, span.end)
          const condition = part.startsWith('"$') ? `{"${field}":{${part}}}` : `{${part}}`
          const found = parseFilter(people, condition)
          expect(found).toMatchObject({ operator, field: people.fields.get(field) })
          expect(conditionsOf(filter).some((one) => equal(one, found))).toBe(true)
          const operand = path.reduce((json, step) => Object(json)[step], JSON.parse(text))
          expect([operand, { [operator]: operand }]).toContainEqual(JSON.parse(`{${part}}`)[field] ?? operand)
        }
      }),
      runs(500),
    )
  })
})

/** Few constants, so that a few values of each field tell all filters apart. */
const narrow = defineSchema({
  n: field.integer(),
  sure: field.integer({ nullable: false }),
  e: field.enum(["x", "y"]),
  s: field.string(),
  t: field.many({ n: field.integer(), b: field.boolean({ nullable: false }) }),
  o: field.one({ n: field.integer() }),
})
/** Every value that conditions of these constants tell apart: between, below and above them, and unlisted. */
const constants = ["1", "3"]
const integers = [0, 1, 2, 3, 4]
/** Every combination of values that the rows of `t` may have. A condition asks for one field of any row. */
const rows = [
  [],
  ...subsets([null, 0, 1, 2, 3, 4]).flatMap((ns) =>
    subsets([true, false]).map((bs) =>
      Array.from({ length: Math.max(ns.length, bs.length) }, (_, i) => ({
        n: ns[i % ns.length] ?? null,
        b: bs[i % bs.length],
      })),
    ),
  ),
]
const values: Readonly<Record<string, readonly unknown[]>> = {
  n: [null, ...integers],
  sure: integers,
  e: [null, "x", "y", "z"],
  s: [null, ...textsOf([" ", "a", "b", "c"], 3)],
  t: rows,
  o: [null, ...integers.map((n) => ({ n }))],
}

/** The subsets that are not empty. */
function subsets<Item>(items: readonly Item[]): Item[][] {
  return Array.from({ length: 2 ** items.length - 1 }, (_, bits) =>
    items.filter((_, i) => ((bits + 1) >> i) % 2 === 1),
  )
}

/** Every text of these letters that is no longer than this. Some of them are before and after each constant. */
function textsOf(letters: readonly string[], length: number): string[] {
  if (length === 0) return [""]
  return ["", ...letters.flatMap((letter) => textsOf(letters, length - 1).map((text) => letter + text))]
}

/** Every record that has values in these properties. */
function gridOf(properties: readonly string[]): object[] {
  return properties.reduce<object[]>(
    (grid, name) =>
      (values[name] ?? []).flatMap((value) => grid.map((record) => ({ ...record, [name]: value }))),
    [{ sure: 0 }],
  )
}

const narrowFilter = fc.subarray(Object.keys(values), { minLength: 1, maxLength: 2 }).chain((properties) =>
  filterTextOf(
    [...narrow.fields.values()].filter(({ property, relation }) =>
      properties.includes(relation?.name ?? property),
    ),
    {
      integer: fc.constantFrom(...constants),
      boolean: fc.boolean().map(String),
      string: fc.constantFrom('"a"', '"ab"', '"b"'),
      enum: fc.constantFrom('"x"', '"y"'),
    },
  ).map((text) => ({ filter: parseFilter(narrow, text), grid: gridOf(properties) })),
)

function conditionsOf<S extends typeof narrow | typeof people>(filter: Filter<S>): readonly Filter<S>[] {
  return fold<readonly Filter<S>[], S>(filter, {
    and: (operands) => operands.flat(),
    or: (operands) => operands.flat(),
    condition: (node) => [node],
  })
}

/** Pairs of answers and of the truths of all conditions that some record has. Records with the same pair are alike. */
function worldsOf(filter: Filter<typeof narrow>, grid: readonly object[]) {
  const conditions = [...new Map(conditionsOf(filter).map((one) => [stringify(one), one])).values()]
  const tests = conditions.map((one) => toPredicate<object>(one as Filter))
  const matches = toPredicate<object>(filter as Filter)
  const worlds = new Map<
    string,
    { readonly record: object; readonly truths: readonly boolean[]; readonly answer: boolean }
  >()
  for (const record of grid) {
    const truths = tests.map((test) => test(record))
    worlds.set(String(truths), { record, truths, answer: matches(record) })
  }
  return { names: conditions.map((one) => stringify(one)), worlds: [...worlds.values()] }
}

test("the reasons suffice, and each of them is needed", () => {
  fc.assert(
    fc.property(narrowFilter, ({ filter, grid }) => {
      const { names, worlds } = worldsOf(filter, grid)
      const text = stringify(filter)
      for (const { record, truths, answer } of worlds) {
        const { matches, reasons } = explain<typeof narrow, unknown>(filter, record)
        expect(matches).toBe(answer)
        const indexes = reasons.map(({ field, span }) => {
          const part = text.slice(span.start, span.end)
          return names.indexOf(part.startsWith('"$') ? single(field, part) : `{${part}}`)
        })
        expect(indexes).not.toContain(-1)
        const follows = (kept: readonly number[]) =>
          worlds.every((world) => world.answer === answer || kept.some((i) => world.truths[i] !== truths[i]))
        expect(follows(indexes)).toBe(true)
        for (const left of indexes) expect(follows(indexes.filter((i) => i !== left))).toBe(false)
      }
    }),
    runs(400),
  )
})

/** The text of a filter with one operator of a field. */
function single(field: string, part: string): string {
  return stringify(parseFilter(narrow, `{"${field}":{${part}}}`))
}
