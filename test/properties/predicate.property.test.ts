import fc from "fast-check"
import { expect, test } from "vitest"
import { ruleOf } from "../../src/backends/predicate/rule.ts"
import { type Condition, type Filter, parseFilter } from "../../src/index.ts"
import { toPredicate } from "../../src/predicate.ts"
import { condition, filterText } from "../arbitraries/filters.ts"
import { records } from "../arbitraries/people.ts"
import { date, datetime, decimal, digits, double, text, uuid } from "../arbitraries/values.ts"
import { type Person, people } from "../conformance/people.ts"
import { runs } from "./runs.ts"

/** How each message about a record begins. */
const FOUND = /^(?:The value of \S+ in a record|A record(?: of \S+)?) is (?:an? |null|undefined)/

/** The answer of a predicate to a record, or the message of its rejection, which names the field and the form found. */
function outcome(answer: () => boolean): boolean | string {
  try {
    return answer()
  } catch (error) {
    if (error instanceof TypeError && FOUND.test(error.message)) return error.message
    throw error
  }
}

/** Values in every form that a record may have, and values that are invalid. */
const value: fc.Arbitrary<unknown> = fc.oneof(
  text,
  digits,
  digits.map(BigInt),
  digits.map(Number),
  double,
  double.map(String),
  datetime(9),
  date("0000-01-01", "9999-12-31"),
  decimal(50, 50),
  uuid,
  fc.date({ noInvalidDate: false }),
  fc.boolean(),
  fc.constantFrom(
    ...[null, undefined, Number.NaN, Number.POSITIVE_INFINITY, 1.5, {}, [], "agent", "admin"],
    ...[
      "2024-02-29",
      "2023-02-29",
      "2096-02-29T12:30:00Z",
      "2100-02-29",
      "1996-02-29T00:00:00.000Z",
      "2024-13-01T00:00:00Z",
      "2024-00-01",
      "2024-10-00",
      "2024-04-31T00:00:00.000Z",
      "2024-02-28T24:00:00Z",
      "2024-02-28T23:59:60Z",
      "2024-02-28T00:00:00.000z",
      "2024-02-28t00:00:00Z",
      "2024-02-28T00:00:00.5Z",
      "2024-02-28T00:00:00.000000000Z",
      "2024-02-28T00:00:00+00:00",
      "2024-02-28T00:00:00.000-23:59",
      " 2024-02-28",
      "2024-02-28T00:00:00Z\n",
    ],
    ...["\ud800", "\udfff", "\uffff"],
    ...["", "-0", "01", "+1", "1e2", "1e999", "-", "9223372036854775808"],
    ...[0, 1, 2, 0n, 1n, 2n, 2n ** 63n],
    ...[Uint8Array.of(0), Uint8Array.of(1), Uint8Array.of(2), Buffer.from([1, 0])],
    ...[new Map(), new Set(), [7], { id: [7] }, { ID: 7 }, () => 7],
  ),
  fc.record({ id: fc.oneof(digits, digits.map(Number), fc.constantFrom(null, "x", 1.5)) }),
)

const single = condition.map(([name, written]) => parseFilter(people, `{${JSON.stringify(name)}:${written}}`))

function conditionsOf(filter: Filter): readonly Condition[] {
  return filter.kind === "and" || filter.kind === "or" ? filter.operands.flatMap(conditionsOf) : [filter]
}

/** The values of a condition and their neighbours, in all their forms. */
function near(node: Condition): readonly unknown[] {
  const operands = node.kind === "in" ? node.values : [node.value]
  return operands.flatMap((operand): unknown[] => {
    switch (typeof operand) {
      case "number":
      case "bigint": {
        const numbers =
          typeof operand === "bigint" ? [operand - 1n, operand, operand + 1n] : [operand - 1, operand]
        return numbers.flatMap((number) => [number, String(number), { id: number }, Number(number)])
      }
      case "string":
        if (node.field.type === "datetime")
          return [...moments(operand), ...moments(operand).map((text) => new Date(text))]
        if (node.field.type === "decimal") return [...amounts(operand)]
        return [operand, operand.toUpperCase(), operand.toLowerCase(), `${operand}A`, `a${operand}`]
      case "boolean":
        return [operand, Number(operand), BigInt(operand), Uint8Array.of(Number(operand))]
      default:
        return [operand]
    }
  })
}

/** A decimal of a filter in other spellings, and its neighbours. */
function amounts(text: string): readonly unknown[] {
  const fraction = text.includes(".") ? text : `${text}.0`
  const whole = BigInt(text.split(".")[0] ?? "")
  return [
    text,
    `${text}e0`,
    `${fraction}00`,
    `${fraction}00000000000000000000000000000000000000000001`,
    `${text}E-1`,
    `${text}e+1`,
    `${text}e-400`,
    `${text}e400`,
    Number(text),
    Number(text) * (1 + Number.EPSILON),
    whole,
    whole + 1n,
    -whole,
  ]
}

/** A date-time of a filter truncated to the day, second and millisecond, and its neighbours. */
function moments(text: string): readonly string[] {
  const second = text.slice(0, 19)
  const milli = text.slice(20, -1).padEnd(3, "0").slice(0, 3)
  return [
    text,
    text.slice(0, 10),
    `${text.slice(0, 10)}T00:00:00Z`,
    `${second}Z`,
    `${second}.000Z`,
    `${second}.${milli}Z`,
    `${second}.${milli}000001Z`,
    `${second}.999Z`,
  ]
}

test.each([false, true])("a shortcut agrees with its rule on every value; jit: %s", (jit) => {
  fc.assert(
    fc.property(single, value, (filter, value) => {
      for (const node of conditionsOf(filter)) {
        const { relation, property } = node.field
        if (relation !== undefined) continue
        const predicate = toPredicate(node, { jit })
        const rule = ruleOf(node)
        for (const one of [value, ...near(node)])
          expect(outcome(() => predicate({ [property]: one }))).toBe(outcome(() => rule(one)))
      }
    }),
    runs(3000),
  )
})

test("generated code rejects the records that closures reject, and agrees with closures on all others", () => {
  const anything = fc.dictionary(
    fc.constantFrom(...Object.keys(people.declarations)),
    fc.oneof(value, fc.array(fc.oneof(value, fc.dictionary(fc.constantFrom("name", "rank", "at"), value)))),
  )
  const filter = filterText.map((text) => parseFilter(people, text))
  fc.assert(
    fc.property(filter, fc.oneof({ weight: 20, arbitrary: anything }, value), (filter, record) => {
      expect(outcome(() => toPredicate(filter, { jit: true })(record))).toBe(
        outcome(() => toPredicate(filter)(record)),
      )
    }),
    runs(3000),
  )
})

test("no answer depends on the order in which operands are tested", () => {
  const filter = filterText.map((text) => parseFilter(people, text))
  fc.assert(
    fc.property(filter, records(9), (filter, records) => {
      // With the option `get`, operands are tested in the order of the filter.
      const get = (record: Person, property: string) => record[property as keyof Person]
      expect(records.filter(toPredicate<Person>(filter))).toEqual(
        records.filter(toPredicate<Person>(filter, { get })),
      )
    }),
    runs(1000),
  )
})
