import type { ListNode, MisplacedNode, OperatorsNode, ScalarNode } from "../syntax/syntax-tree.ts"

const PHRASES = {
  object: "an object",
  operators: "an object",
  array: "a list",
  list: "a list",
  string: "a string",
  number: "a number",
  boolean: "a boolean",
  null: "null",
} as const

/** What kind of JSON value a node was written as, for a message. */
export function foundIn(node: MisplacedNode | ScalarNode | ListNode | OperatorsNode): string {
  return PHRASES[node.kind === "misplaced" ? node.found : node.kind]
}
