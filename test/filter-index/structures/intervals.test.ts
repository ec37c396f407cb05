import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { Intervals } from "../../../src/filter-index/structures/intervals.ts"
import { runs } from "../../properties/runs.ts"

interface Entry {
  readonly low: number
  readonly high: number
  readonly item: number
}

/** The items found, sorted, so that an item found twice would show. */
function stab(intervals: Intervals, point: number): number[] {
  const found: number[] = []
  intervals.stab(point, (item) => found.push(item))
  return found.sort((a, b) => a - b)
}

/** What `stab` should find. */
function naiveStab(entries: Iterable<Entry>, point: number): number[] {
  const found = [...entries].filter(({ low, high }) => low <= point && point <= high)
  return found.map(({ item }) => item).sort((a, b) => a - b)
}

const entry = (low: number, high: number, item = 0): Entry => ({ low, high, item })

function intervalsOf(entries: readonly Entry[]): Intervals {
  const intervals = new Intervals()
  for (const { low, high, item } of entries) intervals.add(low, high, item)
  return intervals
}

test.each([
  { name: "inside", low: 1, high: 3, point: 2, contains: true },
  { name: "its low", low: 1, high: 3, point: 1, contains: true },
  { name: "its high", low: 1, high: 3, point: 3, contains: true },
  { name: "below", low: 1, high: 3, point: 0.5, contains: false },
  { name: "above", low: 1, high: 3, point: 3.5, contains: false },
  { name: "a single value", low: 2, high: 2, point: 2, contains: true },
  { name: "the low of an interval that is upside down", low: 3, high: 1, point: 3, contains: false },
  { name: "inside of an interval that is upside down", low: 3, high: 1, point: 2, contains: false },
  { name: "inside, without a low", low: -Infinity, high: 1, point: -1e300, contains: true },
  { name: "above, without a low", low: -Infinity, high: 1, point: 2, contains: false },
  { name: "inside, without a high", low: 1, high: Infinity, point: 1e300, contains: true },
  { name: "below, without a high", low: 1, high: Infinity, point: 0, contains: false },
  { name: "anything, without bounds", low: -Infinity, high: Infinity, point: 0, contains: true },
  { name: "-Infinity", low: -Infinity, high: 1, point: -Infinity, contains: true },
  { name: "Infinity", low: 1, high: Infinity, point: Infinity, contains: true },
  { name: "NaN", low: -Infinity, high: Infinity, point: Number.NaN, contains: false },
  { name: "-0 in an interval of 0", low: 0, high: 0, point: -0, contains: true },
  { name: "0 in an interval of -0", low: -0, high: -0, point: 0, contains: true },
])("one interval: $name", ({ low, high, point, contains }) => {
  expect(stab(intervalsOf([entry(low, high, 7)]), point)).toEqual(contains ? [7] : [])
})

test("no interval", () => {
  const intervals = new Intervals()
  expect([stab(intervals, 0), stab(intervals, -Infinity), intervals.size]).toEqual([[], [], 0])
})

test("deleting what is not there changes nothing", () => {
  const { low, high, item } = entry(1, 2, 1)
  const intervals = intervalsOf([{ low, high, item }])
  intervals.delete(low, high, 2)
  intervals.delete(low, 3, item)
  intervals.delete(0, high, item)
  expect([intervals.size, stab(intervals, 1)]).toEqual([1, [1]])
})

test("an item may have several intervals", () => {
  const item = 1
  const intervals = intervalsOf([
    { low: 1, high: 2, item },
    { low: 5, high: 6, item },
  ])
  intervals.delete(1, 2, item)
  expect([stab(intervals, 1), stab(intervals, 5), intervals.size]).toEqual([[], [1], 1])
})

describe("1,000 intervals, deleted one after the other", () => {
  const count = 1000
  const items = Array.from({ length: count }, (_, i) => i)
  /** A permutation: 387 has no factor in common with 1,000. */
  const shuffled = items.map((i) => (i * 387) % count)
  const shapes: Record<string, (i: number) => Entry> = {
    equal: (i) => entry(1, 2, i),
    narrow: (i) => entry(i, i + 5, i),
    "with equal lows": (i) => entry(i % 3, i, i),
    "bounded below": (i) => entry(i, Infinity, i),
    "bounded above": (i) => entry(-Infinity, i, i),
    nested: (i) => entry(i, 2 * count - i, i),
  }
  const orders: Record<string, readonly number[]> = {
    rising: items,
    falling: items.toReversed(),
    shuffled,
  }
  const cases = Object.entries(shapes).flatMap(([shape, of]) =>
    Object.keys(orders).flatMap((added) =>
      Object.keys(orders).map((deleted) => ({ shape, of, added, deleted })),
    ),
  )
  test.each(cases)("$shape, added $added, deleted $deleted", ({ of, added, deleted }) => {
    const all = items.map(of)
    const live = new Set<Entry>()
    const intervals = new Intervals()
    const agrees = () => {
      expect(intervals.size).toBe(live.size)
      for (const point of [-1, 0, 1.5, 500, 997, 1003, 2001])
        expect(stab(intervals, point)).toEqual(naiveStab(live, point))
    }
    const each = (order: readonly number[], change: (entry: Entry) => void) => {
      for (const [step, i] of order.entries()) {
        change(all[i] as Entry)
        if (step % 90 === 0) agrees()
      }
      agrees()
    }
    each(orders[added] as readonly number[], (entry) => {
      intervals.add(entry.low, entry.high, entry.item)
      live.add(entry)
    })
    each(orders[deleted] as readonly number[], (entry) => {
      intervals.delete(entry.low, entry.high, entry.item)
      live.delete(entry)
    })
  })
})

/** Few values, so that bounds and points meet often. */
const value = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -20, max: 20 }) },
  { weight: 1, arbitrary: fc.constantFrom(-Infinity, Infinity, -0, 0.5, Number.MAX_VALUE) },
)
const bounds = fc.oneof(
  fc.tuple(value, value),
  value.map((low) => [low, low + 1] as const),
  value.map((low) => [low, Infinity] as const),
  value.map((high) => [-Infinity, high] as const),
)
const command = fc.oneof(
  fc.record({ kind: fc.constant("add"), bounds: fc.array(bounds, { maxLength: 150, size: "max" }) }),
  // The same interval again and again.
  fc.record({
    kind: fc.constant("add"),
    bounds: bounds.map((pair) => Array.from({ length: 100 }, () => pair)),
  }),
  // Which entries go: each of them with a bit of the pattern.
  fc.record({
    kind: fc.constant("delete"),
    pattern: fc.array(fc.boolean(), { minLength: 1, maxLength: 30 }),
  }),
  fc.record({ kind: fc.constant("stab"), points: fc.array(fc.oneof(value, fc.constant(Number.NaN))) }),
)

test("adding, deleting and stabbing in any order agree with a list", () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 25, size: "max" }), (commands) => {
      const intervals = new Intervals()
      let live: Entry[] = []
      let item = 0
      for (const command of commands) {
        if ("bounds" in command) {
          for (const [low, high] of command.bounds) {
            const added = entry(low, high, item++)
            live.push(added)
            intervals.add(low, high, added.item)
          }
        } else if ("pattern" in command) {
          const { pattern } = command
          const goes = (i: number) => pattern[i % pattern.length] === true
          for (const { low, high, item } of live.filter((_, i) => goes(i))) intervals.delete(low, high, item)
          live = live.filter((_, i) => !goes(i))
        } else {
          for (const point of command.points) expect(stab(intervals, point)).toEqual(naiveStab(live, point))
        }
        expect(intervals.size).toBe(live.length)
      }
      for (let point = -21; point <= 21; point++)
        expect(stab(intervals, point)).toEqual(naiveStab(live, point))
    }),
    runs(200),
  )
})
