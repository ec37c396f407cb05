import type { Hint } from "../diagnostics/hint.ts"
import type { Literal } from "../syntax/literal.ts"
import type { Field } from "./field.ts"
import type { Operator } from "./operators.ts"

/** A value of a field, as a filter holds it. */
export type Value = string | number | bigint | boolean

/** Why a literal is not a value of a field. */
export interface Refusal {
  readonly code: "type-mismatch" | "invalid-value" | "null-not-allowed"
  /** What is wrong with it, to follow the field's name: `expects an integer, not a string`. */
  readonly message: string
  /** What to write instead. */
  readonly hint?: Hint
}

/** What a literal means to a field: a value, or why it is none. */
export type Reading<V extends Value> = V | Refusal

/** A type of field: the operators that it has, and the one rule by which it reads its values. */
export interface FieldType<V extends Value = Value> {
  readonly operators: readonly Operator[]
  /** What a value looks like, to follow "expects": `an integer`. */
  readonly expects: string
  /** Reads a literal that is not null. */
  read(literal: Exclude<Literal, { kind: "null" }>, field: Field): Reading<V>
}

export function refuse(code: Refusal["code"], message: string, hint?: Hint): Refusal {
  return hint === undefined ? { code, message } : { code, message, hint }
}

/** The refusal of a literal of the wrong JSON type. */
export function mismatch(expects: string, literal: Literal, hint?: string): Refusal {
  return refuse("type-mismatch", `expects ${expects}, not ${article(literal.kind)}`, hint)
}

function article(kind: string): string {
  return kind === "null" ? kind : `a ${kind}`
}
