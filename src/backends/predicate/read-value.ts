import { foldedFor } from "../../schema/comparable.ts"
import type { Comparable } from "../../schema/comparison-form.ts"
import type { Field } from "../../schema/field.ts"
import { recordReaders } from "../../schema/types/record-readers.ts"

/**
 * Reads a value of a record.
 *
 * @returns the value in the form in which the field's values compare; null for a missing value
 * @throws TypeError if the field cannot have the value, because no database would give an answer for it
 */
export function readValue(value: unknown, field: Field): Comparable | null {
  if (value === null || value === undefined) return null
  const comparable = recordReaders[field.type](value)
  if (comparable !== undefined) return foldedFor(field, comparable)
  throw new TypeError(
    `The value of ${field.name} in a record is ${kindOf(value)}, not a value of type ${field.type}`,
  )
}

/** The kind of the value, without the value itself, because errors end in logs. */
function kindOf(value: unknown): string {
  if (Array.isArray(value)) return "an array"
  return typeof value === "object" ? "an object" : `a ${typeof value}`
}
