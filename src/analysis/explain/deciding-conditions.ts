import type { Condition, Filter } from "../../filter/filter.ts"
import { fold } from "../../filter/fold.ts"

/** A node of the filter. It holds if the reasons alone give it the answer of the filter. */
interface Node {
  readonly operands: readonly Node[]
  /** Whether it holds only if all of its operands hold. Otherwise, one is enough. */
  readonly needsAll: boolean
  /** The fewest reasons with which it holds. Infinite if no reasons are enough. */
  readonly fewest: number
  /** How many operands hold beyond those that it needs. Negative if it does not hold. */
  spare: number
  parent?: Node
}

/** The equal conditions of a filter. */
interface Leaf {
  readonly condition: Condition
  /** Whether they have the truth that the filter has. */
  readonly isDeciding: boolean
  readonly nodes: Node[]
}

/** Which conditions decided, and which conditions there are. Equal conditions are listed once. */
export interface Decision {
  readonly reasons: readonly Condition[]
  readonly conditions: readonly Condition[]
}

/**
 * Finds conditions that give a filter its answer, whatever the truth of the others is. None of them can be left out.
 *
 * A filter has no negation. So only true conditions make it true, and only false conditions make it false.
 *
 * @param isDeciding whether a condition has the truth that the filter has
 */
export function decide(
  filter: Filter,
  matches: boolean,
  keyOf: (condition: Condition) => number,
  isDeciding: (condition: Condition) => boolean,
): Decision {
  const leaves = new Map<number, Leaf>()
  const leafOf = new Map<Node, Leaf>()
  const junction = (operands: readonly Node[], needsAll: boolean): Node => {
    const all = operands.map(({ fewest }) => fewest)
    const fewest = needsAll ? all.reduce((sum, n) => sum + n, 0) : all.reduce(least, Number.POSITIVE_INFINITY)
    const node = { operands, needsAll, fewest, spare: needsAll ? -operands.length : -1 }
    for (const operand of operands) operand.parent = node
    return node
  }
  const root = fold<Node>(filter, {
    and: (operands) => junction(operands, matches),
    or: (operands) => junction(operands, !matches),
    condition(condition) {
      const key = keyOf(condition)
      const leaf = leaves.get(key) ?? { condition, isDeciding: isDeciding(condition), nodes: [] }
      const fewest = leaf.isDeciding ? 1 : Number.POSITIVE_INFINITY
      const node = { operands: [], needsAll: false, fewest, spare: -1 }
      leaf.nodes.push(node)
      leaves.set(key, leaf)
      leafOf.set(node, leaf)
      return node
    },
  })

  const reasons = new Set<Leaf>()
  choose(root)
  for (const { nodes } of reasons) nodes.forEach(gain)
  const needed = new Set<Leaf>()
  visitNeeded(root)
  // Equal conditions in several places can make a reason superfluous.
  for (const leaf of [...reasons].reverse()) {
    if (needed.has(leaf)) continue
    leaf.nodes.forEach(lose)
    if (root.spare < 0) leaf.nodes.forEach(gain)
    else reasons.delete(leaf)
  }
  return { reasons: [...reasons].map(conditionOf), conditions: [...leaves.values()].map(conditionOf) }

  /** The fewest reasons with which the node holds, if no two of its conditions are equal. */
  function choose(node: Node): void {
    const leaf = leafOf.get(node)
    if (leaf !== undefined) reasons.add(leaf)
    else if (node.needsAll) node.operands.forEach(choose)
    else
      node.operands
        .filter(({ fewest }) => fewest === node.fewest)
        .slice(0, 1)
        .forEach(choose)
  }

  /** Finds leaves that the root needs: on the way to it, no node has another operand that holds to spare. */
  function visitNeeded(node: Node): void {
    const leaf = leafOf.get(node)
    if (leaf !== undefined) needed.add(leaf)
    else if (node.spare === 0) node.operands.filter(({ spare }) => spare >= 0).forEach(visitNeeded)
  }
}

function least(a: number, b: number): number {
  return Math.min(a, b)
}

function conditionOf({ condition }: Leaf): Condition {
  return condition
}

/** One more operand of the node holds. */
function gain(node: Node): void {
  node.spare++
  if (node.spare === 0 && node.parent !== undefined) gain(node.parent)
}

/** One operand less of the node holds. */
function lose(node: Node): void {
  node.spare--
  if (node.spare === -1 && node.parent !== undefined) lose(node.parent)
}
