/** The number of a node. */
export type Node = number
/** The place of an edge in the array of edges. No edge has the place 0. */
export type Edge = number

/** What an edge is made of: the offsets from its place, and their number. An enum, because a bundler puts in the numbers. */
export enum EdgePart {
  Parent,
  Operand,
  /** The next edge to an operand of the same parent, or 0. */
  NextOperand,
  /** For an edge that is watched: the next edge that leads to the same operand and is watched, or 0. */
  NextWatch,
  /** The edge before this one among those, or 0. */
  PreviousWatch,
  /** The first of the edges whose operands must hold too for the parent to hold, or 0. */
  Rest,
  Count,
}

/** What a node is made of: the offsets from its place, which is its number times their number. */
export enum NodePart {
  /** The edge to the first operand, or 0. */
  FirstOperand,
  /** The first edge to this node that is watched, or 0. */
  FirstWatch,
  /** What the graph leaves to others. It is 0 at first. */
  Kind,
  Column,
  Uses,
  Owners,
  Mark,
  Count = 12,
}

/** The doubles of a node, which the graph leaves to others: the offsets from its number times their number. */
export enum NodeDouble {
  Low = 4,
  High,
  /** A double takes the room of two parts. */
  Count = 6,
}

/**
 * Nodes with operands, without circles. An edge to an operand can be watched: from each node, a walk leads to the parents
 * that watch it.
 *
 * The nodes are numbers, and all that a walk reads of a node is side by side in one array. If they were objects, a walk
 * would wait for the memory several times at each of them, and they would take several times the memory.
 */
export class Graph {
  nodes = new Int32Array(CAPACITY * NodePart.Count)
  /** The same memory as that of the nodes. */
  doubles = new Float64Array(this.nodes.buffer)
  edges = new Int32Array(CAPACITY * EdgePart.Count)
  readonly #freeNodes: Node[] = []
  #nodesEnd = 0
  #freeEdge: Edge = 0
  #edgesEnd = EdgePart.Count

  /** Adds a node with operands, which keep their order. */
  add(operands: readonly Node[]): Node {
    const node = this.#freeNodes.pop() ?? this.#nodesEnd++
    const place = node * NodePart.Count
    if (place === this.nodes.length) {
      this.nodes = grown(this.nodes)
      this.doubles = new Float64Array(this.nodes.buffer)
    }
    for (let part = 0; part < NodePart.Count; part++) this.nodes[place + part] = 0
    let next = 0
    for (let index = operands.length - 1; index >= 0; index--)
      next = this.#addEdge(node, operands[index] as Node, next)
    this.setPart(node, NodePart.FirstOperand, next)
    return node
  }

  /** Removes a node that is no operand and that watches none. Its number becomes free. */
  remove(node: Node): void {
    for (const edge of this.edgesOf(node)) {
      this.edges[edge + EdgePart.NextOperand] = this.#freeEdge
      this.#freeEdge = edge
    }
    this.#freeNodes.push(node)
  }

  part(node: Node, part: NodePart): number {
    return at(this.nodes, node * NodePart.Count + part)
  }

  setPart(node: Node, part: NodePart, value: number): void {
    this.nodes[node * NodePart.Count + part] = value
  }

  change(node: Node, part: NodePart, difference: 1 | -1): void {
    this.setPart(node, part, this.part(node, part) + difference)
  }

  /** The edges to the operands of a node, in their order. */
  edgesOf(node: Node): readonly Edge[] {
    const edges: Edge[] = []
    for (
      let edge = this.part(node, NodePart.FirstOperand);
      edge !== 0;
      edge = at(this.edges, edge + EdgePart.NextOperand)
    )
      edges.push(edge)
    return edges
  }

  operandOf(edge: Edge): Node {
    return at(this.edges, edge + EdgePart.Operand)
  }

  operandsOf(node: Node): readonly Node[] {
    return this.edgesOf(node).map((edge) => this.operandOf(edge))
  }

  isWatched(node: Node): boolean {
    return this.part(node, NodePart.FirstWatch) !== 0
  }

  /**
   * Watches an edge.
   *
   * @param isStrict whether the parent holds only if its other operands, which follow this one, hold too: a walk then looks
   * at them before it looks at the parent, which is in another place of the memory
   */
  watch(edge: Edge, isStrict: boolean): void {
    const { edges } = this
    const operand = this.operandOf(edge)
    const next = this.part(operand, NodePart.FirstWatch)
    edges[edge + EdgePart.NextWatch] = next
    edges[edge + EdgePart.PreviousWatch] = 0
    edges[edge + EdgePart.Rest] = isStrict ? at(edges, edge + EdgePart.NextOperand) : 0
    if (next !== 0) edges[next + EdgePart.PreviousWatch] = edge
    this.setPart(operand, NodePart.FirstWatch, edge)
  }

  unwatch(edge: Edge): void {
    const { edges } = this
    const next = at(edges, edge + EdgePart.NextWatch)
    const previous = at(edges, edge + EdgePart.PreviousWatch)
    if (next !== 0) edges[next + EdgePart.PreviousWatch] = previous
    if (previous !== 0) edges[previous + EdgePart.NextWatch] = next
    else this.setPart(this.operandOf(edge), NodePart.FirstWatch, next)
  }

  #addEdge(parent: Node, operand: Node, nextOperand: Edge): Edge {
    let edge = this.#freeEdge
    if (edge !== 0) this.#freeEdge = at(this.edges, edge + EdgePart.NextOperand)
    else {
      edge = this.#edgesEnd
      this.#edgesEnd += EdgePart.Count
      if (this.#edgesEnd > this.edges.length) this.edges = grown(this.edges)
    }
    this.edges[edge + EdgePart.Parent] = parent
    this.edges[edge + EdgePart.Operand] = operand
    this.edges[edge + EdgePart.NextOperand] = nextOperand
    return edge
  }
}

const CAPACITY = 48

/** A number of an array. A graph never reads beyond the ends of its arrays. */
export function at(array: Int32Array, index: number): number {
  return array[index] as number
}

/** A copy with room for half as many numbers more, and for a whole number of nodes or of edges. */
function grown(array: Int32Array): Int32Array<ArrayBuffer> {
  const copy = new Int32Array(
    array.length +
      Math.ceil(array.length / (2 * NodePart.Count * EdgePart.Count)) * NodePart.Count * EdgePart.Count,
  )
  copy.set(array)
  return copy
}
