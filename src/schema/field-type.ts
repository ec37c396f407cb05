import type { Mistake } from "../diagnostics/diagnostic.ts"
import type { DiagnosticParams } from "../diagnostics/params.ts"
import type { Literal } from "../syntax/literal.ts"
import { inWords, type ValueKind } from "../text/value-kind.ts"
import type { Field } from "./field.ts"

/** A value of a field, as a filter holds it. */
export type Value = string | number | bigint | boolean

/** Why a literal is not a value of a field. */
export type InvalidOperand = Mistake<"type-mismatch" | "invalid-value">

/** What a literal means to a field: a value, or the reason why it is not a value of the field. */
export type Reading<V extends Value = Value> = V | InvalidOperand

export function isInvalidOperand(reading: Reading): reading is InvalidOperand {
  return typeof reading === "object"
}

/** A type of field, and how it reads its values. */
export interface FieldType<V extends Value = Value> {
  /** What a value looks like, to follow "expects": `an integer`. */
  readonly expects: string
  /** The least value, if there is one. */
  readonly least?: V
  /** Whether its values are texts with ASCII letters that a field may fold. */
  readonly foldsCase?: true
  /** Whether a field of the type must list its values. */
  readonly listsValues?: true
  /** Whether a filter can compare its values with null only. */
  readonly nullOnly?: true
  /** Whether the builder accepts a Date as a value. */
  readonly acceptsDate?: true
  /** What to write instead of a valid Date, if the builder does not accept one. */
  hintForDate?(date: Date): string
  /** Reads a literal that is not null. */
  read(literal: Exclude<Literal, { kind: "null" }>, field: Field): Reading<V>
}

/** A reason that the field alone explains. */
type ReasonOfField = Exclude<
  DiagnosticParams["invalid-value"],
  { readonly found: string } | { readonly reason: "bigint-range" | "backend" }
>["reason"]

/** @param message what is wrong, to follow the field's name: `expects a 64-bit integer` */
export function invalidValue(
  { name: field }: Field,
  reason: ReasonOfField,
  message: string,
  hint: string,
): Mistake<"invalid-value"> {
  return { code: "invalid-value", message: `Field ${field} ${message}`, params: { reason, field }, hint }
}

/** The reason for a value of the wrong kind. Null never reaches a field type. */
export function mismatch(
  { name, type }: Field,
  expects: string,
  found: ValueKind,
  hint?: string,
): Mistake<"type-mismatch"> {
  return {
    code: "type-mismatch",
    message: `Field ${name} expects ${expects}, not ${inWords(found)}`,
    params: { reason: "value", field: name, expected: type, found },
    hint,
  }
}
