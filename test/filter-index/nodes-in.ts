import type { Network } from "../../src/filter-index/network.ts"
import type { Node } from "../../src/filter-index/structures/graph.ts"

/** The nodes, their operands, the operands of those, and so on. */
export function nodesIn(network: Network, nodes: Iterable<Node>): ReadonlySet<Node> {
  const found = new Set(nodes)
  // A Set also goes through what is added meanwhile.
  for (const node of found) for (const operand of network.operandsOf(node)) found.add(operand)
  return found
}
