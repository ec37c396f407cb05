import type { MisplacedNode } from "../syntax/syntax-tree.ts"
import { foundIn } from "./json-kind.ts"
import type { Objection } from "./rule.ts"

/** A filter is an object. */
export function filterShape(node: MisplacedNode): Objection {
  return {
    code: "type-mismatch",
    message: `A filter is an object, not ${foundIn(node)}`,
    hint: hint(node),
    span: node.span,
  }
}

function hint({ found, size }: MisplacedNode): string {
  if (found === "array" && size === 0) {
    return "a filter without conditions is {}: in PHP an empty array becomes [], send new stdClass() instead"
  }
  if (found === "array") return 'to join filters, write {"$and":[…]} or {"$or":[…]}'
  if (found === "string") return "send the object itself, not a string with JSON in it"
  return "a filter without conditions is {}"
}
