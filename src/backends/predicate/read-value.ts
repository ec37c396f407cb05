import { foldedFor } from "../../schema/comparable.ts"
import type { Comparable } from "../../schema/comparison-form.ts"
import type { Field } from "../../schema/field.ts"
import { recordReaders } from "../../schema/types/record-readers.ts"
import { unexpected, valueIn } from "./unexpected.ts"

/**
 * Reads a value of a record.
 *
 * @returns the value in the form in which the field's values compare; null for a missing value
 * @throws TypeError if the field cannot have the value, because no database would give an answer for it
 */
export function readValue(value: unknown, field: Field): Comparable | null {
  if (value === null || value === undefined) return null
  const reader = recordReaders[field.type]
  const comparable = reader.read(value)
  if (comparable === undefined) throw unexpected(valueIn(field.name), value, reader.forms)
  return foldedFor(field, comparable)
}
