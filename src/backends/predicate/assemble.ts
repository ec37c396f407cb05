import type { Condition, Filter } from "../../filter/filter.ts"
import { type ConditionFold, fold } from "../../filter/fold.ts"
import { allInTurn, anyInTurn, chanceOf, costOf, type Estimate, estimateAll, estimateAny } from "./order.ts"
import { type Question, questionOf } from "./question.ts"
import type { Get } from "./reading.ts"

/** How a predicate is put together: of closures, or of the text of a function. */
export interface Assembly<Made> {
  /** The parts in the order in which they are asked; none of them may be. */
  all(parts: readonly Made[]): Made
  any(parts: readonly Made[]): Made
  ask(question: Question, get: Get | undefined): Made
}

interface Part<Made> extends Estimate {
  readonly made: Made
}

/**
 * Puts a predicate together. Operands are asked in the order that promises the soonest answer, unless
 * reading a property is the caller's own affair, who may see the order.
 */
export function assemble<Made>(filter: Filter, get: Get | undefined, assembly: Assembly<Made>): Made {
  return fold<Part<Made>>(filter, new Assembler(get, assembly)).made
}

class Assembler<Made> implements ConditionFold<Part<Made>> {
  constructor(
    private readonly get: Get | undefined,
    private readonly assembly: Assembly<Made>,
  ) {}

  and(operands: readonly Part<Made>[]): Part<Made> {
    const parts = this.get === undefined ? allInTurn(operands) : operands
    const { cost, chance } = estimateAll(parts)
    return { cost, chance, made: this.assembly.all(parts.map(madeOf)) }
  }

  or(operands: readonly Part<Made>[]): Part<Made> {
    const parts = this.get === undefined ? anyInTurn(operands) : operands
    const { cost, chance } = estimateAny(parts)
    return { cost, chance, made: this.assembly.any(parts.map(madeOf)) }
  }

  condition(node: Condition): Part<Made> {
    return {
      cost: costOf(node),
      chance: chanceOf(node),
      made: this.assembly.ask(questionOf(node, this.get), this.get),
    }
  }
}

function madeOf<Made>({ made }: Part<Made>): Made {
  return made
}
