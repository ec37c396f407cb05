import fc from "fast-check"
import { expect, test } from "vitest"
import { readValue } from "../../src/backends/predicate/read-value.ts"
import { orderNumberOf } from "../../src/filter-index/order-number.ts"
import type { Field, FieldTypeName } from "../../src/index.ts"
import { type Comparable, compareComparables } from "../../src/schema/comparison-form.ts"
import { factsOf } from "../../src/schema/operators.ts"
import { date, datetime, decimal, digits, double, text, withSpellings } from "../arbitraries/values.ts"
import { people } from "../conformance/people.ts"
import { spellingPairs } from "../conformance/spellings.ts"
import { runs } from "../properties/runs.ts"

/** The values that records have in fields of a type with an order. */
interface Ordered {
  readonly value: fc.Arbitrary<unknown>
  /** Values in ascending order that are not close to each other. */
  readonly apart: readonly unknown[]
}

const digitsOf = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{0,${length}}$`))

const types: Readonly<Record<FieldTypeName, Ordered | "no order">> = {
  integer: {
    value: fc.oneof(digits, digits.map(BigInt), fc.maxSafeInteger()),
    apart: ["-9223372036854775808", -1, 0, 1, 2 ** 52, 2n ** 62n],
  },
  number: { value: fc.oneof(double, double.map(String)), apart: [-1.7e308, -1, 0, 5e-324, "0.1", 1, 1e21] },
  string: {
    // A record may hold half of a character. Texts with the same beginning differ behind it.
    value: fc
      .tuple(
        fc.constantFrom("", "a", "abc", "ABC"),
        fc.oneof(text, fc.string({ unit: "binary", maxLength: 4 })),
      )
      .chain(([start, end]) => fc.constantFrom(start + end, end, `${start}\ud83d`, `${start}\udfff${end}`)),
    apart: ["", "1", "aa", "aab", "ab", "b", "\uffff", "\u{1f600}"],
  },
  boolean: "no order",
  enum: "no order",
  datetime: {
    value: fc.oneof(
      datetime(9),
      date("0000-01-01", "9999-12-31"),
      digitsOf(9).map((digits) => `2024-02-29T00:00:00.${digits}1Z`.replace(/(\.\d{9})\d/, "$1")),
      fc.date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true }),
    ),
    apart: [
      ...["0000-01-01", "1969-12-31T23:59:59.999Z", new Date(0), "2024-02-29T00:00:00.001Z"],
      ...["2024-02-29T00:00:00.002999999Z", "2024-02-28T23:00:01-01:00", "9999-12-31T23:59:59.999999999Z"],
    ],
  },
  reference: "no order",
  opaque: "no order",
  uuid: "no order",
  decimal: {
    value: fc.oneof(
      decimal(10, 28),
      decimal(38, 38),
      fc.tuple(fc.constantFrom("", "-"), digitsOf(40), fc.integer({ min: -400, max: 400 })).map(
        // The same digits with other ones behind them are often rounded to one double.
        ([sign, digits, exponent]) => `${sign}9007199254740993.${digits}1e${exponent}`,
      ),
      double,
      digits.map(BigInt),
    ),
    apart: ["-1e400", "-1e300", "-0.1", 0, "1e-300", "0.1", 0.2, 1000n, "1e300", "1e400"],
  },
  date: {
    value: date("0000-01-01", "9999-12-31"),
    apart: ["0000-01-01", "0001-01-01", "1970-01-01", "2024-02-29", "2024-03-01", "9999-12-31"],
  },
}

function isOrdered({ operators }: Field): boolean {
  return operators.some((operator) => factsOf(operator).tests === "order")
}

/** A value of a record as the index reads it. None of those here is null. */
function comparableOf(field: Field, value: unknown): Comparable {
  return readValue(value, field) as Comparable
}

const cases = [...people.fields.values()].flatMap((field) => {
  const ordered = types[field.type]
  return ordered === "no order" ? [] : [{ name: `${field.name} (${field.type})`, field, ...ordered }]
})

test("the types with an order are those whose fields compare by it", () => {
  expect(cases.map(({ field }) => field)).toEqual([...people.fields.values()].filter(isOrdered))
})

test.each(cases)("$name: a greater value never has a lesser number", ({ field, value }) => {
  const spelled = spellingPairs(field.type).map(({ record }) => record)
  const comparable = withSpellings(value, spelled).map((value) => comparableOf(field, value))
  fc.assert(
    fc.property(comparable, comparable, (one, other) => {
      const [lesser, greater] = [one, other].sort(compareComparables) as [Comparable, Comparable]
      const numbers = [orderNumberOf(field.type, lesser), orderNumberOf(field.type, greater)] as const
      expect(numbers[0]).toBeLessThanOrEqual(numbers[1])
      if (compareComparables(one, other) === 0) expect(numbers[1]).toBeLessThanOrEqual(numbers[0])
    }),
    runs(1000),
  )
})

test.each(cases)("$name: values that are not close have different numbers", ({ field, apart }) => {
  const numbers = apart.map((value) => orderNumberOf(field.type, comparableOf(field, value)))
  expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b))
})
