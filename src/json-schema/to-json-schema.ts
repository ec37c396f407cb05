import { type Limits, resolveLimits } from "../read/limits.ts"
import type { FilterInput } from "../schema/infer.ts"
import { type LogicalOperator, operators } from "../schema/operators.ts"
import type { Schema } from "../schema/schema.ts"
import { conditionsOn, type ListLimit } from "./conditions.ts"
import { Definitions } from "./definitions.ts"
import { exampleFilter } from "./example.ts"
import type { FilterJsonSchema, JsonSchema } from "./keywords.ts"

/** Options of {@link toJsonSchema} and of `toOpenApiParameter`. */
export interface JsonSchemaOptions<S extends Schema = Schema> {
  /**
   * The location of the schema inside a larger document: `#/components/schemas/CustomerFilter`. References in the
   * schema start with it. Default: the schema is a document of its own.
   */
  readonly at?: string
  /**
   * The limits of the parser. JSON Schema can express `maxListLength` only. A limit that is left out has its
   * default. Without this option, lists have no limit.
   */
  readonly limits?: Partial<Limits>
  /** The option `emptyOr` of the parser; with `"error"`, the schema rejects `{"$or":[]}` too. Default: `"none"`. */
  readonly emptyOr?: "all" | "none" | "error"
  /** An example of a filter. Default: conditions on the first fields. */
  readonly example?: FilterInput<S>
}

/**
 * Describes the filters of a schema as JSON Schema, draft 2020-12, for documentation, editors and
 * validators in other languages. It accepts every filter that the parser accepts. It also accepts some filters that
 * the parser rejects, because JSON Schema cannot express every rule. A server must still parse each filter.
 * docs/json-schema.md lists the differences.
 *
 * @param schema the fields that a filter may use
 * @param options the location of the schema in a document, the options of the parser, and an example
 * @returns the schema, a plain object to serialize as JSON
 * @throws TypeError when `at` has no fragment
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
  const { at = "#", limits, emptyOr = "none", example = exampleFilter(schema) } = options
  if (!at.includes("#"))
    throw new TypeError('at must be a reference with a fragment: "#/components/schemas/CustomerFilter"')
  const limit: ListLimit = limits === undefined ? {} : { maxItems: resolveLimits(limits).maxListLength }
  const definitions = new Definitions(at)
  const filterList = (operator: LogicalOperator): JsonSchema => ({
    description: operators[operator].doc,
    type: "array",
    items: { $ref: at },
    ...limit,
  })
  return {
    // $schema is allowed only at the root of a document or next to an $id.
    ...(options.at === undefined && { $schema: "https://json-schema.org/draft/2020-12/schema" }),
    description: "A record must satisfy every condition; `{}` matches every record",
    type: "object",
    properties: {
      ...Object.fromEntries(
        [...schema.fields.values()]
          .filter(({ operators }) => operators.length > 0)
          .map((field) => [field.name, conditionsOn(field, definitions, limit)]),
      ),
      $and: filterList("$and"),
      $or: { ...filterList("$or"), ...(emptyOr === "error" && { minItems: 1 }) },
    },
    additionalProperties: false,
    examples: [example],
    $defs: definitions.used(),
  }
}
