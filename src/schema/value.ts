import type { Literal } from "../syntax/literal.ts"
import type { Field } from "./field.ts"
import { type Refusal, refuse, type Value } from "./field-type.ts"
import { type Operator, operators } from "./operators.ts"
import { fieldTypes } from "./types/index.ts"

/** What a literal means as an operand, or why it means nothing. */
export type Operand = Value | null | Refusal

/** Whether it is no value. */
export function isRefusal(operand: Operand): operand is Refusal {
  return typeof operand === "object" && operand !== null
}

/** Reads one operand of an operator on a field: the rules for null, then those of the field's type. */
export function readOperand(field: Field, operator: Operator, literal: Literal): Operand {
  if (literal.kind !== "null") return fieldTypes[field.type].read(literal, field)
  if (!operators[operator].nullable) {
    return refuse(
      "null-not-allowed",
      `does not take null with ${operator}`,
      "null has no order and contains nothing: use $eq or $ne with null",
    )
  }
  if (!field.nullable) {
    return refuse(
      "null-not-allowed",
      "always has a value, so it cannot be compared with null",
      "leave this condition out",
    )
  }
  return null
}
