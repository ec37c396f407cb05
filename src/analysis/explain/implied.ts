import { and, conditionValues, type Filter, or } from "../../filter/filter.ts"
import { budgetOf, EXHAUSTED } from "../decide/budget.ts"
import { findRecord } from "../decide/find-record.ts"
import { isSupported, type Leaf, type Lost, type Node, support, withdraw } from "./support.ts"

/** The steps that all questions may take. */
const BUDGET = 100_000
/** The steps that a question takes before it counts any. */
const STEPS_OF_QUESTION = 200
/** The steps to cut the values of a field at one constant. */
const STEPS_OF_VALUE = 25

/** How many questions to ask at first, each about so many reasons. */
const QUESTIONS = 16

/**
 * Drops reasons that are not needed because of their values: `id > 5` follows from `id > 7`, and one of `id < 7` and
 * `id >= 7` is true of every record with an id. When the budget for all of them runs out, the others stay.
 */
export function dropImplied(root: Node, reasons: Set<Leaf>, matches: boolean): void {
  const spend = budgetOf(BUDGET)
  const bySubject = new Map<string, Set<Leaf>>()
  const free = new Map<Leaf, boolean>()
  for (const reason of reasons) on(reason).add(reason)
  const all = [...reasons].reverse()
  const size = Math.ceil(all.length / QUESTIONS)
  try {
    for (let i = 0; i < all.length; i += size) drop(all.slice(i, i + size))
  } catch (error) {
    if (error !== EXHAUSTED) throw error
  }

  /** Drops all of some reasons, or looks for those among them that are not needed. */
  function drop(some: readonly Leaf[]): void {
    for (const reason of some) on(reason).delete(reason)
    if (isImplied(withdraw(some))) {
      for (const reason of some) reasons.delete(reason)
      return
    }
    for (const reason of some) {
      on(reason).add(reason)
      support(reason)
    }
    if (some.length === 1) return
    const half = some.length >>> 1
    drop(some.slice(0, half))
    drop(some.slice(half))
  }

  /** The reasons on the field or the relation of a condition. Those on others do not limit the values that it can have. */
  function on({ condition: { field } }: Leaf): Set<Leaf> {
    const subject = field.relation?.name ?? field.name
    const known = bySubject.get(subject) ?? new Set()
    bySubject.set(subject, known)
    return known
  }

  /** Whether the part of the filter that lost its support cannot get the other answer. */
  function isImplied(lost: Lost): boolean {
    const related = new Map<Set<Leaf>, Leaf>()
    let areSeparate = true
    const open = openPart(root)
    // Conditions on separate fields can have the other truth together.
    if (areSeparate && [...related.values()].every(isFree)) return false
    return isFixed(
      open,
      [...related.keys()].flatMap((leaves) => [...leaves]),
    )

    /** What decides now: the operands that no reason supports. */
    function openPart(node: Node): Filter {
      const { leaf, operands, needsAll, spare } = node
      if (leaf !== undefined) {
        const others = on(leaf)
        areSeparate &&= others.size === 0 && (related.get(others) ?? leaf) === leaf
        related.set(others, leaf)
        spendOn(leaf)
        return leaf.condition
      }
      const gone = lost.get(node)
      if (needsAll && gone?.length === -spare) return junction(gone)
      spend(operands.length)
      return junction(needsAll ? operands.filter((one) => !isSupported(one)) : operands)

      function junction(open: readonly Node[]): Filter {
        const parts = open.map(openPart)
        return needsAll === matches ? and(parts) : or(parts)
      }
    }
  }

  /** Whether a condition can have the other truth. */
  function isFree(leaf: Leaf): boolean {
    const isKnown = free.get(leaf) ?? !isFixed(leaf.condition, [])
    free.set(leaf, isKnown)
    return isKnown
  }

  /** Whether no record that keeps the truth of the reasons gives the filter the other answer. */
  function isFixed(filter: Filter, kept: readonly Leaf[]): boolean {
    spend(STEPS_OF_QUESTION)
    kept.forEach(spendOn)
    const conditions = kept.map(({ condition }) => condition)
    const found = matches ? findRecord(conditions, [filter], spend) : findRecord([filter], conditions, spend)
    return found === "none"
  }

  function spendOn({ condition }: Leaf): void {
    spend(STEPS_OF_VALUE * conditionValues(condition).length)
  }
}
