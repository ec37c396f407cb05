import type { MisplacedNode } from "../syntax/syntax-tree.ts"
import { inWords } from "../text/value-kind.ts"
import { jsonKindOf } from "./json-kind.ts"
import type { Rule } from "./rule.ts"

/** A filter is an object. */
export const filterObject: Rule<"misplacedFilter"> = {
  on: "misplacedFilter",
  check(node) {
    const found = jsonKindOf(node)
    return {
      code: "type-mismatch",
      message: `A filter must be an object, not ${inWords(found)}`,
      params: { reason: "filter", found },
      hint: filterHint(node),
      span: node.span,
    }
  },
}

function filterHint(node: MisplacedNode): string {
  const { found } = node
  if (node.found === "array" && node.items.length === 0) {
    return "write {} to match every record; in PHP send new stdClass(), because an empty array becomes []"
  }
  if (found === "array") return 'to join filters, write {"$and":[…]} or {"$or":[…]}'
  if (found === "string") return "send the object itself, not a string that contains JSON"
  return "write an object of conditions, or {} to match every record"
}
