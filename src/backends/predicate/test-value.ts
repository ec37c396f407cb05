import type { Condition } from "../../filter.ts"
import type { CompareOperator } from "../../operators.ts"
import { compareCodePoints } from "../../unicode.ts"
import { type Comparable, valueReader } from "./read-value.ts"

/** Says of a field's value whether it satisfies a condition. */
export type ValueTest = (value: Comparable | null) => boolean

/** The order of two values of one type. */
type Order = (a: Comparable, b: Comparable) => number

const byCodePoint: Order = (a, b) => compareCodePoints(a as string, b as string)
const natural: Order = (a, b) => (a < b ? -1 : a > b ? 1 : 0)

/** What each operator asks of a value that is not null, or for `$ne` of any. */
const tests: Readonly<Record<CompareOperator, (operand: Comparable | null, order: Order) => ValueTest>> = {
  $eq: (operand) => (value) => value === operand,
  $ne: (operand) => (value) => value !== operand,
  $lt: whereOrder((sign) => sign < 0),
  $lte: whereOrder((sign) => sign <= 0),
  $gt: whereOrder((sign) => sign > 0),
  $gte: whereOrder((sign) => sign >= 0),
}

function whereOrder(holds: (sign: number) => boolean) {
  return (operand: Comparable | null, order: Order): ValueTest =>
    (value) =>
      value !== null && operand !== null && holds(order(value, operand))
}

/** The test that a condition makes of one value. */
export function valueTest(condition: Condition): ValueTest {
  const { field } = condition
  const read = valueReader(field)
  switch (condition.kind) {
    case "compare":
      return tests[condition.operator](read(condition.value), field.type === "string" ? byCodePoint : natural)
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
