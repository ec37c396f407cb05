import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { findRecord } from "../../src/analysis/decide/find-record.ts"
import { equal, matchesEverything, matchesNothing, simplify } from "../../src/analysis.ts"
import { scope } from "../../src/builder.ts"
import { and, type Condition, conditionValues, or } from "../../src/filter/filter.ts"
import { fold } from "../../src/filter/fold.ts"
import { type Filter, parseFilter } from "../../src/index.ts"
import { toPredicate } from "../../src/predicate.ts"
import { filterText } from "../arbitraries/filters.ts"
import { narrow, narrowRecord, narrowText } from "../arbitraries/narrow.ts"
import { records } from "../arbitraries/people.ts"
import { people } from "../conformance/people.ts"
import { runs } from "./runs.ts"

/** Whether a filter matches every record whose enums have listed values. */
const matchesEveryListed = (filter: Filter) => findRecord([], [filter], undefined, true) === "none"

function narrowWorld(...names: readonly string[]) {
  return {
    filter: narrowText(...names).map((text): Filter => parseFilter(narrow, text)),
    records: fc.array<object>(narrowRecord, { minLength: 20, maxLength: 20 }),
  }
}

/** Filters with records of their schema: of the narrow schema, and of people, which has a field of every type. */
const worlds = {
  "few fields": narrowWorld(),
  "an integer that is not null": narrowWorld("sure"),
  "one integer": narrowWorld("n"),
  "one text": narrowWorld("s"),
  "one day": narrowWorld("d"),
  "an integer with few operators": narrowWorld("few"),
  "two fields": narrowWorld("n", "s"),
  "all types": {
    filter: filterText.map((text): Filter => parseFilter(people, text)),
    records: records(9) as fc.Arbitrary<object[]>,
  },
}

describe.each(Object.entries(worlds))("with %s,", (_, { filter, records }) => {
  test("a simplified filter keeps the same records", () => {
    fc.assert(
      fc.property(filter, records, (filter, records) => {
        expect(records.filter(toPredicate(simplify(filter)))).toEqual(records.filter(toPredicate(filter)))
      }),
      runs(500),
    )
  })

  test("a simplified filter cannot be simplified further, and is not longer", () => {
    fc.assert(
      fc.property(filter, (filter) => {
        const simple = simplify(filter)
        expect(simplify(simple)).toEqual(simple)
        // Its text may be longer: a list of two ids takes more letters than two conditions on a field with a short name.
        expect(sizeOf(simple, () => 1)).toBeLessThanOrEqual(sizeOf(filter, () => 1))
        const valuesIn = (one: Condition) => conditionValues(one).length
        expect(sizeOf(simple, valuesIn)).toBeLessThanOrEqual(sizeOf(filter, valuesIn))
      }),
      runs(500),
    )
  })

  test("a filter reported to match everything or nothing does so", () => {
    fc.assert(
      fc.property(filter, records, (filter, records) => {
        if (matchesEverything(filter)) expect(records.every(toPredicate(filter))).toBe(true)
        if (matchesNothing(filter)) expect(records.some(toPredicate(filter))).toBe(false)
      }),
      runs(500),
    )
  })

  test("a filter that the guard reports matches all records with listed values", () => {
    fc.assert(
      fc.property(filter, records, (filter, records) => {
        if (matchesEverything(filter)) expect(matchesEveryListed(filter)).toBe(true)
        if (matchesEveryListed(filter))
          expect(records.filter(hasListedValues).every(toPredicate(filter))).toBe(true)
      }),
      runs(500),
    )
  })

  test("filters that are equal keep the same records", () => {
    fc.assert(
      fc.property(filter, (filter) => {
        expect(equal(filter, reversed(filter))).toBe(true)
      }),
      runs(500),
    )
    fc.assert(
      fc.property(filter, filter, records, (a, b, records) => {
        if (!equal(a, b)) return
        expect(records.filter(toPredicate(a))).toEqual(records.filter(toPredicate(b)))
      }),
      runs(500),
    )
  })

  test("no filter escapes its scope", () => {
    fc.assert(
      fc.property(filter, filter, records, (filter, mandatory, records) => {
        const matches = toPredicate(scope(filter, mandatory))
        const [asked, allowed] = [toPredicate(filter), toPredicate(mandatory)]
        expect(records.filter(matches)).toEqual(records.filter((one) => asked(one) && allowed(one)))
      }),
      runs(500),
    )
  })
})

/** Some values of a field: those that filters name, their neighbours, and the first and last ones. */
const cells: Readonly<Record<string, readonly unknown[]>> = {
  sure: [-1, 0, 1, 2, 3, 4],
  n: [null, -1, 0, 1, 2, 3, 4],
  few: [null, -1, 0, 1, 2, 3, 4],
  b: [null, false, true],
  e: [null, "x", "y", "z"],
  kind: ["x", "y", "z"],
  d: [
    null,
    "0000-01-01",
    "2024-02-26",
    "2024-02-27",
    "2024-02-28",
    "2024-02-29",
    "2024-03-01",
    "2024-03-02",
    "9999-12-31",
  ],
}

test.each(Object.entries(cells))(
  "a filter on the field %s alone is known to match everything or nothing whenever it does",
  (name, values) => {
    const records = values.map((value) => ({ [name]: value }))
    fc.assert(
      fc.property(narrowText(name), (text) => {
        const filter = parseFilter(narrow, text)
        const found = records.filter(toPredicate(filter))
        expect(matchesEverything(filter)).toBe(found.length === records.length)
        expect(matchesNothing(filter)).toBe(found.length === 0)
      }),
      runs(500),
    )
  },
)

/** Whether the enum fields of the narrow schema and of people have listed values, or none. */
function hasListedValues(record: object): boolean {
  const isListed = (name: string, value: unknown) => value === null || LISTED[name]?.includes(value) !== false
  return Object.entries(record).every(([name, value]) => isListed(name, value))
}

const LISTED: Readonly<Record<string, readonly unknown[]>> = {
  e: ["x", "y"],
  kind: ["x", "y"],
  role: ["agent", "admin"],
}

/** The sum over all conditions. */
function sizeOf(filter: Filter, condition: (node: Condition) => number): number {
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)
  return fold<number>(filter, { and: sum, or: sum, condition })
}

/** The same filter, with all operands in the opposite order. */
function reversed(filter: Filter): Filter {
  return fold<Filter>(filter, {
    and: (operands) => and(operands.toReversed()),
    or: (operands) => or(operands.toReversed()),
    condition: (node) => node,
  })
}
