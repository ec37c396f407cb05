import type { Entry } from "./entry.ts"
import { Kind } from "./kind.ts"
import type { Network } from "./network.ts"
import { type Edge, type Node, NodePart } from "./structures/graph.ts"

/*
 * Why filters wait, and do not count. An index can count, for each filter, how many of its conditions hold, and then looks
 * at every filter that has one of them. Of the 34,886 conditions of 10,000 selective filters (bench/filter-index), 14,675
 * hold for a record on average, and of the 28,026 conditions of views, 6,998. A filter that waits for its most selective
 * condition costs nothing if that one does not hold: the same records lead to 266 and to 413 looks. Which condition is the
 * most selective follows from what the index holds: from the number of values that the filters name of a field, and from the
 * distance between their bounds (share.ts). A wrong guess costs time, and never changes an answer.
 */

/**
 * The edges that each kind of node watches. A node is visited when the operand of such an edge holds, so it must not hold
 * otherwise. Conditions watch nothing: their columns find them.
 */
const watched: Readonly<Record<Kind, (edges: readonly Edge[]) => readonly Edge[]>> = {
  [Kind.Equality]: () => [],
  [Kind.Membership]: (edges) => edges,
  [Kind.Range]: () => [],
  [Kind.Containment]: () => [],
  // The conjunction of nothing.
  [Kind.Negation]: (edges) => edges.slice(1),
  // The most selective operand.
  [Kind.Conjunction]: (edges) => edges.slice(0, 1),
  [Kind.Disjunction]: (edges) => edges,
}

/** Lets rounds find the node of a filter. */
export function join(network: Network, entry: Entry): void {
  const { node } = entry
  const wasAwake = isAwake(network, node)
  const next = network.owners[node]
  if (next !== undefined) next.previous = entry
  entry.next = next
  setFirst(network, node, entry)
  network.change(node, NodePart.Owners, 1)
  network.retain(node)
  if (!wasAwake) wake(network, node)
}

/** Undoes {@link join}. */
export function leave(network: Network, entry: Entry): void {
  const { node, previous, next } = entry
  if (previous === undefined) setFirst(network, node, next)
  else previous.next = next
  if (next !== undefined) next.previous = previous
  network.change(node, NodePart.Owners, -1)
  if (!isAwake(network, node)) rest(network, node)
  network.release(node)
}

function setFirst({ owners, ids }: Network, node: Node, entry: Entry | undefined): void {
  owners[node] = entry
  ids[node] = entry?.id
}

/** Whether a round must find the node if it holds: for filters, or for nodes that wait for it. */
function isAwake(network: Network, node: Node): boolean {
  return network.part(node, NodePart.Owners) > 0 || network.isWatched(node)
}

function wake(network: Network, node: Node): void {
  const kind = network.kindOf(node)
  if (kind === Kind.Range) network.columnOf(node).ranges.add(...network.boundsOf(node), node)
  for (const edge of watched[kind](network.edgesOf(node))) {
    const operand = network.operandOf(edge)
    const wasAwake = isAwake(network, operand)
    network.watch(edge, kind === Kind.Conjunction)
    if (!wasAwake) wake(network, operand)
  }
}

function rest(network: Network, node: Node): void {
  const kind = network.kindOf(node)
  if (kind === Kind.Range) network.columnOf(node).ranges.delete(...network.boundsOf(node), node)
  for (const edge of watched[kind](network.edgesOf(node))) {
    const operand = network.operandOf(edge)
    network.unwatch(edge)
    if (!isAwake(network, operand)) rest(network, operand)
  }
}
