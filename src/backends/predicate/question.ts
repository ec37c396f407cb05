import type { Condition } from "../../filter/filter.ts"
import { isNegative } from "../../schema/operators.ts"
import { type Get, testOf } from "./reading.ts"
import { ofAny, ofEvery, ofOne } from "./related.ts"
import type { ValueTest } from "./rule.ts"
import { valueTest } from "./value-test.ts"

/** What a condition asks: whether a property of the record passes a test. */
export interface Question {
  readonly property: string
  readonly test: ValueTest
}

/** The question of a condition. Through a relation it is asked of the related records. */
export function questionOf(condition: Condition, get: Get | undefined): Question {
  const { relation, property } = condition.field
  const test = valueTest(condition)
  if (relation === undefined) return { property, test }
  const { name } = relation
  const passes = testOf(property, test, get)
  if (relation.cardinality === "one") return { property: name, test: ofOne(name, passes, test(null)) }
  // $ne and $nin say that NO related record is equal: every one of them passes the negative test.
  return {
    property: name,
    test: isNegative(condition.operator) ? ofEvery(name, passes) : ofAny(name, passes),
  }
}
