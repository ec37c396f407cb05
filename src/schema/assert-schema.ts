import { inWords, kindOf } from "../text/value-kind.ts"
import type { Schema } from "./schema.ts"

/**
 * Whether the value is a schema, of this or of another copy of the package. Parsed data never is: it has no functions.
 */
export function isSchema(value: unknown): value is Schema {
  const { fields } = Object(value) as Partial<Schema>
  return typeof fields?.get === "function"
}

/**
 * Rejects a first argument that is no schema. Without fields, no condition could be checked, and a filter that has none
 * would match every record.
 *
 * @throws TypeError that says what was given
 */
export function assertSchema(value: unknown): asserts value is Schema {
  if (!isSchema(value))
    throw new TypeError(
      `The first argument must be a schema made by defineSchema, not ${inWords(kindOf(value))}`,
    )
}
