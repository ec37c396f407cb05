import type { Field } from "../../schema/field.ts"
import { foldAscii } from "../../text/unicode.ts"

const UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

/** Folds ASCII letters and nothing else, which lower() does in hardly any database. For those that have translate(). */
export function translated(text: string): string {
  return `translate(${text}, '${UPPER}', '${UPPER.toLowerCase()}')`
}

/** The same for those that have only REPLACE(). */
export function replaced(text: string): string {
  return [...UPPER].reduce(
    (inner, letter) => `REPLACE(${inner}, '${letter}', '${letter.toLowerCase()}')`,
    text,
  )
}

/** A value to compare with a column: folded as the column is, where the field says so. */
export function folded(field: Field, value: string): string {
  return field.caseSensitive ? value : foldAscii(value)
}
