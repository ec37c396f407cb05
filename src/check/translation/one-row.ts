import { conditionValues, type Filter, or } from "../../filter/filter.ts"
import { fold } from "../../filter/fold.ts"
import { isNegative, takesList } from "../../schema/operators.ts"
import type { Schema } from "../../schema/schema.ts"
import { literalOf } from "./literal-of.ts"
import { OnField } from "./on-field.ts"
import { joined, type Translation } from "./translation.ts"

/** What two conditions on a relation to many ask for. */
export const EACH_FOR_ITSELF =
  "on a relation to many, each condition is tested for itself: two related records may satisfy two conditions"

/** Why two conditions cannot ask for one related record that satisfies both. */
export function notInOneRow(): string {
  return `no filter means the same: ${EACH_FOR_ITSELF}`
}

/** Why `$ne` does not ask for a related record that differs. */
export const NONE_IS_EQUAL = "on a relation to many, $ne and $nin mean that NO related record is equal"

/** Some ONE related record satisfies the filter on a relation to many. */
export function inOneRow(schema: Schema, filter: Filter): Translation {
  return fold<Translation>(filter, {
    and: () => notInOneRow(),
    or: (operands) => joined(or, operands),
    condition: (node) => {
      if (!isNegative(node.operator)) return node
      const on = new OnField(schema, node.field)
      const [value = null] = conditionValues(node)
      if (takesList(node.operator)) return NONE_IS_EQUAL
      if (value === null) return on.hasValue()
      const [less, greater] = [on.test("$lt", literalOf(value)), on.test("$gt", literalOf(value))]
      if (typeof less === "string" || typeof greater === "string") return NONE_IS_EQUAL
      return joined(or, on.field.nullable ? [less, greater, on.testNull("$eq")] : [less, greater])
    },
  })
}
