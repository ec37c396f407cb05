import { type Condition, conditionValues, matchesNull } from "../../filter/filter.ts"
import { comparableOf } from "../../schema/comparable.ts"
import { type Comparable, compareComparables } from "../../schema/comparison-form.ts"
import type { Operator } from "../../schema/operators.ts"
import { listed } from "./listed.ts"
import { readValue } from "./read-value.ts"

/** Decides whether a value of a record satisfies a condition. */
export type ValueTest = (value: unknown) => boolean

type Test = (value: Comparable) => boolean

/** The test of each operator on a value that is not null, made from the operands that are not null. */
const tests: Readonly<Record<Operator, (operands: readonly Comparable[]) => Test>> = {
  $eq:
    ([operand]) =>
    (value) =>
      value === operand,
  $ne:
    ([operand]) =>
    (value) =>
      value !== operand,
  $lt: orderTest((order) => order < 0),
  $lte: orderTest((order) => order <= 0),
  $gt: orderTest((order) => order > 0),
  $gte: orderTest((order) => order >= 0),
  $in: listed,
  $nin: (operands) => {
    const isListed = listed(operands)
    return (value) => !isListed(value)
  },
  $contains: ([part]) => {
    const text = String(part)
    return (value) => String(value).includes(text)
  },
}

/* @__NO_SIDE_EFFECTS__ */
function orderTest(holds: (order: number) => boolean) {
  return ([operand]: readonly Comparable[]): Test =>
    (value) =>
      operand !== undefined && holds(compareComparables(value, operand))
}

/**
 * The rule of a condition. It answers for every value, and throws a TypeError for a value that the field cannot have.
 * Shortcuts answer for most values, so the test is made only when a value reaches the rule.
 */
export function ruleOf(condition: Condition): ValueTest {
  let ofNull: boolean | undefined
  let test: Test | undefined
  return (value) => {
    const comparable = readValue(value, condition.field)
    if (comparable === null) {
      ofNull ??= matchesNull(condition)
      return ofNull
    }
    test ??= testOf(condition)
    return test(comparable)
  }
}

function testOf(condition: Condition): Test {
  const operands = conditionValues(condition).flatMap((value) =>
    value === null ? [] : [comparableOf(condition.field, value)],
  )
  return tests[condition.operator](operands)
}
