import type { FieldTypeName } from "../schema/field.ts"
import type { Column } from "./column.ts"
import { Kind } from "./kind.ts"
import type { Node } from "./structures/graph.ts"

/** What is known of the nodes. */
interface Nodes {
  readonly details: readonly unknown[]
  boundsOf(range: Node): readonly [low: number, high: number]
  kindOf(node: Node): Kind
  columnOf(condition: Node): Column
  operandsOf(node: Node): readonly Node[]
}

/**
 * The share of records for which a node is expected to hold, from 0 to 1. No record is known yet, so the filters must tell:
 * a field has at least the values that they name, and most of its values are between the bounds that they name.
 */
export function shareOf(node: Node, nodes: Nodes): number {
  return Math.min(Math.max(shares[nodes.kindOf(node)](node, nodes), 0), 1)
}

const shares: Readonly<Record<Kind, (node: Node, nodes: Nodes) => number>> = {
  [Kind.Equality](node, nodes) {
    const column = nodes.columnOf(node)
    return column.equalities.get(null) === node ? NULL : 1 / valuesOf(column)
  },
  [Kind.Membership]: (node, nodes) =>
    (nodes.details[node] as readonly Node[]).length / valuesOf(nodes.columnOf(node)),
  [Kind.Range](node, nodes) {
    const { least = 0, greatest = 0 } = nodes.columnOf(node).bounds
    const [low, high] = nodes.boundsOf(node)
    const width = Math.min(high, greatest) - Math.max(low, least)
    if (least >= greatest) return HALF
    return Math.max(width / (greatest - least), Number.isFinite(high - low) ? NARROW : OPEN)
  },
  // Each character makes a text less frequent. Every text contains the empty one.
  [Kind.Containment]: (node, { details }) => 1 / (1 + 10 * String(details[node]).length),
  [Kind.Negation](node, nodes) {
    const [negated = node] = nodes.operandsOf(node)
    return 1 - shareOf(negated, nodes)
  },
  [Kind.Conjunction]: (node, nodes) =>
    nodes.operandsOf(node).reduce((share, operand) => share * shareOf(operand, nodes), 1),
  [Kind.Disjunction]: (node, nodes) =>
    nodes.operandsOf(node).reduce((share, operand) => share + shareOf(operand, nodes), 0),
}

const NULL = 0.25
const HALF = 0.5
/** A range is not expected to be empty. One that is open at an end has values beyond those that filters name: think of dates. */
const NARROW = 0.001
const OPEN = 0.25

/** How many values a field is expected to have. The first filters name few of them, so there are more than they name. */
function valuesOf({ field, equalities }: Column): number {
  return field.values?.length ?? valueCounts[field.type] ?? equalities.size + UNNAMED
}

const UNNAMED = 10

/** The number of values of a type that has few. */
const valueCounts: Readonly<Record<FieldTypeName, number | undefined>> = {
  integer: undefined,
  number: undefined,
  string: undefined,
  boolean: 2,
  enum: undefined,
  datetime: undefined,
  reference: undefined,
  opaque: undefined,
  uuid: undefined,
  decimal: undefined,
  date: undefined,
}
