import type { Condition } from "../../filter/filter.ts"
import { isNegative } from "../../schema/operators.ts"
import { type Get, recordTestOf } from "./read-property.ts"
import { testMany, testOne } from "./related-records.ts"
import type { ValueTest } from "./rule.ts"

/** A test on one property of a record. */
export interface PropertyTest {
  readonly property: string
  readonly test: ValueTest
}

/**
 * The test that a condition makes of a record. Through a relation, it tests the related records.
 *
 * @param test the test that the condition makes of one value
 */
export function propertyTestOf(condition: Condition, test: ValueTest, get: Get | undefined): PropertyTest {
  const { relation, property } = condition.field
  if (relation === undefined) return { property, test }
  const { name } = relation
  const testRelated = recordTestOf(property, test, get)
  if (relation.cardinality === "one")
    return { property: name, test: testOne(name, testRelated, test(null), get) }
  // $ne and $nin require that NO related record is equal, so one that fails the negative test decides.
  return { property: name, test: testMany(name, testRelated, !isNegative(condition.operator), get) }
}
