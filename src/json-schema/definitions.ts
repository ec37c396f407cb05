import type { JsonSchema } from "./keywords.ts"
import type { Layout } from "./layout.ts"

/** Collects the schemas that fields share. Each appears once, however many references it has. */
export class Definitions {
  readonly #schemas = new Map<string, JsonSchema>()

  constructor(private readonly layout: Layout) {}

  /** Returns a reference to a definition. The first reference makes the definition. */
  refer(name: string, make: () => JsonSchema, description?: string): JsonSchema {
    if (!this.#schemas.has(name)) this.#schemas.set(name, this.#definition(make(), description))
    return { $ref: this.layout.definition(name) }
  }

  #definition(schema: JsonSchema, description: string | undefined): JsonSchema {
    return this.layout.forEditors ? schema : this.describe(description, schema)
  }

  /** Adds a description to a schema, which may be a reference. */
  describe(description: string | undefined, schema: JsonSchema): JsonSchema {
    if (description === undefined) return schema
    return schema.$ref === undefined || this.layout.describesReferences
      ? { description, ...schema }
      : { description, allOf: [schema] }
  }

  /** The definitions that have a reference. */
  used(): Readonly<Record<string, JsonSchema>> {
    return Object.fromEntries(this.#schemas)
  }
}
