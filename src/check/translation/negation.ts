import {
  and,
  type Condition,
  condition,
  conditionValues,
  type Filter,
  or,
  within,
} from "../../filter/filter.ts"
import { fold } from "../../filter/fold.ts"
import type { Value } from "../../schema/field-type.ts"
import {
  negationOf,
  type Operator,
  type OrderOperator,
  rangeOf,
  type ScalarOperator,
  takesList,
} from "../../schema/operators.ts"
import { withoutMore } from "./finds-more.ts"
import { joined, type Translation } from "./translation.ts"

/** The order that a value satisfies if it does not satisfy this one. */
const REVERSED: Readonly<Record<OrderOperator, OrderOperator>> = {
  $lt: "$gte",
  $lte: "$gt",
  $gt: "$lte",
  $gte: "$lt",
}

/** Negates a filter: the result matches exactly the other records. If no filter does, it says why. */
export function opposite(translation: Translation): Translation {
  return typeof translation === "string" ? withoutMore(translation) : negate(translation)
}

/** The filter that matches exactly the other records. */
export function negate(filter: Filter): Translation {
  return fold<Translation>(filter, {
    and: (operands) => joined(or, operands),
    or: (operands) => joined(and, operands),
    condition: negateCondition,
  })
}

function negateCondition(node: Condition): Translation {
  const { field, operator } = node
  const values = conditionValues(node)
  const negation = negationOf(operator)
  if (negation !== undefined) return supported(node, negation, values)
  if (field.relation?.cardinality === "many")
    return `no filter says that no related record satisfies ${operator}`
  if (rangeOf(operator) === undefined) return `there is no opposite of ${operator}`
  const reversed = supported(node, REVERSED[operator as OrderOperator], values)
  return field.nullable ? joined(or, [reversed, supported(node, "$eq", [null])]) : reversed
}

function supported({ field }: Condition, operator: Operator, values: readonly (Value | null)[]): Translation {
  if (!field.operators.includes(operator))
    return `field ${field.name} of type ${field.type} does not support ${operator}`
  return takesList(operator)
    ? within(operator, field, [...values])
    : condition(operator as ScalarOperator, field, values[0] as Value | null)
}
