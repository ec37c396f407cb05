import type { Literal } from "./literal.ts"
import type { Span } from "./span.ts"

interface Spanned {
  /** Where the node is in the text. Undefined if the parser left spans out, or if the tree is from a JSON value. */
  readonly span?: Span | undefined
}

/** The decoded name of a member. */
export interface NameNode extends Spanned {
  readonly text: string
}

/** `{ entry, … }` */
export interface ObjectNode extends Spanned {
  readonly kind: "object"
  readonly entries: readonly EntryNode[]
}

/** A member of an object that is a filter. */
export type EntryNode = LogicalNode | FieldNode | GapNode

/** `"$and": [ … ]` or `"$or": [ … ]` */
export interface LogicalNode extends Spanned {
  readonly kind: "logical"
  readonly name: NameNode
  readonly operands: readonly (ObjectNode | MisplacedNode | GapNode)[] | MisplacedNode | GapNode
}

/** `"name": value` */
export interface FieldNode {
  readonly kind: "field"
  readonly name: NameNode
  readonly value: ScalarNode | OperatorsNode | MisplacedNode | GapNode
}

/** `{ "$gte": 1, "$lt": 5 }` */
export interface OperatorsNode extends Spanned {
  readonly kind: "operators"
  readonly operators: readonly (OperatorNode | GapNode)[]
}

/** `"$gte": 1` or `"$in": [1, 2]` */
export interface OperatorNode {
  readonly kind: "operator"
  readonly name: NameNode
  readonly operand: ScalarNode | ListNode | MisplacedNode | GapNode
}

/** `[1, 2]` */
export interface ListNode extends Spanned {
  readonly kind: "list"
  readonly items: readonly (ScalarNode | MisplacedNode | GapNode)[]
}

/** A string, number, `true`, `false` or `null`. */
export type ScalarNode = Literal & Spanned

/** A JSON value that the grammar does not allow here. Checking reports it. */
export type MisplacedNode = Spanned & { readonly kind: "misplaced" } & (
    | { readonly found: "object"; readonly members: readonly MisplacedMember[] }
    | { readonly found: "array"; readonly items: readonly (MisplacedNode | GapNode)[] }
    | { readonly found: ScalarNode["kind"]; readonly scalar: ScalarNode }
  )

/** A member of an object that the grammar does not allow. */
export interface MisplacedMember {
  readonly name: string
  readonly value: MisplacedNode | GapNode
}

/**
 * The place of something that a syntax error hides: a value that is missing or could not be read, or a member without a
 * name. The syntax error has been reported, so checking passes over it.
 */
export interface GapNode extends Spanned {
  readonly kind: "gap"
}

/** A filter as it was written. It has not been checked against a schema. It has gaps only after a syntax error. */
export type SyntaxTree = ObjectNode | MisplacedNode | GapNode

/** Whether the operands of `$and` or `$or` are a list. */
export function isFilters(
  operands: LogicalNode["operands"],
): operands is Extract<LogicalNode["operands"], readonly unknown[]> {
  return Array.isArray(operands)
}
