import type { Condition } from "@ucast/core"
import { allInterpreters, compare, createJsInterpreter } from "@ucast/js"
import fc from "fast-check"
import { expect, test } from "vitest"
import { FilterError, isFilter, parseFilter } from "../../src/index.ts"
import { toPredicate } from "../../src/predicate.ts"
import { stringify } from "../../src/query-string.ts"
import { fromUcast, toUcast } from "../../src/ucast.ts"
import { filterTextOf } from "../arbitraries/filters.ts"
import { records } from "../arbitraries/people.ts"
import { datetime, decimal } from "../arbitraries/values.ts"
import { people } from "../conformance/people.ts"
import { runs } from "../properties/runs.ts"
import { anyCondition } from "./conditions.ts"
import { isNumber, jsRecord } from "./js-records.ts"

/** Compares Dates as instants, as CASL and @ucast/mongo2js do. */
const time = (value: unknown) => (value instanceof Date ? value.getTime() : value)
const options = { compare: (a: unknown, b: unknown) => compare(time(a), time(b)) }
const interpreters = { ...allInterpreters, le: allInterpreters.lte, ge: allInterpreters.gte }
const interpret = createJsInterpreter(interpreters, options)

/** Filters whose values records of JavaScript can hold. */
const filterText = filterTextOf(people.fields.values(), {
  datetime: datetime(3).map((value) => JSON.stringify(value)),
  decimal: decimal(10, 28)
    .filter(isNumber)
    .map((value) => JSON.stringify(value)),
})

/** What the function returns, unless the filter or the condition is refused. */
function accepted<Result>(make: () => Result): Result | undefined {
  try {
    return make()
  } catch (error) {
    expect(error).toBeInstanceOf(FilterError)
    return undefined
  }
}

function shown(condition: Condition): string {
  return JSON.stringify(condition, (_, value) =>
    typeof value === "bigint" || value instanceof RegExp ? String(value) : value,
  )
}

test("a condition of ucast matches the records that its filter matches, and is read as that filter", () => {
  fc.assert(
    fc.property(filterText, records(3), (text, persons) => {
      const filter = parseFilter(people, text)
      const condition = accepted(() => toUcast(filter))
      if (condition === undefined) return
      const read = fromUcast(people, condition)
      for (const person of persons) {
        const record = jsRecord(person)
        const matches = toPredicate(filter)(record as never)
        expect(interpret(condition, record), shown(condition)).toBe(matches)
        expect(toPredicate(read)(record as never), stringify(read)).toBe(matches)
      }
    }),
    runs(3000),
  )
})

/** @ucast/js, but null satisfies no order. */
const order: typeof allInterpreters.lt = (node, object, context) => {
  const { compare } = context
  // No order takes NaN for a result.
  const compared: typeof compare = (a, b) =>
    a === null || a === undefined ? (Number.NaN as 0) : compare(a, b)
  return interpreters[node.operator as "lt"](node, object, { ...context, compare: compared })
}
const orders = { lt: order, lte: order, le: order, gt: order, gte: order, ge: order }
const interpretWithoutNull = createJsInterpreter({ ...interpreters, ...orders }, options)

test("a filter matches the records that its condition matches, and never more than CASL does", () => {
  fc.assert(
    fc.property(anyCondition, records(3), (condition, persons) => {
      const filter = accepted(() => fromUcast(people, condition))
      if (filter === undefined) return
      for (const person of persons) {
        const record = jsRecord(person)
        const matches = toPredicate(filter)(record as never)
        expect(interpretWithoutNull(condition, record), shown(condition)).toBe(matches)
        if (matches) expect(interpret(condition, record), shown(condition)).toBe(true)
      }
    }),
    runs(6000),
  )
})

test("whatever is read, the result is a filter or a FilterError", () => {
  const name = (...names: readonly string[]) => fc.oneof(fc.constantFrom(...names), fc.anything())
  const { node } = fc.letrec<{ node: unknown; value: unknown }>((tie) => ({
    node: fc.record(
      {
        type: name("compound", "field"),
        operator: name("and", "or", "not", "eq", "in", "regex", "elemMatch", "contains"),
        field: name("id", "name", "tags", "tags.name", "company"),
        value: tie("value"),
      },
      { requiredKeys: [] },
    ),
    value: fc.oneof(
      { maxDepth: 4 },
      fc.anything({ withDate: true, withBigInt: true, withNullPrototype: true }),
      fc.array(tie("node")),
      tie("node"),
    ),
  }))
  fc.assert(
    fc.property(fc.oneof(node, fc.anything()), (condition) => {
      const filter = accepted(() => fromUcast(people, condition as never))
      if (filter !== undefined) expect(isFilter(filter)).toBe(true)
    }),
    runs(4000),
  )
})
