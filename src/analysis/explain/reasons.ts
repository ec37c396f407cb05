import { isSupported, type Leaf, type Node, support, withdraw } from "./support.ts"

/**
 * Chooses reasons that support a node: whatever the truth of the other conditions is, it has the same answer. None of the
 * reasons can be left out.
 */
export function reasonsFor(root: Node): Set<Leaf> {
  const reasons = new Set<Leaf>()
  choose(root)
  reasons.forEach(support)
  const needed = new Set<Leaf>()
  visitNeeded(root)
  // Equal conditions in several places can make a reason superfluous.
  for (const reason of [...reasons].reverse()) {
    if (needed.has(reason)) continue
    withdraw(reason)
    if (isSupported(root)) reasons.delete(reason)
    else support(reason)
  }
  return reasons

  /** The fewest reasons that support the node, if no two of its conditions are equal. */
  function choose({ leaf, operands, needsAll, fewest }: Node): void {
    if (leaf !== undefined) reasons.add(leaf)
    const first = operands.find((operand) => operand.fewest === fewest)
    if (needsAll) operands.forEach(choose)
    else if (first !== undefined) choose(first)
  }

  /** Finds leaves that the root needs: on the way to it, no node has another supported operand to spare. */
  function visitNeeded({ leaf, operands, spare }: Node): void {
    if (leaf !== undefined) needed.add(leaf)
    if (spare === 0) operands.filter(isSupported).forEach(visitNeeded)
  }
}
