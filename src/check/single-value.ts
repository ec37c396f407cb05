import type { Field } from "../schema/field.ts"
import type { FieldNode } from "../syntax/syntax-tree.ts"
import { called, type Objection } from "./rule.ts"

/** A field has a value, or operators, of which there is one at least. */
export function fieldShape({ name, value }: FieldNode, field: Field): Objection | undefined {
  if (value.kind === "misplaced") {
    return {
      code: "type-mismatch",
      message: `${called(field)} has a list where one value or an operator belongs`,
      hint: `to match any of the values, write {"${field.name}":{"$in":[…]}}`,
      span: value.span,
    }
  }
  if (value.kind === "operators" && value.operators.length === 0) {
    return {
      code: "empty-operators",
      message: `${called(field)} has {} and so no operator`,
      hint: field.nullable
        ? `leave the field out, or write {"${field.name}":null} for records without a value`
        : "leave the field out",
      span: value.span ?? name.span,
    }
  }
  return undefined
}
