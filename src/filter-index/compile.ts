import { type Condition, conditionValues, type Filter } from "../filter/filter.ts"
import { fold } from "../filter/fold.ts"
import { comparableOf } from "../schema/comparable.ts"
import type { Field } from "../schema/field.ts"
import type { Value } from "../schema/field-type.ts"
import { factsOf, isNegative, type OperatorTest, type OrderOperator, rangeOf } from "../schema/operators.ts"
import type { Network } from "./network.ts"
import { Range } from "./range.ts"
import type { Node } from "./structures/graph.ts"

/** A part of a filter. A range is not a node yet, because the ranges of one field are joined first. */
type Part = Node | Range

/** Finds or makes the node of a filter. */
export function compile(filter: Filter, network: Network): Node {
  const nodeOf = (part: Part): Node => (part instanceof Range ? network.range(part) : part)
  return nodeOf(
    fold<Part>(filter, {
      and: (parts) => network.conjunction(joined(parts).map(nodeOf)),
      or: (parts) => network.disjunction(parts.map(nodeOf)),
      condition(condition) {
        const { operator } = condition
        const part = tests[factsOf(operator).tests](condition, network)
        return isNegative(operator) ? network.negation(nodeOf(part)) : part
      },
    }),
  )
}

/** What a condition tests, before it is negated. */
const tests: Readonly<Record<OperatorTest, (condition: Condition, network: Network) => Part>> = {
  equality(condition, network) {
    const { field } = condition
    const column = network.column(field)
    const equalities = conditionValues(condition).map((value) =>
      network.equality(column, value === null ? null : comparableOf(field, value)),
    )
    return network.membership(column, equalities)
  },
  order(condition) {
    const { field, operator } = condition
    const { side, inclusive = false } = rangeOf(operator as OrderOperator)
    const bound = { value: operandOf(condition), inclusive }
    return side === "above" ? new Range(field, bound, undefined) : new Range(field, undefined, bound)
  },
  text(condition, network) {
    const { field } = condition
    return network.containment(network.column(field), String(comparableOf(field, operandOf(condition))))
  },
}

/** The one operand of an order or of a text, which is not null. */
function operandOf(condition: Condition): Value {
  const [operand] = conditionValues(condition)
  return operand as Value
}

/** The conjuncts, with one range for each field. Related records may satisfy one range each. */
function joined(parts: readonly Part[]): readonly Part[] {
  const ranges = new Map<Field, Range>()
  const others = parts.filter((part) => {
    if (!(part instanceof Range) || part.field.relation?.cardinality === "many") return true
    const known = ranges.get(part.field)
    ranges.set(part.field, known === undefined ? part : known.and(part))
    return false
  })
  return [...others, ...ranges.values()]
}
