import type { Span } from "../../syntax/span.ts"
import {
  type EntryNode,
  type FieldNode,
  isFilters,
  type LogicalNode,
  type ObjectNode,
  type OperatorNode,
  type OperatorsNode,
  type SyntaxTree,
} from "../../syntax/syntax-tree.ts"
import type { ValueNode } from "../../syntax/value-node.ts"

/** The nodes around an offset of a text, from the outside in. */
export interface Location {
  /** The innermost filter, and its member. */
  readonly filter: ObjectNode
  readonly member: FieldNode | LogicalNode
  /** The operators of the field, and the one around the offset. */
  readonly condition?: { readonly operators: OperatorsNode; readonly operator: OperatorNode }
  /** What is around the offset, or belongs to the name around it: the value of the member, an operand, or an item of its list. */
  readonly value: ValueNode | LogicalNode["operands"]
}

/** The innermost nodes around an offset. Undefined if it is in no member of a filter. */
export function locate(tree: SyntaxTree, offset: number): Location | undefined {
  return tree.kind === "object" ? locateIn(tree, offset) : undefined
}

function locateIn(filter: ObjectNode, offset: number): Location | undefined {
  const member = filter.entries.find((entry) => isAround(spanOf(entry), offset))
  if (member === undefined || member.kind === "gap") return undefined
  if (member.kind === "logical") return locateInLogical(filter, member, offset)
  const { value } = member
  const operators = value.kind === "operators" ? value.operators : []
  const operator = operators.find((node) => isAround(spanOf(node), offset))
  if (value.kind !== "operators" || operator === undefined || operator.kind === "gap")
    return { filter, member, value }
  const { operand } = operator
  const items: readonly ValueNode[] = operand.kind === "list" ? operand.items : []
  const item = items.find(({ span }) => isAround(span as Span, offset))
  return { filter, member, condition: { operators: value, operator }, value: item ?? operand }
}

function locateInLogical(filter: ObjectNode, member: LogicalNode, offset: number): Location {
  const { operands } = member
  const operand = isFilters(operands)
    ? operands.find(({ span }) => isAround(span as Span, offset))
    : undefined
  return (operand?.kind === "object" && locateIn(operand, offset)) || { filter, member, value: operands }
}

/** The span of a member, its value included. All nodes of a text have spans. */
export function spanOf(member: EntryNode | OperatorNode): Span {
  if (member.kind === "gap") return member.span as Span
  const { start } = member.name.span as Span
  const { end } = lastOf(member).span as Span
  return { start, end }
}

/** The node at whose end a member ends. */
function lastOf(member: Exclude<EntryNode | OperatorNode, { kind: "gap" }>): ValueNode | LogicalNode {
  if (member.kind === "field") return member.value
  return member.kind === "operator" ? member.operand : member
}

function isAround({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset < end
}
