import { type Limits, resolveLimits } from "../read/limits.ts"
import type { FilterInput } from "../schema/infer.ts"
import { type LogicalOperator, operators } from "../schema/operators.ts"
import type { Schema } from "../schema/schema.ts"
import { conditionsOn, type ListLimit } from "./conditions.ts"
import { Definitions } from "./definitions.ts"
import { exampleFilter } from "./example.ts"
import type { FilterJsonSchema, JsonSchema } from "./keywords.ts"

/** What {@link toJsonSchema} has to know besides the fields. */
export interface JsonSchemaOptions<S extends Schema = Schema> {
  /**
   * Where the schema will stand, if not in a document of its own: `#/components/schemas/CustomerFilter`.
   * References in it begin there.
   */
  readonly at?: string
  /**
   * The limits that the parser is given, of which JSON Schema can say `maxListLength`. Without them no list
   * is limited; with them, what is not given has its default.
   */
  readonly limits?: Partial<Limits>
  /** What the parser is told of `{"$or":[]}`; `"error"` refuses it here too. Default: `"none"`. */
  readonly emptyOr?: "all" | "none" | "error"
  /** A filter to show. Default: one with conditions on the first fields. */
  readonly example?: FilterInput<S>
}

/**
 * Describes the filters of a schema as JSON Schema, draft 2020-12: for documentation, for editors, and
 * for validators in other languages. Every filter that is right is valid under it. Some that are wrong
 * are too, as JSON Schema cannot say everything (docs/json-schema.md lists what): a server still has to parse.
 *
 * @param schema the fields that a filter may use
 * @param options where the schema will stand, what the parser is told, and an example
 * @returns the schema, a plain object to be written as JSON
 * @throws TypeError when `at` has no fragment
 * @throws RangeError when a limit is not one that there is
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
  const filters = (operator: LogicalOperator): JsonSchema => ({
    description: operators[operator].doc,
    type: "array",
    items: { $ref: at },
    ...limit,
  })
  return {
    // Only a document, or what has an $id, may say its dialect.
    ...(options.at === undefined && { $schema: "https://json-schema.org/draft/2020-12/schema" }),
    description: "Conditions that a record has to satisfy, every one of them; `{}` matches every record",
    type: "object",
    properties: {
      ...Object.fromEntries(
        [...schema.fields.values()]
          .filter(({ operators }) => operators.length > 0)
          .map((field) => [field.name, conditionsOn(field, definitions, limit)]),
      ),
      $and: filters("$and"),
      $or: { ...filters("$or"), ...(emptyOr === "error" && { minItems: 1 }) },
    },
    additionalProperties: false,
    examples: [example],
    $defs: definitions.used(),
  }
}
