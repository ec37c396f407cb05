import { type Limits, resolveLimits } from "../read/limits.ts"
import type { FilterInput } from "../schema/infer.ts"
import { type LogicalOperator, operators } from "../schema/operators.ts"
import type { Schema } from "../schema/schema.ts"
import { type ConditionContext, conditionsOn } from "./conditions.ts"
import { Definitions } from "./definitions.ts"
import { exampleFilter } from "./example.ts"
import type { FilterSchema, JsonSchema } from "./keywords.ts"
import type { Layout } from "./layout.ts"

/** What the description of filters says beyond the fields. */
export interface DescriptionOptions<S extends Schema = Schema> {
  /**
   * The limits of the parser. JSON Schema can express `maxListLength` only. A limit that is left out has its
   * default. Without this option, lists have no limit.
   */
  readonly limits?: Partial<Limits>
  /** The option `emptyOr` of the parser; with `"error"`, the schema rejects `{"$or":[]}` too. Default: `"none"`. */
  readonly emptyOr?: "all" | "none" | "error"
  /** An example of a filter. Default: conditions on the first fields. */
  readonly example?: FilterInput<S>
  /**
   * Whether the schema of a value has the keyword `errorMessage`, which says what to write instead of a wrong value. VS Code,
   * Monaco and ajv-errors read it. Ajv without ajv-errors rejects the keyword in strict mode. Default: false.
   */
  readonly errorMessages?: boolean
}

/** The schema of a filter, and the definitions that it refers to. */
export interface FilterDescription {
  readonly filter: FilterSchema
  readonly definitions: Readonly<Record<string, JsonSchema>>
}

/** Describes the filters of a schema, with references for a document of this layout. */
export function describeFilters<S extends Schema>(
  schema: S,
  layout: Layout,
  options: DescriptionOptions<S>,
): FilterDescription {
  const { limits, emptyOr = "none", example = exampleFilter(schema), errorMessages = false } = options
  const definitions = new Definitions(layout)
  const limit = limits === undefined ? {} : { maxItems: resolveLimits(limits).maxListLength }
  const context: ConditionContext = { definitions, limit, errorMessages }
  const filterList = (operator: LogicalOperator): JsonSchema => ({
    description: operators[operator].doc,
    type: "array",
    items: { $ref: layout.filter },
    ...limit,
  })
  const filter: FilterSchema = {
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
