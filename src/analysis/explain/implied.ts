import { and, type Condition, conditionValues, type Filter, or } from "../../filter/filter.ts"
import { budgetOf, withinBudget } from "../decide/budget.ts"
import { findRecord } from "../decide/find-record.ts"
import { isSupported, type Leaf, type Node, support, withdraw } from "./support.ts"

/** The steps that all questions may take. */
const BUDGET = 150_000
/** The steps that a question takes before it counts any. */
const STEPS_OF_QUESTION = 200
/** The steps to cut the values of a field at one constant. */
const STEPS_OF_VALUE = 25

/**
 * Drops reasons that are not needed because of their values: `id > 5` follows from `id > 7`, and one of `id < 7` and
 * `id >= 7` is true of every record with an id. When the budget for all of them runs out, the others stay.
 */
export function dropImplied(root: Node, reasons: Set<Leaf>, matches: boolean): void {
  const spend = budgetOf(BUDGET)
  // Of reasons with the same meaning, the first one stays.
  withinBudget(() => drop([...reasons].reverse()))

  /** Drops all of some reasons, or else looks for those among them that are not needed. */
  function drop(some: readonly Leaf[]): void {
    some.forEach(withdraw)
    const others = new Set(reasons)
    for (const reason of some) others.delete(reason)
    if (suffice(others)) {
      for (const reason of some) reasons.delete(reason)
      return
    }
    some.forEach(support)
    if (some.length <= 1) return
    const half = some.length >>> 1
    drop(some.slice(0, half))
    drop(some.slice(half))
  }

  /** Whether every record that keeps the truth of the reasons gets the same answer. No other reasons support a node. */
  function suffice(kept: ReadonlySet<Leaf>): boolean {
    spend(STEPS_OF_QUESTION + kept.size)
    const subjects = new Set<string>()
    const open = openPart(root)
    const related: Condition[] = []
    for (const { condition } of kept) {
      if (!subjects.has(subjectOf(condition))) continue
      spendOn(condition)
      related.push(condition)
    }
    const found = matches ? findRecord(related, [open], spend) : findRecord([open], related, spend)
    return found === "none"

    /** The part of the filter that decides when the reasons do not: the operands that they do not support. */
    function openPart({ leaf, operands, needsAll }: Node): Filter {
      if (leaf !== undefined) {
        subjects.add(subjectOf(leaf.condition))
        spendOn(leaf.condition)
        return leaf.condition
      }
      spend(operands.length)
      const parts = operands.filter((operand) => !isSupported(operand)).map(openPart)
      return needsAll === matches ? and(parts) : or(parts)
    }
  }

  function spendOn(condition: Condition): void {
    spend(STEPS_OF_VALUE * conditionValues(condition).length)
  }
}

/** What a condition asks about. Conditions on other subjects do not limit the values that it can have. */
function subjectOf({ field }: Condition): string {
  return field.relation?.name ?? field.name
}
