import type { Literal } from "../literal.ts"
import { type Operator, operators } from "../operators.ts"
import type { Field } from "./field.ts"
import type { Refusal, Value } from "./field-type.ts"
import { fieldTypes } from "./types/index.ts"

/** What a literal means as an operand, or why it means nothing. */
export type Operand =
  | { readonly ok: true; readonly value: Value | null }
  | { readonly ok: false; readonly refusal: NullRefusal | Refusal }

interface NullRefusal {
  readonly code: "null-not-allowed"
  readonly message: string
  readonly hint?: string
}

/** Reads one operand of an operator on a field: the rules for null, then those of the field's type. */
export function readOperand(field: Field, operator: Operator, literal: Literal): Operand {
  if (literal.kind !== "null") return fieldTypes[field.type].read(literal, field)
  if (!operators[operator].nullable) {
    return refuseNull(
      `does not take null with ${operator}`,
      "null has no order and contains nothing: use $eq or $ne with null",
    )
  }
  if (!field.nullable) {
    return refuseNull("always has a value, so it cannot be compared with null", "leave this condition out")
  }
  return { ok: true, value: null }
}

function refuseNull(message: string, hint: string): Operand {
  return { ok: false, refusal: { code: "null-not-allowed", message, hint } }
}
