import { assertSchema } from "../schema/assert-schema.ts"
import type { Schema } from "../schema/schema.ts"
import { exampleFilter } from "./example.ts"
import type { FilterJsonSchema } from "./keywords.ts"
import type { JsonSchemaOptions } from "./options.ts"
import { toJsonSchema } from "./to-json-schema.ts"

/** The query parameter `filter`, as a Parameter Object of OpenAPI 3.1. */
export interface OpenApiParameter {
  readonly name: "filter"
  readonly in: "query"
  readonly description: string
  readonly required: false
  readonly content: {
    readonly "application/json": {
      readonly schema: FilterJsonSchema | { readonly $ref: string }
      readonly example: unknown
    }
  }
}

/**
 * Describes the query parameter `filter` for OpenAPI 3.1. Its value is JSON, so the parameter uses `content`.
 *
 * With `at`, the parameter refers to the schema at that location of the document. Make that schema with
 * `toOpenApiComponents` and the same `at`. Every tool supports this form. Without `at`, the parameter contains
 * the schema, with an `$id` derived from its content. Some tools do not resolve references against an `$id`.
 *
 * @param schema the fields that a filter may use
 * @param options the location of the schema in the document, and the other options of {@link toJsonSchema}
 * @returns the parameter, a plain object to serialize as JSON
 * @throws TypeError when the first argument is no schema, or `at` has no fragment
 * @throws RangeError when a limit is unknown or out of range
 *
 * @example
 * ```ts
 * const at = "#/components/schemas/CustomerFilter"
 * const parameter = toOpenApiParameter(customers, { at, example: { state: "active" } })
 * parameter.content["application/json"]
 * // { schema: { $ref: "#/components/schemas/CustomerFilter" }, example: { state: "active" } }
 * ```
 */
export function toOpenApiParameter<S extends Schema>(
  schema: S,
  options: JsonSchemaOptions<S> = {},
): OpenApiParameter {
  assertSchema(schema)
  const { at, example = exampleFilter(schema) } = options
  const jsonSchema = toJsonSchema(schema, options)
  return {
    name: "filter",
    in: "query",
    description: "The filter as percent-encoded JSON. Without it, every record matches",
    required: false,
    content: {
      "application/json": {
        schema: at === undefined ? { $id: contentId(jsonSchema), ...jsonSchema } : { $ref: at },
        example,
      },
    },
  }
}

/**
 * A name derived from the content (FNV-1a, 32 bits). An `$id` must be unique in a document, which may describe
 * the filters of several resources, and a schema has no name.
 */
function contentId(schema: FilterJsonSchema): string {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(JSON.stringify(schema))) {
    hash = Math.imul(hash ^ byte, 0x01000193)
  }
  return `filter-${(hash >>> 0).toString(16).padStart(8, "0")}`
}
