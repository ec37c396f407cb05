import type { Span } from "../../syntax/span.ts"
import {
  type EntryNode,
  isFilters,
  type ObjectNode,
  type OperatorNode,
  type ScalarNode,
  type SyntaxTree,
} from "../../syntax/syntax-tree.ts"
import { itemsOf, scalarOf, type ValueNode } from "../../syntax/value-node.ts"
import { firstFound } from "../first-found.ts"

/** A value, or the name of an operator or of a field, with what it belongs to. */
export interface Part {
  readonly span: Span
  readonly field?: string
  readonly operator?: string
  readonly scalar?: ScalarNode
}

/** Finds the name or the scalar at an offset of a text. */
export function partAt(tree: SyntaxTree, text: string, offset: number): Part | undefined {
  // Beyond the end of the text, the character is empty, and every text includes it.
  const isAtEnd = " \t\n\r".includes(text.charAt(offset))
  const covers = (span: Span | undefined): span is Span =>
    span !== undefined &&
    span.start <= offset &&
    (offset < span.end || (isAtEnd && offset === span.end && span.start < span.end))
  return tree.kind === "object" ? inObject(tree, covers) : undefined
}

type Covers = (span: Span | undefined) => span is Span

function inObject(object: ObjectNode, covers: Covers): Part | undefined {
  return firstFound(object.entries, (entry) => inEntry(entry, covers))
}

function inEntry(entry: EntryNode, covers: Covers): Part | undefined {
  if (entry.kind === "gap") return undefined
  const { text, span } = entry.name
  if (entry.kind === "logical") {
    if (covers(span)) return { span, operator: text }
    if (!isFilters(entry.operands)) return undefined
    return firstFound(entry.operands, (operand) =>
      operand.kind === "object" && covers(operand.span) ? inObject(operand, covers) : undefined,
    )
  }
  // An operator that no field has.
  if (covers(span)) return text.startsWith("$") ? { span, operator: text } : { span, field: text }
  if (entry.value.kind !== "operators") return inValue(entry.value, { field: text }, covers)
  return firstFound(entry.value.operators, (operator) =>
    operator.kind === "gap" ? undefined : inOperator(operator, text, covers),
  )
}

function inOperator({ name, operand }: OperatorNode, field: string, covers: Covers): Part | undefined {
  const operator = name.text
  if (covers(name.span)) return { span: name.span, field, operator }
  return inValue(operand, { field, operator }, covers)
}

function inValue(node: ValueNode, context: Omit<Part, "span">, covers: Covers): Part | undefined {
  const scalar = scalarOf(node)
  if (scalar !== undefined) return covers(scalar.span) ? { ...context, span: scalar.span, scalar } : undefined
  return firstFound(itemsOf(node) ?? [], (item) => inValue(item, context, covers))
}
