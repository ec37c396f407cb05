import type { Hint } from "../diagnostics/hint.ts"
import type { Literal } from "../syntax/literal.ts"
import type { Field } from "./field.ts"
import type { Operator } from "./operators.ts"

/** A value of a field, as a filter holds it. */
export type Value = string | number | bigint | boolean

/** Why a literal is not a value of a field. */
export interface InvalidOperand {
  readonly code: "type-mismatch" | "invalid-value"
  /** What is wrong with it, to follow the field's name: `expects an integer, not a string`. */
  readonly message: string
  /** What to write instead. */
  readonly hint?: Hint
}

/** What a literal means to a field: a value, or the reason why it is not a value of the field. */
export type Reading<V extends Value = Value> = V | InvalidOperand

export function isInvalidOperand(reading: Reading): reading is InvalidOperand {
  return typeof reading === "object"
}

/** A type of field: the operators that it supports, and how it reads its values. */
export interface FieldType<V extends Value = Value> {
  readonly operators: readonly Operator[]
  /** What a value looks like, to follow "expects": `an integer`. */
  readonly expects: string
  /** Whether its values are texts with ASCII letters that a field may fold. */
  readonly foldsCase?: true
  /** Whether a field of the type must list its values. */
  readonly listsValues?: true
  /** Whether a filter can compare its values with null only. */
  readonly nullOnly?: true
  /** Whether the builder accepts a Date as a value. */
  readonly acceptsDate?: true
  /** Reads a literal that is not null. */
  read(literal: Exclude<Literal, { kind: "null" }>, field: Field): Reading<V>
}

export function invalidOperand(code: InvalidOperand["code"], message: string, hint?: Hint): InvalidOperand {
  return hint === undefined ? { code, message } : { code, message, hint }
}

/** The reason for a literal of the wrong JSON type. Null never reaches a field type. */
export function mismatch(
  expects: string,
  { kind }: Exclude<Literal, { kind: "null" }>,
  hint?: string,
): InvalidOperand {
  return invalidOperand("type-mismatch", `expects ${expects}, not a ${kind}`, hint)
}
