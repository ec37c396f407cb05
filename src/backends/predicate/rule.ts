import type { Condition } from "../../filter/filter.ts"
import type { CompareOperator } from "../../schema/operators.ts"
import { compareCodePoints } from "../../text/unicode.ts"
import { type Comparable, valueReader } from "./read-value.ts"

/** Says of a value, as a record has it, whether it satisfies a condition. */
export type ValueTest = (value: unknown) => boolean

type ComparableTest = (value: Comparable | null) => boolean

/** The order of two values of one type. */
type Order = (a: Comparable, b: Comparable) => number

const byCodePoint: Order = (a, b) => compareCodePoints(a as string, b as string)
const natural: Order = (a, b) => (a < b ? -1 : a > b ? 1 : 0)

/** What each operator asks of a value that is not null, or for `$ne` of any. */
const tests: Readonly<Record<CompareOperator, (operand: Comparable | null, order: Order) => ComparableTest>> =
  {
    $eq: (operand) => (value) => value === operand,
    $ne: (operand) => (value) => value !== operand,
    $lt: whereOrder((sign) => sign < 0),
    $lte: whereOrder((sign) => sign <= 0),
    $gt: whereOrder((sign) => sign > 0),
    $gte: whereOrder((sign) => sign >= 0),
  }

function whereOrder(holds: (sign: number) => boolean) {
  return (operand: Comparable | null, order: Order): ComparableTest =>
    (value) =>
      value !== null && operand !== null && holds(order(value, operand))
}

/**
 * The rule of a condition: its answer for any value whatever, and a TypeError for what is no value of the
 * field. Shortcuts answer most values before it is asked, so it is made when the first one comes that none of them takes.
 */
export function ruleOf(condition: Condition): ValueTest {
  let ofNull: boolean | undefined
  let rule: ValueTest | undefined
  return (value) => {
    if (value === null || value === undefined) {
      ofNull ??= holdsOfNull(condition)
      return ofNull
    }
    rule ??= makeRule(condition)
    return rule(value)
  }
}

function holdsOfNull(condition: Condition): boolean {
  switch (condition.operator) {
    case "$eq":
      return condition.value === null
    case "$ne":
      return condition.value !== null
    case "$in":
      return condition.values.includes(null)
    case "$nin":
      return !condition.values.includes(null)
    default:
      return false
  }
}

function makeRule(condition: Condition): ValueTest {
  const read = valueReader(condition.field)
  const test = comparableTest(condition, read)
  return (value) => test(read(value))
}

function comparableTest(condition: Condition, read: ReturnType<typeof valueReader>): ComparableTest {
  switch (condition.kind) {
    case "compare": {
      const order = condition.field.type === "string" ? byCodePoint : natural
      return tests[condition.operator](read(condition.value), order)
    }
    case "in": {
      const values = new Set(condition.values.map(read))
      return condition.operator === "$in" ? (value) => values.has(value) : (value) => !values.has(value)
    }
    case "contains": {
      const part = read(condition.value) as string
      return (value) => typeof value === "string" && value.includes(part)
    }
  }
}
