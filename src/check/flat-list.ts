import { inWords } from "../text/value-kind.ts"
import { jsonKindOf } from "./json-kind.ts"
import type { Rule } from "./rule.ts"

/** A list of values contains no list and no object. */
export const flatList: Rule<"misplacedItem"> = {
  on: "misplacedItem",
  check(node, { field, operator }) {
    const found = jsonKindOf(node)
    return {
      code: "type-mismatch",
      message: `A list of values cannot contain ${inWords(found)}`,
      params: { reason: "item", field: field.name, operator, found },
      hint: node.found === "array" ? "write one flat list: [1,2,3]" : "write the value itself",
      span: node.span,
    }
  },
}
