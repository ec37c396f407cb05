import type { ListNode, MisplacedNode, ScalarNode } from "../syntax/syntax-tree.ts"
import type { ValueKind } from "../text/value-kind.ts"

/** The kind of JSON value that a node was written as. */
export function jsonKindOf(node: MisplacedNode | ScalarNode | ListNode): ValueKind {
  const kind = node.kind === "misplaced" ? node.found : node.kind
  return kind === "array" ? "list" : kind
}
