import { jsonKindOf } from "./json-kind.ts"
import type { Rule } from "./rule.ts"

/** A field has one value or an object of operators, never a bare list. */
export const singleValue: Rule<"misplacedValue"> = {
  on: "misplacedValue",
  check(node, { field }) {
    return {
      code: "type-mismatch",
      message: `Field ${field.name} expects a value or operators, not ${jsonKindOf(node)}`,
      hint: `to match any of the values, write {"${field.name}":{"$in":[…]}}`,
      span: node.span,
    }
  },
}
