import type { Condition } from "../../filter/filter.ts"
import type { FieldTypeName } from "../../schema/field.ts"
import { factsOf, type OperatorTest } from "../../schema/operators.ts"

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
  uuid: 200,
  decimal: 400,
  date: 200,
}

/** The cost that a test adds to the comparison, and the share of records that satisfy it, in thousandths. */
const TESTS: Readonly<Record<OperatorTest, Estimate>> = {
  equality: { cost: 0, selectivity: 100 },
  order: { cost: 0, selectivity: 500 },
  text: { cost: 300, selectivity: 200 },
}
/** A list is satisfied more often than one value. */
const LIST_SELECTIVITY = 200

/** The cost that reading related records adds. */
const RELATION_COSTS = { one: 200, many: 800 } as const
/** The cost that folding ASCII letters adds. */
const FOLDING_COST = 400

/** The estimate of one condition. */
export function estimateCondition({ kind, field, operator }: Condition): Estimate {
  const { tests, negative } = factsOf(operator)
  const test = TESTS[tests]
  let cost = TYPE_COSTS[field.type] + test.cost
  if (!field.caseSensitive) cost += FOLDING_COST
  if (field.relation !== undefined) cost += RELATION_COSTS[field.relation.cardinality]
  const satisfied = kind === "in" ? LIST_SELECTIVITY : test.selectivity
  return { cost, selectivity: negative ? ALWAYS - satisfied : satisfied }
}

/** The estimate of conjuncts that are evaluated in order until one is false. */
export function estimateConjunction(conjuncts: readonly Estimate[]): Estimate {
  let cost = 0
  let selectivity = ALWAYS
  for (const conjunct of conjuncts) {
    cost += shareOf(conjunct.cost, selectivity)
    selectivity = shareOf(conjunct.selectivity, selectivity)
  }
  return { cost, selectivity }
}

/** The estimate of disjuncts that are evaluated in order until one is true: by De Morgan, a negated conjunction. */
export function estimateDisjunction(disjuncts: readonly Estimate[]): Estimate {
  return negated(estimateConjunction(disjuncts.map(negated)))
}

function negated({ cost, selectivity }: Estimate): Estimate {
  return { cost, selectivity: ALWAYS - selectivity }
}

function shareOf(amount: number, share: number): number {
  return Math.round((amount * share) / ALWAYS)
}
