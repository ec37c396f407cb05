import { describeFilters } from "../json-schema/describe-filters.ts"
import { draft07, inside, type Layout } from "../json-schema/layout.ts"
import type { ParseOptions } from "../read/parse-filter.ts"
import type { Schema } from "../schema/schema.ts"

/** A version of JSON Schema. */
interface Target {
  readonly $schema: string
  readonly layout: Layout
  /** The keyword of the definitions. */
  readonly definitions: "$defs" | "definitions"
}

/** The versions by their names in Standard JSON Schema. */
const targets: Readonly<Record<string, Target>> = {
  "draft-2020-12": {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    layout: /* @__PURE__ */ inside("#"),
    definitions: "$defs",
  },
  "draft-07": {
    $schema: "http://json-schema.org/draft-07/schema#",
    layout: draft07,
    definitions: "definitions",
  },
}

/** The JSON Schema of a filter as a JSON value. */
export function inputSchema(
  schema: Schema,
  name: string,
  { limits, emptyOr }: ParseOptions = {},
): Record<string, unknown> {
  const target = Object.hasOwn(targets, name) ? targets[name] : undefined
  if (target === undefined) {
    const names = Object.keys(targets).join(" or ")
    throw new RangeError(
      `There is no JSON Schema for the target ${JSON.stringify(name)}: use ${names}, or toOpenApiComponents for OpenAPI`,
    )
  }
  const { filter, definitions } = describeFilters(schema, target.layout, {
    ...(limits && { limits }),
    ...(emptyOr && { emptyOr }),
  })
  return { $schema: target.$schema, ...filter, [target.definitions]: definitions }
}
