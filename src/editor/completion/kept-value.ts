import { check } from "../../check/check.ts"
import { rules } from "../../check/rules.ts"
import { groupByKind } from "../../check/rules-by-kind.ts"
import { OnField } from "../../check/translation/on-field.ts"
import type { Field } from "../../schema/field.ts"
import type { Operator } from "../../schema/operators.ts"
import type { Schema } from "../../schema/schema.ts"
import type { FieldNode, OperatorNode } from "../../syntax/syntax-tree.ts"

const RULES = /* @__PURE__ */ groupByKind(rules)

/** Whether the value of one field is valid for another one. */
export function keepsValue(schema: Schema, name: string, value: FieldNode["value"]): boolean {
  const entries = [{ kind: "field" as const, name: { text: name }, value }]
  const context = { schema, emptyOr: "none" as const, maxRelationConditions: Infinity }
  return check({ kind: "object", entries }, RULES, context) !== undefined
}

/** Whether the operand of one operator is valid for another one. */
export function keepsOperand(
  schema: Schema,
  field: Field,
  operator: Operator,
  operand: OperatorNode["operand"],
): boolean {
  return typeof new OnField(schema, field).test(operator, operand) !== "string"
}
