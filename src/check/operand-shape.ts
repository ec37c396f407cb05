import { type Operator, takesList } from "../schema/operators.ts"
import type { ListNode, MisplacedNode, OperatorNode, ScalarNode } from "../syntax/syntax-tree.ts"
import { foundIn } from "./json-kind.ts"
import type { Objection } from "./rule.ts"

/** `$in` and `$nin` take a list of values, every other operator takes one value. */
export function operandShape(operator: Operator, operand: OperatorNode["operand"]): Objection | undefined {
  const list = takesList(operator)
  if (list ? operand.kind === "list" : operand.kind !== "list" && operand.kind !== "misplaced")
    return undefined
  return {
    code: "type-mismatch",
    message: `${operator} takes ${list ? "a list of values" : "one value"}, not ${foundIn(operand)}`,
    hint: list ? listHint(operator, operand) : valueHint(operator, operand),
    span: operand.span,
  }
}

/** An item of a list is a value. */
export function itemShape(item: MisplacedNode): Objection {
  return {
    code: "type-mismatch",
    message: `A list holds values, not ${foundIn(item)}`,
    hint:
      item.found === "array"
        ? "write one flat list: [1,2,3]"
        : "write the value itself: the id of a record, not the record",
    span: item.span,
  }
}

function listHint(operator: Operator, operand: ScalarNode | ListNode | MisplacedNode): string {
  if (operand.kind === "misplaced" && operand.found === "object") {
    return operand.size > 0 && operand.names.every((name) => /^\d{1,9}$/.test(name))
      ? 'write ["a","b"] instead of {"0":"a","1":"b"}: PHP writes an array with gaps so, array_values() closes them'
      : `write {"${operator}":[…]}`
  }
  return `put it in a list, even when it is alone: {"${operator}":[…]}`
}

function valueHint(operator: Operator, operand: ScalarNode | ListNode | MisplacedNode): string {
  if (operand.kind !== "list") return `write the value itself: {"${operator}":5}`
  if (operator === "$eq") return "to match any of the values, use $in"
  return operator === "$ne" ? "to match none of the values, use $nin" : "compare with one value"
}
