import type { Comparable } from "../schema/comparison-form.ts"
import type { Column } from "./column.ts"
import { Kind } from "./kind.ts"
import { Mark } from "./mark.ts"
import type { Network } from "./network.ts"
import type { Range } from "./range.ts"
import type { FieldValues } from "./read-record.ts"
import { at, EdgePart, type Node, NodeDouble, NodePart } from "./structures/graph.ts"

/** Finds the nodes that hold for one record, beginning with the conditions that its values satisfy. */
export class Round {
  readonly #network: Network
  /** What the marks of this round are added to. */
  readonly #now: number
  readonly #nodes: Int32Array
  readonly #edges: Int32Array
  readonly #doubles: Float64Array
  /** The numbers of the record's values, by the number of the column. */
  readonly #numbers: Float64Array[] = []
  readonly #matched: Node[] = []

  constructor(network: Network) {
    this.#network = network
    this.#now = network.nextRound()
    this.#nodes = network.nodes
    this.#edges = network.edges
    this.#doubles = network.doubles
  }

  /** The nodes that hold and that filters consist of. */
  matching(columns: readonly Column[], values: readonly FieldValues[]): readonly Node[] {
    const found: Node[] = []
    const find = (node: Node) => {
      this.#nodes[node * NodePart.Count + NodePart.Mark] = this.#now + Mark.True
      found.push(node)
    }
    // A visit reads the values of all columns.
    for (const [index, column] of columns.entries()) {
      column.load(values[index] as FieldValues, find)
      this.#numbers[column.serial] = column.numbers
    }
    const visit = (node: Node) => this.#visit(node)
    visit(this.#network.everything)
    for (const node of found) visit(node)
    for (const { ranges, numbers } of columns)
      if (ranges.size > 0) for (const number of numbers) ranges.stab(number, visit)
    return this.#matched
  }

  /** Looks at a node that may hold. If it does, it looks at the nodes that watch it. */
  #visit(node: Node): void {
    const nodes = this.#nodes
    const place = node * NodePart.Count
    if (nodes[place + NodePart.Mark] === this.#now + Mark.Visited || !this.#holds(node)) return
    nodes[place + NodePart.Mark] = this.#now + Mark.Visited
    if (at(nodes, place + NodePart.Owners) > 0) this.#matched.push(node)
    const edges = this.#edges
    let edge = at(nodes, place + NodePart.FirstWatch)
    while (edge !== 0) {
      if (!this.#some(at(edges, edge + EdgePart.Rest), false)) this.#visit(at(edges, edge + EdgePart.Parent))
      edge = at(edges, edge + EdgePart.NextWatch)
    }
  }

  /** Whether a node holds. A round decides it once. */
  #holds(node: Node): boolean {
    const place = node * NodePart.Count + NodePart.Mark
    const known = at(this.#nodes, place) - this.#now
    if (known > 0) return known !== Mark.False
    const answer = this.#decide(node)
    this.#nodes[place] = this.#now + (answer ? Mark.True : Mark.False)
    return answer
  }

  #decide(node: Node): boolean {
    switch (this.#nodes[node * NodePart.Count + NodePart.Kind] as Kind) {
      // The columns have marked those that hold.
      case Kind.Equality:
      case Kind.Containment:
        return false
      case Kind.Membership:
        return this.#hasMember(node)
      case Kind.Range:
        return this.#isInRange(node)
      case Kind.Negation:
        return !this.#holds(at(this.#edges, this.#firstOperand(node) + EdgePart.Operand))
      case Kind.Conjunction:
        return !this.#some(this.#firstOperand(node), false)
      case Kind.Disjunction:
        return this.#some(this.#firstOperand(node), true)
    }
  }

  #firstOperand(node: Node): number {
    return at(this.#nodes, node * NodePart.Count + NodePart.FirstOperand)
  }

  /** Whether the operand of some edge has this answer, from one edge of a parent on. */
  #some(first: number, answer: boolean): boolean {
    const edges = this.#edges
    for (let edge = first; edge !== 0; edge = at(edges, edge + EdgePart.NextOperand))
      if (this.#holds(at(edges, edge + EdgePart.Operand)) === answer) return true
    return false
  }

  #hasMember(node: Node): boolean {
    const list = this.#network.details[node] as readonly Node[]
    for (const equality of this.#network.columnOf(node).equal) if (includes(list, equality)) return true
    return false
  }

  #isInRange(node: Node): boolean {
    const numbers = this.#numbers[at(this.#nodes, node * NodePart.Count + NodePart.Column)] as Float64Array
    const low = this.#doubles[node * NodeDouble.Count + NodeDouble.Low] as number
    const high = this.#doubles[node * NodeDouble.Count + NodeDouble.High] as number
    for (let index = 0; index < numbers.length; index++) {
      const number = numbers[index] as number
      if (number > low && number < high) return true
      if (number >= low && number <= high && this.#contains(node, index)) return true
    }
    return false
  }

  /** Compares a value itself with the bounds of a range. */
  #contains(node: number, index: number): boolean {
    // Not null: no range has the number of null.
    const value = this.#network.columnOf(node).values[index] as Comparable
    return (this.#network.details[node] as Range).contains(value)
  }
}

/** Whether a number is in an ascending list. */
function includes(sorted: readonly Node[], node: Node): boolean {
  let start = 0
  let end = sorted.length
  while (start < end) {
    const middle = (start + end) >>> 1
    if ((sorted[middle] as number) < node) start = middle + 1
    else end = middle
  }
  return sorted[start] === node
}
