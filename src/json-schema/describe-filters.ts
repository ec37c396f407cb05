import { resolveLimits } from "../read/limits.ts"
import { type LogicalOperator, operators } from "../schema/operators.ts"
import type { Schema } from "../schema/schema.ts"
import { type ConditionContext, conditionsOn } from "./conditions.ts"
import { Definitions } from "./definitions.ts"
import { exampleFilter } from "./example.ts"
import type { FilterJsonSchema, JsonSchema } from "./keywords.ts"
import type { Layout } from "./layout.ts"
import type { JsonSchemaOptions } from "./options.ts"

/** The schema of a filter, and the definitions that it refers to. */
export interface FilterDescription {
  readonly filter: Omit<FilterJsonSchema, "$defs">
  readonly definitions: Readonly<Record<string, JsonSchema>>
}

/** Describes the filters of a schema, with references for a document of this layout. */
export function describeFilters<S extends Schema>(
  schema: S,
  layout: Layout,
  options: Omit<JsonSchemaOptions<S>, "at">,
): FilterDescription {
  const { limits, emptyOr = "none", example = exampleFilter(schema), errorMessages = false } = options
  const definitions = new Definitions(layout)
  const limit = limits === undefined ? {} : { maxItems: resolveLimits(limits).maxListLength }
  const context: ConditionContext = { definitions, limit, errorMessages, forEditors: layout.forEditors }
  const filterList = (operator: LogicalOperator): JsonSchema => ({
    description: operators[operator].doc,
    type: "array",
    items: { $ref: layout.filter },
    ...limit,
  })
  const filter: FilterDescription["filter"] = {
    description: "A record must satisfy every condition; `{}` matches every record",
    type: "object",
    properties: {
      ...Object.fromEntries(
        [...schema.fields.values()]
          .filter(({ operators }) => operators.length > 0)
          .map((field) => [field.name, conditionsOn(field, context)]),
      ),
      $and: filterList("$and"),
      $or: { ...filterList("$or"), ...(emptyOr === "error" && { minItems: 1 }) },
    },
    additionalProperties: false,
    examples: [example],
  }
  return { filter, definitions: definitions.used() }
}
