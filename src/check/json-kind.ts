import type { ValueKind } from "../diagnostics/value-kind.ts"
import type { ListNode, MisplacedNode, ScalarNode } from "../syntax/syntax-tree.ts"

/** The kind of JSON value that a node was written as. */
export function jsonKindOf(node: MisplacedNode | ScalarNode | ListNode): ValueKind {
  const kind = node.kind === "misplaced" ? node.found : node.kind
  return kind === "array" ? "list" : kind
}
