import { isFilters } from "../syntax/syntax-tree.ts"
import { inWords } from "../text/value-kind.ts"
import { jsonKindOf } from "./json-kind.ts"
import type { Rule } from "./rule.ts"

/** `$and` and `$or` take a list of filters. */
export const logicalOperands: Rule<"logical"> = {
  on: "logical",
  check({ name, operands }) {
    if (isFilters(operands) || operands.kind === "gap") return undefined
    const found = jsonKindOf(operands)
    return {
      code: "type-mismatch",
      message: `${name.text} takes a list of filters, not ${inWords(found)}`,
      params: { reason: "filters", operator: name.text, found },
      hint: `write {"${name.text}":[{…},{…}]}`,
      span: operands.span,
    }
  },
}
