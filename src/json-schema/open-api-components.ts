import { assertSchema } from "../schema/assert-schema.ts"
import type { Schema } from "../schema/schema.ts"
import { describeFilters } from "./describe-filters.ts"
import type { JsonSchema } from "./keywords.ts"
import { beside, pascalCase } from "./layout.ts"
import type { JsonSchemaOptions } from "./options.ts"

/** Schemas by the names of their components. */
export type OpenApiComponents = Readonly<Record<string, JsonSchema>>

/**
 * Describes the filters of a schema for `components.schemas` of OpenAPI 3.1. Each definition is a component of its own,
 * `CustomerFilterInteger` beside `CustomerFilter`. With definitions inside of the schema, some generators of types make
 * a property of `$defs`.
 *
 * @param schema the fields that a filter may use
 * @param options the location of the filter among the components, and the other options of `toJsonSchema`
 * @returns the component of the filter and those of its definitions, plain objects to serialize as JSON
 * @throws TypeError when the first argument is no schema, or `at` is not the location of a component
 * @throws RangeError when a limit is unknown or out of range
 *
 * @example
 * ```ts
 * const at = "#/components/schemas/CustomerFilter"
 * const schemas = toOpenApiComponents(customers, { at })
 * schemas.CustomerFilter?.properties?.trusted
 * // {
 * //   description: "Whether messages skip the spam check",
 * //   $ref: "#/components/schemas/CustomerFilterBooleanOrNullCondition",
 * // }
 * ```
 */
export function toOpenApiComponents<S extends Schema>(
  schema: S,
  options: JsonSchemaOptions<S> & { readonly at: string },
): OpenApiComponents {
  assertSchema(schema)
  const [, name] = /#\/components\/schemas\/([\w.-]+)$/.exec(options.at) ?? []
  if (name === undefined)
    throw new TypeError('at must be the location of a component: "#/components/schemas/CustomerFilter"')
  const { filter, definitions } = describeFilters(schema, beside(options.at), options)
  return {
    [name]: filter,
    ...Object.fromEntries(
      Object.entries(definitions).map(([of, definition]) => [name + pascalCase(of), definition]),
    ),
  }
}
