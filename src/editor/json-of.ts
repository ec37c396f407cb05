import type { ListNode } from "../syntax/syntax-tree.ts"

/** The JSON of a scalar, however it was written. Undefined if the node is none. */
export function jsonOf(node: ListNode["items"][number]): string | undefined {
  switch (node.kind) {
    case "string":
      return JSON.stringify(node.value)
    case "number":
      return String(node.digits)
    case "boolean":
      return String(node.value)
    case "null":
      return "null"
    case "misplaced":
    case "gap":
      return undefined
  }
}
