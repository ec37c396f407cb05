import type { JsonSchema } from "./keywords.ts"

/** Collects the schemas under `$defs`. Each appears once, however many references it has. */
export class Definitions {
  readonly #schemas = new Map<string, JsonSchema>()

  /** @param at a reference to the schema that holds the definitions: `#` within its own document */
  constructor(private readonly at: string) {}

  /** Returns a reference to a definition. The first reference makes the definition. */
  refer(name: string, make: () => JsonSchema): JsonSchema {
    if (!this.#schemas.has(name)) this.#schemas.set(name, make())
    return { $ref: `${this.at}/$defs/${name}` }
  }

  /** The definitions that have a reference. */
  used(): Readonly<Record<string, JsonSchema>> {
    return Object.fromEntries(this.#schemas)
  }
}
