import type { Condition, Filter } from "../../filter.ts"
import { compile, defineBackend } from "../backend.ts"
import { allInTurn, anyInTurn, chanceOf, costOf, type Estimate, estimateAll, estimateAny } from "./order.ts"
import { type Question, questionOf } from "./question.ts"
import type { Get } from "./reading.ts"

/** How a predicate is put together: of closures, or of the text of a function. */
export interface Assembly<Made> {
  /** The parts in the order in which they are asked; none of them may be. */
  all(parts: readonly Made[]): Made
  any(parts: readonly Made[]): Made
  ask(question: Question): Made
}

interface Part<Made> extends Estimate {
  readonly made: Made
}

/**
 * Puts a predicate together. Operands are asked in the order that promises the soonest answer, unless
 * reading a property is the caller's own affair, who may see the order.
 */
export function assemble<Made>(
  filter: Filter,
  get: Get | undefined,
  { all, any, ask }: Assembly<Made>,
): Made {
  const part = ({ cost, chance }: Estimate, made: Made): Part<Made> => ({ cost, chance, made })
  const condition = (node: Condition): Part<Made> => ({
    cost: costOf(node),
    chance: chanceOf(node),
    made: ask(questionOf(node, get)),
  })
  const backend = defineBackend<Part<Made>>({
    and: (operands) => {
      const parts = get === undefined ? allInTurn(operands) : operands
      return part(estimateAll(parts), all(parts.map(madeOf)))
    },
    or: (operands) => {
      const parts = get === undefined ? anyInTurn(operands) : operands
      return part(estimateAny(parts), any(parts.map(madeOf)))
    },
    compare: condition,
    in: condition,
    contains: condition,
  })
  return compile<Part<Made>, never>(filter, backend).made
}

function madeOf<Made>({ made }: Part<Made>): Made {
  return made
}
