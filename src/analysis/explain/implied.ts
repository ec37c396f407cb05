import { and, type Filter, or } from "../../filter/filter.ts"
import { findRecord } from "../decide/find-record.ts"
import { isSupported, type Leaf, type Node, support, withdraw } from "./support.ts"

/** The steps for all reasons of an explanation. Each reason gets the same share. */
const BUDGET = 1_000_000

/**
 * Drops reasons that are not needed because of their values: `id > 5` follows from `id > 7`, and one of `id < 7` and
 * `id >= 7` is true of every record with an id. A reason stays if its share of the budget does not suffice to tell.
 */
export function dropImplied(root: Node, reasons: Set<Leaf>, matches: boolean): void {
  const share = Math.floor(BUDGET / reasons.size)
  const bySubject = new Map<string, Set<Leaf>>()
  for (const reason of reasons) on(reason).add(reason)
  for (const reason of [...reasons].reverse()) {
    on(reason).delete(reason)
    if (isImplied(reason)) reasons.delete(reason)
    else {
      on(reason).add(reason)
      support(reason)
    }
  }

  /** The reasons on the field or the relation of a condition. Those on others do not limit the values that it can have. */
  function on({ condition: { field } }: Leaf): Set<Leaf> {
    const subject = field.relation?.name ?? field.name
    const known = bySubject.get(subject) ?? new Set()
    bySubject.set(subject, known)
    return known
  }

  /** Whether a part of the filter cannot get the other answer, although the reason does not support it any more. */
  function isImplied(reason: Leaf): boolean {
    const lost = withdraw(reason)
    const related = new Set<Set<Leaf>>()
    let left = share
    const open = openPart(root)
    for (const { size } of related) left -= size
    if (left < 0) return false
    const others = [...related].flatMap((leaves) => [...leaves]).map(({ condition }) => condition)
    return (
      (matches
        ? findRecord(others, [open], { budget: left })
        : findRecord([open], others, { budget: left })) === "none"
    )

    /** What decides now: the operands that no reason supports. */
    function openPart(node: Node): Filter {
      const { leaf, operands, needsAll, spare } = node
      if (leaf !== undefined) {
        related.add(on(leaf))
        return leaf.condition
      }
      left -= operands.length
      const gone = lost.get(node)
      const open = !needsAll
        ? operands
        : gone?.length === -spare
          ? gone
          : operands.filter((one) => !isSupported(one))
      const parts = left < 0 ? [] : open.map(openPart)
      return needsAll === matches ? and(parts) : or(parts)
    }
  }
}
