import type { LogicalNode, MisplacedNode } from "../syntax/syntax-tree.ts"
import { foundIn } from "./json-kind.ts"
import type { CheckContext, Objection } from "./rule.ts"

/** `$and` and `$or` take a list of filters, which `emptyOr: "error"` wants not to be empty. */
export function logicalShape(
  { name, operands }: LogicalNode,
  { emptyOr }: CheckContext,
): Objection | undefined {
  if (!isList(operands)) {
    return {
      code: "type-mismatch",
      message: `${name.text} takes a list of filters, not ${foundIn(operands)}`,
      hint: `write {"${name.text}":[{…},{…}]}`,
      span: operands.span,
    }
  }
  if (operands.length === 0 && name.text === "$or" && emptyOr === "error") {
    return {
      code: "empty-operators",
      message: "$or has no filter in its list",
      hint: "leave $or out to match every record",
      span: name.span,
    }
  }
  return undefined
}

function isList(
  operands: LogicalNode["operands"],
): operands is Exclude<LogicalNode["operands"], MisplacedNode> {
  return Array.isArray(operands)
}
