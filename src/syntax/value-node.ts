import type {
  GapNode,
  ListNode,
  MisplacedNode,
  OperatorNode,
  OperatorsNode,
  ScalarNode,
} from "./syntax-tree.ts"

/** Any JSON value of a tree except a filter. */
export type ValueNode = ScalarNode | ListNode | OperatorsNode | MisplacedNode | GapNode

/** A member of an object, whatever the grammar took it for. */
export interface Member {
  readonly name: string
  readonly value: ValueNode
}

/** The scalar that was written, if it is one. */
export function scalarOf(node: ValueNode): ScalarNode | undefined {
  switch (node.kind) {
    case "gap":
    case "list":
    case "operators":
      return undefined
    case "misplaced":
      return "scalar" in node ? node.scalar : undefined
    default:
      return node
  }
}

/** The items of the list that was written, if it is one. */
export function itemsOf(node: ValueNode): readonly ValueNode[] | undefined {
  if (node.kind === "list") return node.items
  return node.kind === "misplaced" && "items" in node ? node.items : undefined
}

/** The members of the object that was written, if it is one and could be read. */
export function membersOf(node: ValueNode): readonly Member[] | undefined {
  if (node.kind === "misplaced") return "members" in node ? node.members : undefined
  if (node.kind !== "operators") return undefined
  const operators = node.operators.filter((operator): operator is OperatorNode => operator.kind !== "gap")
  return operators.length < node.operators.length
    ? undefined
    : operators.map(({ name, operand }) => ({ name: name.text, value: operand }))
}
