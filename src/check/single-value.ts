import { inWords } from "../text/value-kind.ts"
import { jsonKindOf } from "./json-kind.ts"
import type { Rule } from "./rule.ts"

/** A field has one value or an object of operators, never a bare list. */
export const singleValue: Rule<"misplacedValue"> = {
  on: "misplacedValue",
  check(node, { field }) {
    const found = jsonKindOf(node)
    return {
      code: "type-mismatch",
      message: `Field ${field.name} expects a value or operators, not ${inWords(found)}`,
      params: { reason: "field", field: field.name, found },
      hint: `to match any of the values, write {"${field.name}":{"$in":[…]}}`,
      span: node.span,
    }
  },
}
