import type { ListNode, MisplacedNode, ScalarNode } from "../syntax/syntax-tree.ts"

const PHRASES = {
  object: "an object",
  array: "a list",
  list: "a list",
  string: "a string",
  number: "a number",
  boolean: "a boolean",
  null: "null",
} as const

/** Describes the kind of JSON value that a node was written as, for a message. */
export function jsonKindOf(node: MisplacedNode | ScalarNode | ListNode): string {
  return PHRASES[node.kind === "misplaced" ? node.found : node.kind]
}
