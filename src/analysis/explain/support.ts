import type { Condition, Filter } from "../../filter/filter.ts"
import { fold } from "../../filter/fold.ts"

/**
 * A node of a filter, and how far reasons support it. A supported node has the answer of the filter, whatever truth the
 * conditions have that are no reasons.
 */
export interface Node {
  /** The condition, if it is one. */
  readonly leaf?: Leaf
  readonly operands: readonly Node[]
  /** Whether it needs all of its operands to be supported. Otherwise, one is enough. */
  readonly needsAll: boolean
  /** The fewest reasons that support it. Infinite if no reasons can. */
  readonly fewest: number
  /** How many operands are supported beyond those that it needs. Negative if it is not supported. */
  spare: number
  parent?: Node
}

/** A condition of a filter, and a node for each place that has it. */
export interface Leaf {
  readonly condition: Condition
  readonly nodes: Node[]
}

/**
 * The nodes of a filter, before there are reasons. A filter has no negation: only true conditions make it true, and only false
 * conditions make it false.
 *
 * @param isDeciding whether a condition has the truth that the filter has
 * @returns the root
 */
export function nodesOf(
  filter: Filter,
  matches: boolean,
  keyOf: (condition: Condition) => number,
  isDeciding: (condition: Condition) => boolean,
): Node {
  const leaves = new Map<number, Leaf>()
  return fold<Node>(filter, {
    and: (operands) => junction(operands, matches),
    or: (operands) => junction(operands, !matches),
    condition(condition) {
      const key = keyOf(condition)
      const leaf = leaves.get(key) ?? { condition, nodes: [] }
      leaves.set(key, leaf)
      const fewest = leaf.nodes[0]?.fewest ?? (isDeciding(condition) ? 1 : Number.POSITIVE_INFINITY)
      const node = { leaf, operands: [], needsAll: false, fewest, spare: -1 }
      leaf.nodes.push(node)
      return node
    },
  })
}

function junction(operands: readonly Node[], needsAll: boolean): Node {
  const node = {
    operands,
    needsAll,
    fewest: operands.reduce(
      (sum, { fewest }) => (needsAll ? sum + fewest : Math.min(sum, fewest)),
      needsAll ? 0 : Number.POSITIVE_INFINITY,
    ),
    // An operand without conditions may be supported from the start.
    spare: operands.filter(isSupported).length - (needsAll ? operands.length : 1),
  }
  for (const operand of operands) operand.parent = node
  return node
}

export function isSupported({ spare }: Node): boolean {
  return spare >= 0
}

/** Adds a reason. */
export function support({ nodes }: Leaf): void {
  nodes.forEach(gain)
}

/** Removes a reason. */
export function withdraw({ nodes }: Leaf): void {
  nodes.forEach(lose)
}

function gain(node: Node): void {
  node.spare++
  if (node.spare === 0 && node.parent !== undefined) gain(node.parent)
}

function lose(node: Node): void {
  node.spare--
  if (node.spare === -1 && node.parent !== undefined) lose(node.parent)
}
