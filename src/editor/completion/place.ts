import { CURSOR } from "../../../grammar/recovery/tokens-at.ts"
import type { Field } from "../../schema/field.ts"
import { fieldOperatorOf, type Operator } from "../../schema/operators.ts"
import type { Schema } from "../../schema/schema.ts"
import type { Span } from "../../syntax/span.ts"
import {
  type EntryNode,
  type FieldNode,
  isFilters,
  type ListNode,
  type ObjectNode,
  type OperatorNode,
  type OperatorsNode,
  type SyntaxTree,
} from "../../syntax/syntax-tree.ts"
import { firstFound } from "../first-found.ts"

/** What a user writes at a position of a filter. */
export type Place =
  /** A filter: the whole text, or an item of `$and` or `$or`. */
  | { readonly kind: "filter" }
  /** The list of `$and` or `$or`. */
  | { readonly kind: "filters" }
  /** The name of a field, or `$and` or `$or`. */
  | {
      readonly kind: "member"
      /** The other names in the object. */
      readonly others: ReadonlySet<string>
      readonly value: FieldNode["value"]
    }
  /** An operator of a field. */
  | {
      readonly kind: "operator"
      readonly field: Field
      /** The other operators in the object. */
      readonly others: ReadonlySet<string>
      readonly operand: OperatorNode["operand"]
    }
  /** The value or the operators of a field. */
  | { readonly kind: "value"; readonly field: Field }
  /** The operand of an operator. */
  | { readonly kind: "operand"; readonly field: Field; readonly operator: Operator }
  /** An item in the list of an operator. */
  | {
      readonly kind: "item"
      readonly field: Field
      readonly operator: Operator
      readonly others: readonly ListNode["items"][number][]
    }

/** Finds what the cursor stands for in a tree. Undefined if no filter has anything there. */
export function placeOf(schema: Schema, tree: SyntaxTree, cursor: Span): Place | undefined {
  return new PlaceFinder(schema, cursor).filter(tree)
}

class PlaceFinder {
  constructor(
    private readonly schema: Schema,
    private readonly cursor: Span,
  ) {}

  filter(node: SyntaxTree): Place | undefined {
    if (node.kind === "object") return this.object(node)
    return this.isCursor(node) ? { kind: "filter" } : undefined
  }

  private object({ entries }: ObjectNode): Place | undefined {
    return firstFound(entries, (entry) => this.entry(entry, entries))
  }

  private entry(entry: EntryNode, entries: readonly EntryNode[]): Place | undefined {
    if (entry.kind === "gap") return undefined
    if (entry.kind === "logical") {
      const { operands } = entry
      if (!isFilters(operands)) return this.isCursor(operands) ? { kind: "filters" } : undefined
      return firstFound(operands, (operand) => this.filter(operand))
    }
    const { name, value } = entry
    if (this.isWritten(name)) return { kind: "member", others: namesOf(entries, entry), value }
    const field = this.schema.fields.get(name.text)
    if (field === undefined) return undefined
    if (value.kind === "operators") return this.operators(value, field)
    return this.isCursor(value) ? { kind: "value", field } : undefined
  }

  private operators({ operators }: OperatorsNode, field: Field): Place | undefined {
    return firstFound(operators, (node) => {
      if (node.kind === "gap") return undefined
      const { name, operand } = node
      if (this.isWritten(name)) return { kind: "operator", field, others: namesOf(operators, node), operand }
      const operator = fieldOperatorOf(name.text)
      if (operator === undefined) return undefined
      if (this.isCursor(operand)) return { kind: "operand", field, operator }
      if (operand.kind !== "list" || !operand.items.some((item) => this.isCursor(item))) return undefined
      return { kind: "item", field, operator, others: operand.items }
    })
  }

  private isCursor(node: SyntaxTree | FieldNode["value"] | OperatorNode["operand"]): boolean {
    if (node.kind === "misplaced") return "scalar" in node && this.isCursor(node.scalar)
    return node.kind === "string" && this.isWritten({ text: node.value, span: node.span })
  }

  /** A text could have a string like that of the cursor, but not at the same position. */
  private isWritten({ text, span }: { readonly text: string; readonly span?: Span | undefined }): boolean {
    return text === CURSOR && span?.start === this.cursor.start && span.end === this.cursor.end
  }
}

function namesOf(
  members: readonly (EntryNode | OperatorNode)[],
  except: EntryNode | OperatorNode,
): ReadonlySet<string> {
  const others = members.filter((member) => member !== except)
  return new Set(others.flatMap((member) => (member.kind === "gap" ? [] : [member.name.text])))
}
