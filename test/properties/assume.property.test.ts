import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { assume } from "../../src/analysis/assume.ts"
import { fieldsOf, matchesEverything } from "../../src/analysis.ts"
import { type Condition, type Filter, parseFilter } from "../../src/index.ts"
import { toPredicate } from "../../src/predicate.ts"
import { filterText } from "../arbitraries/filters.ts"
import { narrow, narrowRecord, narrowText } from "../arbitraries/narrow.ts"
import { records } from "../arbitraries/people.ts"
import { recordValue } from "../arbitraries/record-value.ts"
import { people } from "../conformance/people.ts"
import { outcome } from "./outcome.ts"
import { runs } from "./runs.ts"

type Row = Readonly<Record<string, unknown>>

/** Filters with records of their schema: of the narrow schema, and of people, which has a field of every type. */
const worlds = {
  "few fields": {
    schema: narrow,
    filter: narrowText().map((text): Filter => parseFilter(narrow, text)),
    records: fc.array<Row>(narrowRecord, { minLength: 10, maxLength: 10 }),
  },
  "all types": {
    schema: people,
    filter: filterText.map((text): Filter => parseFilter(people, text)),
    records: records(9) as fc.Arbitrary<readonly object[]> as fc.Arbitrary<readonly Row[]>,
  },
}

describe.each(Object.entries(worlds))("with %s,", (_, { schema, filter, records }) => {
  /** The names of some properties, also of those that a record lacks. */
  const names = fc.subarray(Object.keys(schema.declarations))

  test("a filter of a record is a filter of its unknown fields", () => {
    fc.assert(
      fc.property(filter, records, names, (filter, records, names) => {
        const [record = {}] = records
        const part = only(names, record)
        const left = toPredicate(assume(filter, part))
        const matches = toPredicate(filter)
        for (const other of records) {
          const rest = without(names, other)
          expect(left(rest)).toBe(matches({ ...rest, ...part }))
        }
      }),
      runs(2000),
    )
  })

  test("no condition on a known field is left, and the others are those of the filter, in order", () => {
    fc.assert(
      fc.property(filter, records, names, (filter, [record = {}], names) => {
        const left = assume(filter, only(names, record))
        const roots: readonly (string | undefined)[] = fieldsOf(left).map((name) => name.split(".")[0])
        expect(roots.filter((name) => name !== undefined && names.includes(name))).toEqual([])
        const kept = conditionsOf(left)
        expect(kept).toEqual(conditionsOf(filter).filter((condition) => kept.includes(condition)))
      }),
      runs(1000),
    )
  })

  test("a record that is known completely decides", () => {
    fc.assert(
      fc.property(filter, records, (filter, [record = {}]) => {
        const left = assume(filter, only(Object.keys(schema.declarations), record))
        expect(left).toMatchObject({ operands: [] })
        expect(matchesEverything(left)).toBe(toPredicate(filter)(record))
      }),
      runs(1000),
    )
  })

  test("it makes no difference whether fields become known together or one after another", () => {
    fc.assert(
      fc.property(filter, records, names, names, (filter, [record = {}], some, others) => {
        const [one, other] = [only(some, record), only(others, record)]
        expect(assume(assume(filter, one), other)).toEqual(assume(filter, { ...one, ...other }))
      }),
      runs(1000),
    )
  })
})

test("a value is rejected with the message of the first condition whose predicate rejects it", () => {
  const related = fc.oneof(recordValue, fc.dictionary(fc.constantFrom("name", "rank", "size"), recordValue))
  const anything = fc.dictionary(
    fc.constantFrom(...Object.keys(people.declarations)),
    fc.oneof(recordValue, related, fc.array(related)),
  )
  fc.assert(
    fc.property(worlds["all types"].filter, anything, (filter, known) => {
      const answers = conditionsOf(filter).map((one) => outcome(() => toPredicate(one)(known)))
      const left = outcome(() => assume(filter, known))
      const rejection = answers.find((answer) => typeof answer === "string")
      if (rejection !== undefined) expect(left).toBe(rejection)
      else expect(typeof left).toBe("object")
    }),
    runs(2000),
  )
})

/** The named properties of a record. One that the record lacks is undefined. */
function only(names: readonly string[], record: Row): Row {
  return Object.fromEntries(names.map((name) => [name, record[name]]))
}

/** The other properties of a record. */
function without(names: readonly string[], record: Row): Row {
  return Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)))
}

function conditionsOf(filter: Filter): readonly Condition[] {
  return filter.kind === "and" || filter.kind === "or" ? filter.operands.flatMap(conditionsOf) : [filter]
}
