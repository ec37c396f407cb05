import type { Condition } from "../../filter/filter.ts"
import type { FieldTypeName } from "../../schema/field.ts"
import { factsOf, type Operator, type OperatorTest } from "../../schema/operators.ts"

/** What is expected of a part of a filter before any record is seen. Both numbers are integers. */
export interface Estimate {
  /** The cost of evaluating the part. Only the proportions matter. */
  readonly cost: number
  /** The share of records that the part matches, in thousandths. */
  readonly selectivity: number
}

/** The selectivity of a part that matches every record. */
export const ALWAYS = 1000

/** The cost of comparing a value of each type. */
const TYPE_COSTS: Readonly<Record<FieldTypeName, number>> = {
  boolean: 100,
  opaque: 100,
  integer: 100,
  number: 100,
  enum: 100,
  string: 150,
  reference: 200,
  datetime: 800,
}

/** The cost that a test adds to the comparison. */
const TEST_COSTS: Readonly<Record<OperatorTest, number>> = { equality: 0, order: 0, text: 300 }

const RELATION_COSTS = { one: 200, many: 800 } as const
const FOLDING_COST = 400

const SELECTIVITIES: Readonly<Record<Operator, number>> = {
  $eq: 100,
  $in: 200,
  $contains: 200,
  $lt: 500,
  $lte: 500,
  $gt: 500,
  $gte: 500,
  $nin: 800,
  $ne: 900,
}

/** The estimate of one condition. */
export function estimateCondition({ field, operator }: Condition): Estimate {
  const relation = field.relation === undefined ? 0 : RELATION_COSTS[field.relation.cardinality]
  const folding = field.caseSensitive ? 0 : FOLDING_COST
  return {
    cost: TYPE_COSTS[field.type] + TEST_COSTS[factsOf(operator).tests] + folding + relation,
    selectivity: SELECTIVITIES[operator],
  }
}

/** The estimate of conjuncts that are evaluated in order until one is false. */
export function estimateConjunction(conjuncts: readonly Estimate[]): Estimate {
  const { cost, reached } = evaluateInOrder(conjuncts, ({ selectivity }) => selectivity)
  return { cost, selectivity: reached }
}

/** The estimate of disjuncts that are evaluated in order until one is true. */
export function estimateDisjunction(disjuncts: readonly Estimate[]): Estimate {
  const { cost, reached } = evaluateInOrder(disjuncts, ({ selectivity }) => ALWAYS - selectivity)
  return { cost, selectivity: ALWAYS - reached }
}

/** Adds up the costs, each weighted with the share of records that reaches the part. Returns the share that passes all parts. */
function evaluateInOrder(
  parts: readonly Estimate[],
  shareThatGoesOn: (part: Estimate) => number,
): { readonly cost: number; readonly reached: number } {
  let cost = 0
  let reached = ALWAYS
  for (const part of parts) {
    cost += shareOf(part.cost, reached)
    reached = shareOf(shareThatGoesOn(part), reached)
  }
  return { cost, reached }
}

function shareOf(amount: number, share: number): number {
  return Math.round((amount * share) / ALWAYS)
}
