import fc from "fast-check"
import { expect, test } from "vitest"
import { ruleOf } from "../../src/backends/predicate/rule.ts"
import { type Condition, type Filter, parseFilter } from "../../src/index.ts"
import { toPredicate } from "../../src/predicate.ts"
import { condition, filterText } from "../arbitraries/filters.ts"
import { records } from "../arbitraries/people.ts"
import { recordValue } from "../arbitraries/record-value.ts"
import { type Person, people } from "../conformance/people.ts"
import { outcome } from "./outcome.ts"
import { runs } from "./runs.ts"

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
    fc.property(single, recordValue, (filter, value) => {
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
    fc.oneof(
      recordValue,
      fc.array(fc.oneof(recordValue, fc.dictionary(fc.constantFrom("name", "rank", "at"), recordValue))),
    ),
  )
  const filter = filterText.map((text) => parseFilter(people, text))
  fc.assert(
    fc.property(filter, fc.oneof({ weight: 20, arbitrary: anything }, recordValue), (filter, record) => {
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
