import { comparableOf } from "../schema/comparable.ts"
import type { Comparable } from "../schema/comparison-form.ts"
import type { Field } from "../schema/field.ts"
import type { Value } from "../schema/field-type.ts"
import { Column } from "./column.ts"
import type { Entry } from "./entry.ts"
import { Kind } from "./kind.ts"
import { Mark } from "./mark.ts"
import { orderNumberOf } from "./order-number.ts"
import { Range } from "./range.ts"
import { shareOf } from "./share.ts"
import { Graph, type Node, NodePart } from "./structures/graph.ts"

/** What identifies a node in the map that has it: a value, the number of its operand, or a text that names its operands. */
type Key = Comparable | null

/** What a condition is made of: a range, a text, or the numbers of the equalities of a membership in ascending order. */
type Detail = Range | string | readonly Node[] | undefined

/**
 * The conditions and junctions of all filters: a graph in which equal nodes exist once. A map has each node under a key.
 * What a round hardly ever reads is in arrays beside those of the graph.
 */
export class Network extends Graph {
  /** The conjunction of nothing, which holds in every round. */
  readonly everything: Node
  /** The first of the filters that consist of each node. */
  readonly owners: (Entry | undefined)[] = []
  readonly details: Detail[] = []
  /** The numbers of the bounds of each range: the lower one at twice its number, then the upper one. */
  bounds = new Float64Array(CAPACITY)
  /** The number of the last round. */
  round = 0
  readonly #keys: Key[] = []
  readonly #home = new Map<Key, Node>()
  readonly #columns: Column[] = []
  readonly #columnOf = new Map<Field, Column>()
  #columnsInUse: readonly Column[] | undefined

  constructor() {
    super()
    this.everything = this.conjunction([])
    this.retain(this.everything)
  }

  /** The number of a new round, to which marks are added. */
  nextRound(): number {
    if (this.round >= LAST_ROUND) {
      this.round = 0
      for (let place = NodePart.Mark; place < this.nodes.length; place += NodePart.Count)
        this.nodes[place] = 0
    }
    this.round += Mark.Count
    return this.round
  }

  /** The columns that have conditions: the same array until there are others. */
  get columns(): readonly Column[] {
    this.#columnsInUse ??= this.#columns.filter(({ conditions }) => conditions > 0)
    return this.#columnsInUse
  }

  column(field: Field): Column {
    const known = this.#columnOf.get(field)
    if (known !== undefined) return known
    const column = new Column(field, this.#columns.length)
    this.#columns.push(column)
    this.#columnOf.set(field, column)
    return column
  }

  kindOf(node: Node): Kind {
    return this.part(node, NodePart.Kind) as Kind
  }

  /** The column of a condition. */
  columnOf(condition: Node): Column {
    return this.#columns[this.part(condition, NodePart.Column)] as Column
  }

  /** The node that holds if the field has this value, or none if it is null. */
  equality(column: Column, value: Comparable | null): Node {
    const known = column.equalities.get(value)
    if (known !== undefined) return known
    const node = this.#condition(Kind.Equality, value, [], column, undefined)
    column.equalities.set(value, node)
    return node
  }

  /** The node that holds if one of the equalities of a column does. */
  membership(column: Column, equalities: readonly Node[]): Node {
    return this.#joined(`${column.serial}=`, equalities, (key, operands) =>
      this.#condition(Kind.Membership, key, operands, column, operands),
    )
  }

  range(range: Range): Node {
    const column = this.column(range.field)
    return this.#shared([column.serial, range.key].join(""), (key) => {
      const node = this.#condition(Kind.Range, key, [], column, range)
      const [low, high] = this.#setBounds(node, range)
      column.addBounds(low, high)
      return node
    })
  }

  containment(column: Column, needle: string): Node {
    return this.#shared([column.serial, "*", needle].join(""), (key) => {
      const node = this.#condition(Kind.Containment, key, [], column, needle)
      column.needles.add(needle, node)
      return node
    })
  }

  negation(node: Node): Node {
    return this.#shared(node, (key) => this.#make(Kind.Negation, key, [node, this.everything]))
  }

  /** The operands with the least shares of records come first: one that does not hold is found soon. */
  conjunction(nodes: readonly Node[]): Node {
    return this.#joined("&", nodes, (key, operands) => {
      const shares = new Map(operands.map((node) => [node, shareOf(node, this)]))
      const ordered = [...operands].sort((a, b) => (shares.get(a) ?? 0) - (shares.get(b) ?? 0))
      return this.#make(Kind.Conjunction, key, ordered)
    })
  }

  disjunction(nodes: readonly Node[]): Node {
    return this.#joined("|", nodes, (key, operands) => this.#make(Kind.Disjunction, key, operands))
  }

  /** Adds a use of a node: another node or a filter contains it. */
  retain(node: Node): void {
    this.setPart(node, NodePart.Uses, this.part(node, NodePart.Uses) + 1)
  }

  /** Gives back a use of a node. A node without uses goes, and gives back its operands. */
  release(node: Node): void {
    const uses = this.part(node, NodePart.Uses) - 1
    this.setPart(node, NodePart.Uses, uses)
    if (uses > 0) return
    const operands = this.operandsOf(node)
    if (this.kindOf(node) === Kind.Equality) this.columnOf(node).equalities.delete(this.#keys[node] as Key)
    else this.#home.delete(this.#keys[node] as Key)
    if (isCondition[this.kindOf(node)]) this.#leaveColumn(node)
    this.#keys[node] = null
    this.details[node] = undefined
    this.remove(node)
    for (const operand of operands) this.release(operand)
  }

  /** The node of several nodes: itself if there is only one. */
  #joined(prefix: string, nodes: readonly Node[], make: (key: Key, operands: readonly Node[]) => Node): Node {
    const operands = distinct(nodes)
    const [only] = operands
    if (only !== undefined && operands.length === 1) return only
    // Joined, and not concatenated: that would be a tree of texts.
    return this.#shared([prefix, ...operands].join(), (key) => make(key, operands))
  }

  #shared(key: Key, make: (key: Key) => Node): Node {
    const known = this.#home.get(key)
    if (known !== undefined) return known
    const node = make(key)
    this.#home.set(key, node)
    return node
  }

  #condition(kind: Kind, key: Key, operands: readonly Node[], column: Column, detail: Detail): Node {
    const node = this.#make(kind, key, operands)
    this.setPart(node, NodePart.Column, column.serial)
    this.details[node] = detail
    if (column.conditions === 0) this.#columnsInUse = undefined
    column.conditions++
    return node
  }

  #make(kind: Kind, key: Key, operands: readonly Node[]): Node {
    for (const operand of operands) this.retain(operand)
    const node = this.add(operands)
    this.setPart(node, NodePart.Kind, kind)
    this.#keys[node] = key
    this.owners[node] = undefined
    this.details[node] = undefined
    return node
  }

  #leaveColumn(node: Node): void {
    const column = this.columnOf(node)
    const detail = this.details[node]
    if (detail instanceof Range) column.bounded--
    if (typeof detail === "string") column.needles.delete(detail)
    column.conditions--
    if (column.conditions === 0) this.#columnsInUse = undefined
  }

  #setBounds(node: Node, { field, lower, upper }: Range): readonly [number, number] {
    const numberOf = ({ value }: { readonly value: Value }) =>
      orderNumberOf(field.type, comparableOf(field, value))
    const low = lower === undefined ? Number.NEGATIVE_INFINITY : numberOf(lower)
    const high = upper === undefined ? Number.POSITIVE_INFINITY : numberOf(upper)
    if (2 * node + 1 >= this.bounds.length) this.bounds = grown(this.bounds, 3 * node + CAPACITY)
    this.bounds[2 * node] = low
    this.bounds[2 * node + 1] = high
    return [low, high]
  }
}

const CAPACITY = 64
/** Marks must fit into 32 bits. */
const LAST_ROUND = 2 ** 31 - 2 * Mark.Count

const isCondition: Readonly<Record<Kind, boolean>> = {
  [Kind.Equality]: true,
  [Kind.Membership]: true,
  [Kind.Range]: true,
  [Kind.Containment]: true,
  [Kind.Negation]: false,
  [Kind.Conjunction]: false,
  [Kind.Disjunction]: false,
}

/** A longer copy. */
function grown(array: Float64Array, length: number): Float64Array<ArrayBuffer> {
  const copy = new Float64Array(length)
  copy.set(array)
  return copy
}

/** The nodes without repetition, in ascending order. */
function distinct(nodes: readonly Node[]): readonly Node[] {
  if (nodes.length < 2) return nodes
  return [...nodes].sort((a, b) => a - b).filter((node, index, all) => node !== all[index - 1])
}
