import { toDraft07 } from "../json-schema/to-draft-07.ts"
import { toJsonSchema } from "../json-schema/to-json-schema.ts"
import type { ParseOptions } from "../read/parse-filter.ts"
import type { Schema } from "../schema/schema.ts"

/** The versions of JSON Schema by their names in Standard JSON Schema. */
const targets = {
  "draft-2020-12": toJsonSchema,
  "draft-07": toDraft07,
} as const

/** The JSON Schema of a filter as a JSON value. */
export function inputSchema(
  schema: Schema,
  target: string,
  { limits, emptyOr }: ParseOptions = {},
): Record<string, unknown> {
  if (!isTarget(target))
    throw new RangeError(
      `There is no JSON Schema for the target ${JSON.stringify(target)}: use ${Object.keys(targets).join(" or ")}, or toOpenApiComponents for OpenAPI`,
    )
  return { ...targets[target](schema, { ...(limits && { limits }), ...(emptyOr && { emptyOr }) }) }
}

function isTarget(target: string): target is keyof typeof targets {
  return Object.hasOwn(targets, target)
}
