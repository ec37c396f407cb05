import type { Condition, Filter } from "../../filter/filter.ts"
import { type ConditionFold, fold } from "../../filter/fold.ts"
import { type Estimate, estimateCondition, estimateConjunction, estimateDisjunction } from "./cost-model.ts"
import { orderConjuncts, orderDisjuncts } from "./evaluation-order.ts"
import { type PropertyTest, propertyTestOf } from "./property-test.ts"
import type { Get } from "./read-property.ts"

/** What a predicate is built from: closures, or the source of a function. */
export interface Assembly<Built> {
  /** The conjunction of the parts, evaluated in this order. There may be no part. */
  all(parts: readonly Built[]): Built
  /** The disjunction of the parts, evaluated in this order. There may be no part. */
  any(parts: readonly Built[]): Built
  test(propertyTest: PropertyTest, get: Get | undefined): Built
}

interface Part<Built> extends Estimate {
  readonly built: Built
}

/**
 * Builds a predicate. Operands are evaluated in the order with the least expected cost. With a `get` function, they
 * keep their order, because the caller can observe the order of reads.
 */
export function assemble<Built>(filter: Filter, get: Get | undefined, assembly: Assembly<Built>): Built {
  return fold<Part<Built>>(filter, new Assembler(get, assembly)).built
}

class Assembler<Built> implements ConditionFold<Part<Built>> {
  constructor(
    private readonly get: Get | undefined,
    private readonly assembly: Assembly<Built>,
  ) {}

  and(operands: readonly Part<Built>[]): Part<Built> {
    const parts = this.get === undefined ? orderConjuncts(operands) : operands
    const { cost, selectivity } = estimateConjunction(parts)
    return { cost, selectivity, built: this.assembly.all(parts.map(builtOf)) }
  }

  or(operands: readonly Part<Built>[]): Part<Built> {
    const parts = this.get === undefined ? orderDisjuncts(operands) : operands
    const { cost, selectivity } = estimateDisjunction(parts)
    return { cost, selectivity, built: this.assembly.any(parts.map(builtOf)) }
  }

  condition(node: Condition): Part<Built> {
    const { cost, selectivity } = estimateCondition(node)
    return { cost, selectivity, built: this.assembly.test(propertyTestOf(node, this.get), this.get) }
  }
}

function builtOf<Built>({ built }: Part<Built>): Built {
  return built
}
