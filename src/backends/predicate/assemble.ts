import type { Condition, Filter } from "../../filter/filter.ts"
import { fold } from "../../filter/fold.ts"
import { type Estimate, estimateCondition, estimateConjunction, estimateDisjunction } from "./cost-model.ts"
import { orderConjuncts, orderDisjuncts } from "./evaluation-order.ts"
import type { Get } from "./read-property.ts"

/** What a predicate is built from, such as closures, or the source of a function. */
export interface Assembly<Built> {
  /** The conjunction of the parts, evaluated in this order. There may be no part. */
  readonly all: (parts: readonly Built[]) => Built
  /** The disjunction of the parts, evaluated in this order. There may be no part. */
  readonly any: (parts: readonly Built[]) => Built
  readonly test: (condition: Condition, get: Get | undefined) => Built
}

interface Part<Built> extends Estimate {
  readonly built: Built
}

/**
 * Builds a predicate. Operands are evaluated in the order with the least expected cost. With a `get` function, they
 * keep their order, because the caller can observe the order of reads.
 */
export function assemble<Built>(
  filter: Filter,
  get: Get | undefined,
  { all, any, test }: Assembly<Built>,
): Built {
  const junction =
    (
      order: (parts: readonly Part<Built>[]) => readonly Part<Built>[],
      estimate: (parts: readonly Estimate[]) => Estimate,
      join: Assembly<Built>["all"],
    ) =>
    (operands: readonly Part<Built>[]): Part<Built> => {
      const parts = get === undefined ? order(operands) : operands
      const { cost, selectivity } = estimate(parts)
      return { cost, selectivity, built: join(parts.map(({ built }) => built)) }
    }
  return fold<Part<Built>>(filter, {
    and: junction(orderConjuncts, estimateConjunction, all),
    or: junction(orderDisjuncts, estimateDisjunction, any),
    condition(node) {
      const { cost, selectivity } = estimateCondition(node)
      return { cost, selectivity, built: test(node, get) }
    },
  }).built
}
