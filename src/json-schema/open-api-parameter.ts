import type { Schema } from "../schema/schema.ts"
import { exampleFilter } from "./example.ts"
import type { FilterJsonSchema } from "./keywords.ts"
import { type JsonSchemaOptions, toJsonSchema } from "./to-json-schema.ts"

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
 * Describes the query parameter `filter` for OpenAPI 3.1: JSON in the query, so it has `content`.
 *
 * With `at`, the parameter refers to the schema that the document has there, made by
 * {@link toJsonSchema} with the same `at`: every tool understands that. Without, the parameter holds the
 * schema, under an `$id` that follows from its content; not every tool knows that references begin at an `$id`.
 *
 * @param schema the fields that a filter may use
 * @param options where the document has the schema, what the parser is told, and an example
 * @returns the parameter, as a plain object to be written as JSON
 * @throws TypeError when `at` has no fragment
 * @throws RangeError when a limit is not one that there is
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
  const { at, example = exampleFilter(schema) } = options
  const whole = toJsonSchema(schema, options)
  return {
    name: "filter",
    in: "query",
    description: "Which records to answer, as JSON, percent-encoded. Without it, all of them",
    required: false,
    content: {
      "application/json": {
        schema: at === undefined ? { $id: idOf(whole), ...whole } : { $ref: at },
        example,
      },
    },
  }
}

/**
 * A name that follows from the content (FNV-1a, 32 bits), because `$id` has to be unique in a document
 * that may describe the filters of many resources, and a schema has no name of its own.
 */
function idOf(schema: FilterJsonSchema): string {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(JSON.stringify(schema))) {
    hash = Math.imul(hash ^ byte, 0x01000193)
  }
  return `filter-${(hash >>> 0).toString(16).padStart(8, "0")}`
}
