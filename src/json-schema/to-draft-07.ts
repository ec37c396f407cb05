import type { Schema } from "../schema/schema.ts"
import { type DescriptionOptions, describeFilters } from "./describe-filters.ts"
import type { FilterSchema, JsonSchema } from "./keywords.ts"
import { draft07 } from "./layout.ts"

/** A schema of filters, draft 07, that contains the definitions that its fields share. */
export interface FilterDraft07 extends FilterSchema {
  readonly $schema: "http://json-schema.org/draft-07/schema#"
  readonly definitions: Readonly<Record<string, JsonSchema>>
}

/** Describes the filters of a schema as JSON Schema, draft 07. */
export function toDraft07<S extends Schema>(schema: S, options: DescriptionOptions<S>): FilterDraft07 {
  const { filter, definitions } = describeFilters(schema, draft07, options)
  return { $schema: "http://json-schema.org/draft-07/schema#", ...filter, definitions }
}
