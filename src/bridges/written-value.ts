import type { Field, FieldTypeName } from "../schema/field.ts"
import { isJsonNumber } from "../text/decimal.ts"

/** What the text of an input element stands for. */
type ReadText = (text: string) => unknown

const asItIs: ReadText = (text) => text
const trimmed: ReadText = (text) => text.trim()

/** An input element has texts only. A text that is no value of the field stays, and the rules object to it. */
const readers: Readonly<Record<FieldTypeName, ReadText>> = {
  // The digits of an integer stay a text: a number would lose digits beyond 2^53.
  integer: trimmed,
  number: (text) => (isJsonNumber(text.trim()) ? Number(text) : text),
  string: asItIs,
  boolean: (text) => (text === "true" ? true : text === "false" ? false : text),
  enum: asItIs,
  datetime: trimmed,
  reference: trimmed,
  opaque: asItIs,
  uuid: trimmed,
  decimal: trimmed,
  date: trimmed,
}

/** The value of a field that a form, or a grid, holds as this value. What is no text stays as it is. */
export function writtenValue({ type }: Field, written: unknown): unknown {
  return typeof written === "string" ? readers[type](written) : written
}
