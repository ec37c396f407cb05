import { assertSchema } from "../schema/assert-schema.ts"
import type { Schema } from "../schema/schema.ts"
import { describeFilters } from "./describe-filters.ts"
import type { FilterJsonSchema } from "./keywords.ts"
import { inside } from "./layout.ts"
import type { JsonSchemaOptions } from "./options.ts"

/**
 * Describes the filters of a schema as JSON Schema, draft 2020-12, for documentation, editors and
 * validators in other languages. It accepts every filter that the parser accepts. It also accepts some filters that
 * the parser rejects, because JSON Schema cannot express every rule. A server must still parse each filter.
 * docs/json-schema.md lists the differences.
 *
 * @param schema the fields that a filter may use
 * @param options the location of the schema in a document, the options of the parser, an example, and whether values
 * have error messages
 * @returns the schema, a plain object to serialize as JSON
 * @throws TypeError when the first argument is no schema, or `at` has no fragment
 * @throws RangeError when a limit is unknown or out of range
 *
 * @example
 * ```ts
 * const { $schema, properties } = toJsonSchema(customers)
 * $schema // "https://json-schema.org/draft/2020-12/schema"
 * properties.trusted
 * // { description: "Whether messages skip the spam check", $ref: "#/$defs/booleanOrNullCondition" }
 * ```
 */
export function toJsonSchema<S extends Schema>(
  schema: S,
  options: JsonSchemaOptions<S> = {},
): FilterJsonSchema {
  assertSchema(schema)
  const { at = "#" } = options
  if (!at.includes("#"))
    throw new TypeError('at must be a reference with a fragment: "#/components/schemas/CustomerFilter"')
  const { filter, definitions } = describeFilters(schema, inside(at, options.at === undefined), options)
  return {
    // $schema is allowed only at the root of a document or next to an $id.
    ...(options.at === undefined && { $schema: "https://json-schema.org/draft/2020-12/schema" }),
    ...filter,
    $defs: definitions,
  }
}
