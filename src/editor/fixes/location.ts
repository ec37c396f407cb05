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
  /** The operators of the field, and one of them. */
  readonly operators?: OperatorsNode
  readonly operator?: OperatorNode
  /** The value of the field, the operand, or an item of its list. */
  readonly value?: ValueNode
}

/** The innermost nodes around an offset. Undefined if it is in no member of a filter. */
export function locate(tree: SyntaxTree, offset: number): Location | undefined {
  return tree.kind === "object" ? locateIn(tree, offset) : undefined
}

function locateIn(filter: ObjectNode, offset: number): Location | undefined {
  const member = filter.entries.find((entry) => isAround(spanOf(entry), offset))
  if (member === undefined || member.kind === "gap") return undefined
  if (member.kind === "logical") {
    const { operands } = member
    const operand = isFilters(operands) ? operands.find(({ span }) => isAround(span, offset)) : undefined
    return (operand?.kind === "object" && locateIn(operand, offset)) || { filter, member }
  }
  const { value } = member
  if (value.kind !== "operators" || !isAround(value.span, offset)) return { filter, member, value }
  const operator = value.operators.find((node) => isAround(spanOf(node), offset))
  if (operator === undefined || operator.kind === "gap") return { filter, member, operators: value }
  const { operand } = operator
  const items: readonly ValueNode[] = operand.kind === "list" ? operand.items : []
  const item = items.find(({ span }) => isAround(span, offset))
  return { filter, member, operators: value, operator, value: item ?? operand }
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

function isAround(span: Span | undefined, offset: number): boolean {
  return span !== undefined && span.start <= offset && offset < span.end
}
