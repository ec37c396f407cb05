import { check } from "../../check/check.ts"
import { rules } from "../../check/rules.ts"
import { groupByKind } from "../../check/rules-by-kind.ts"
import { OnField } from "../../check/translation/on-field.ts"
import type { Field } from "../../schema/field.ts"
import type { Operator } from "../../schema/operators.ts"
import type { Schema } from "../../schema/schema.ts"
import type { FieldNode, OperatorNode } from "../../syntax/syntax-tree.ts"
import type { ValueNode } from "../../syntax/value-node.ts"

const RULES = /* @__PURE__ */ groupByKind(rules)

/** Whether the value of one field is valid for another one. */
export function keepsValue(schema: Schema, name: string, value: FieldNode["value"]): boolean {
  const context = { schema, emptyOr: "none" as const, maxRelationConditions: Infinity }
  const isValid = (value: FieldNode["value"]) =>
    check({ kind: "object", entries: [{ kind: "field", name: { text: name }, value }] }, RULES, context) !==
    undefined
  return isValid(beginningOf(value)) && isValid(value)
}

/** Whether the operand of one operator is valid for another one. */
export function keepsOperand(
  schema: Schema,
  field: Field,
  operator: Operator,
  operand: OperatorNode["operand"],
): boolean {
  const on = new OnField(schema, field)
  const isValid = (operand: ValueNode) => typeof on.test(operator, operand) !== "string"
  return isValid(beginningOf(operand)) && isValid(operand)
}

/** The value with one item in each list. Mostly it decides, and long lists need not be checked for every field. */
function beginningOf<Node extends ValueNode>(node: Node): Node {
  if (node.kind === "operators") return { ...node, operators: node.operators.map(beginningOfOperator) }
  if (node.kind === "list" || "items" in node) return { ...node, items: node.items.slice(0, 1) }
  return node
}

function beginningOfOperator<Node extends OperatorNode | { readonly kind: "gap" }>(node: Node): Node {
  return node.kind === "operator" ? { ...node, operand: beginningOf(node.operand) } : node
}
