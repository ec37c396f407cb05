import { foldAscii } from "../text/unicode.ts"
import type { Comparable } from "./comparison-form.ts"
import type { Field } from "./field.ts"
import type { Value } from "./field-type.ts"
import { comparables } from "./types/comparables.ts"

/** A filter's value in the form in which the field's values compare. */
export function comparableOf(field: Field, value: Value): Comparable {
  return foldedFor(field, comparables[field.type](value as never))
}

/** A text as the field compares it: with ASCII letters folded, unless the field is case-sensitive. */
export function foldedFor<C extends Comparable | null>({ caseSensitive }: Field, value: C): C | string {
  return caseSensitive || typeof value !== "string" ? value : foldAscii(value)
}
