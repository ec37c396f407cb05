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
import { Graph, type Node, NodeDouble, NodePart } from "./structures/graph.ts"
import { HashTable, mixed, mixedWithText } from "./structures/hash-table.ts"

/** What a condition is made of: a value or null, a range, a text, or the equalities of a membership in ascending order. */
type Detail = Comparable | null | Range | readonly Node[] | undefined

/**
 * The conditions and junctions of all filters: a graph in which equal nodes exist once. What a round hardly ever reads is in
 * arrays beside those of the graph.
 */
export class Network extends Graph {
  /** The conjunction of nothing, which holds in every round. */
  readonly everything: Node
  /** The first of the filters that consist of each node. */
  readonly owners: (Entry | undefined)[] = []
  /** The id of that filter. Most nodes have one filter, and then a round does not read it. */
  readonly ids: unknown[] = []
  readonly details: Detail[] = []
  /** The number of the last round. */
  round = 0
  /** All nodes except equalities and containments, which their columns have. */
  readonly #table = new HashTable()
  readonly #columns: Column[] = []
  readonly #columnByField = new Map<Field, Column>()
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
    const known = this.#columnByField.get(field)
    if (known !== undefined) return known
    const column = new Column(field, this.#columns.length)
    this.#columns.push(column)
    this.#columnByField.set(field, column)
    return column
  }

  /** The numbers of the bounds of a range. Values with numbers between them are in the range. */
  boundsOf(range: Node): readonly [low: number, high: number] {
    const place = range * NodeDouble.Count
    return [this.doubles[place + NodeDouble.Low] as number, this.doubles[place + NodeDouble.High] as number]
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
    const node = this.#condition(Kind.Equality, [], column, value)
    column.equalities.set(value, node)
    return node
  }

  /** The node that holds if one of these equalities of a column does. */
  membership(column: Column, equalities: readonly Node[]): Node {
    const make = (operands: readonly Node[]) => this.#condition(Kind.Membership, operands, column, operands)
    return this.#joined(Kind.Membership, equalities, make, column.serial)
  }

  range(range: Range): Node {
    const column = this.column(range.field)
    const hash = mixedWithText(mixed(this.#table.seed ^ Kind.Range, column.serial), range.key)
    const known = this.#table.find(hash, (node) => {
      const other = this.details[node]
      return other instanceof Range && other.field === range.field && other.key === range.key
    })
    if (known !== undefined) return known
    const node = this.#condition(Kind.Range, [], column, range)
    column.addRange(...this.#setBounds(node, range))
    this.#table.add(node, hash)
    return node
  }

  containment(column: Column, needle: string): Node {
    const known = column.containments.get(needle)
    if (known !== undefined) return known
    const node = this.#condition(Kind.Containment, [], column, needle)
    column.containments.set(needle, node)
    column.needles.add(needle, node)
    return node
  }

  negation(node: Node): Node {
    const operands = [node, this.everything]
    return this.#shared(Kind.Negation, distinct(operands), () => this.#make(Kind.Negation, operands))
  }

  /** The operands with the least shares of records come first: one that does not hold is found soon. */
  conjunction(nodes: readonly Node[]): Node {
    return this.#joined(Kind.Conjunction, nodes, (operands) => {
      const ordered = operands
        .map((node) => ({ node, share: shareOf(node, this) }))
        .sort((one, other) => one.share - other.share)
        .map(({ node }) => node)
      return this.#make(Kind.Conjunction, this.#withPair(ordered))
    })
  }

  disjunction(nodes: readonly Node[]): Node {
    return this.#joined(Kind.Disjunction, nodes, (operands) => this.#make(Kind.Disjunction, operands))
  }

  /** Adds a use of a node: another node or a filter contains it. */
  retain(node: Node): void {
    this.change(node, NodePart.Uses, 1)
  }

  /** Gives back a use of a node. A node without uses goes, and gives back its operands. */
  release(node: Node): void {
    this.change(node, NodePart.Uses, -1)
    if (this.part(node, NodePart.Uses) > 0) return
    const kind = this.kindOf(node)
    const { isCondition, isInTable } = facts[kind]
    if (isInTable) this.#table.delete(node)
    if (isCondition) {
      const column = this.columnOf(node)
      column.delete(kind, this.details[node])
      this.#use(column, -1)
    }
    this.details[node] = undefined
    const operands = this.operandsOf(node)
    this.remove(node)
    for (const operand of operands) this.release(operand)
  }

  /**
   * Puts a conjunction of the first two operands in their place if others may share it: then a round decides about it once,
   * and not once for each filter.
   */
  #withPair(operands: readonly Node[]): readonly Node[] {
    const [first, second, ...rest] = operands
    if (first === undefined || second === undefined || rest.length === 0) return operands
    const isShared = (node: Node) => this.part(node, NodePart.Uses) >= SHARED
    if (!isShared(first) || !isShared(second)) return operands
    const pair = [first, second]
    const make = () => this.#make(Kind.Conjunction, pair)
    return [this.#shared(Kind.Conjunction, distinct(pair), make), ...rest]
  }

  /** The node of several nodes: itself if there is only one. */
  #joined(kind: Kind, nodes: readonly Node[], make: (operands: readonly Node[]) => Node, column = 0): Node {
    const operands = distinct(nodes)
    const [only] = operands
    if (only !== undefined && operands.length === 1) return only
    return this.#shared(kind, operands, () => make(operands), column)
  }

  /**
   * Finds or makes the node of a kind that has these operands, in any order.
   *
   * @param sorted the operands without repetition, in ascending order
   * @param column the number of the column of a membership
   */
  #shared(kind: Kind, sorted: readonly Node[], make: () => Node, column = 0): Node {
    const hash = sorted.reduce(mixed, mixed(this.#table.seed ^ kind, column))
    const known = this.#table.find(
      hash,
      (node) =>
        this.kindOf(node) === kind &&
        this.part(node, NodePart.Column) === column &&
        this.#hasOperands(node, sorted),
    )
    if (known !== undefined) return known
    const node = make()
    this.#table.add(node, hash)
    return node
  }

  /** Whether a node has these operands. Two of them may be those of a pair in their place. */
  #hasOperands(node: Node, sorted: readonly Node[]): boolean {
    const operands = this.operandsOf(node)
    if (areEqual(distinct(operands), sorted)) return true
    const [first, ...rest] = operands
    const mayBeginWithPair =
      first !== undefined && this.kindOf(node) === Kind.Conjunction && this.kindOf(first) === Kind.Conjunction
    return mayBeginWithPair && areEqual(distinct([...this.operandsOf(first), ...rest]), sorted)
  }

  #condition(kind: Kind, operands: readonly Node[], column: Column, detail: Detail): Node {
    const node = this.#make(kind, operands)
    this.setPart(node, NodePart.Column, column.serial)
    this.details[node] = detail
    this.#use(column, 1)
    return node
  }

  /** Adds or removes a condition of a column. */
  #use(column: Column, change: 1 | -1): void {
    column.conditions += change
    // It is in use now, or no longer.
    if (column.conditions === 0 || column.conditions === change) this.#columnsInUse = undefined
  }

  #make(kind: Kind, operands: readonly Node[]): Node {
    for (const operand of operands) this.retain(operand)
    const node = this.add(operands)
    this.setPart(node, NodePart.Kind, kind)
    this.owners[node] = undefined
    this.ids[node] = undefined
    this.details[node] = undefined
    return node
  }

  #setBounds(node: Node, { field, lower, upper }: Range): readonly [number, number] {
    const numberOf = ({ value }: { readonly value: Value }) =>
      orderNumberOf(field.type, comparableOf(field, value))
    const low = lower === undefined ? Number.NEGATIVE_INFINITY : numberOf(lower)
    const high = upper === undefined ? Number.POSITIVE_INFINITY : numberOf(upper)
    this.doubles[node * NodeDouble.Count + NodeDouble.Low] = low
    this.doubles[node * NodeDouble.Count + NodeDouble.High] = high
    return [low, high]
  }
}

/** Marks must fit into 32 bits. */
const LAST_ROUND = 0x7fff_ffff - 2 * Mark.Count
/** A node with so many uses is likely to be used together with another one again. */
const SHARED = 8

/** Whether a kind of node has a column, and whether it is found in the table of the network or in its column. */
const facts: Readonly<Record<Kind, { readonly isCondition: boolean; readonly isInTable: boolean }>> = {
  [Kind.Equality]: { isCondition: true, isInTable: false },
  [Kind.Membership]: { isCondition: true, isInTable: true },
  [Kind.Range]: { isCondition: true, isInTable: true },
  [Kind.Containment]: { isCondition: true, isInTable: false },
  [Kind.Negation]: { isCondition: false, isInTable: true },
  [Kind.Conjunction]: { isCondition: false, isInTable: true },
  [Kind.Disjunction]: { isCondition: false, isInTable: true },
}

/** The nodes without repetition, in ascending order. */
function distinct(nodes: readonly Node[]): readonly Node[] {
  if (nodes.length < 2) return nodes
  return [...nodes].sort((a, b) => a - b).filter((node, index, all) => node !== all[index - 1])
}

function areEqual(nodes: readonly Node[], others: readonly Node[]): boolean {
  return nodes.length === others.length && nodes.every((node, index) => node === others[index])
}
