import type { LogicalNode, MisplacedNode } from "../syntax/syntax-tree.ts"
import { jsonKindOf } from "./json-kind.ts"
import type { Rule } from "./rule.ts"

/** `$and` and `$or` take a list of filters. */
export const logicalOperands: Rule<"logical"> = {
  on: "logical",
  check({ name, operands }) {
    if (isList(operands)) return undefined
    return {
      code: "type-mismatch",
      message: `${name.text} takes a list of filters, not ${jsonKindOf(operands)}`,
      hint: `write {"${name.text}":[{…},{…}]}`,
      span: operands.span,
    }
  },
}

function isList(
  operands: LogicalNode["operands"],
): operands is Exclude<LogicalNode["operands"], MisplacedNode> {
  return Array.isArray(operands)
}
