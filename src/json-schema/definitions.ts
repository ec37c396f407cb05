import type { JsonSchema } from "./keywords.ts"

/** What stands once in a schema, under `$defs`, however many places refer to it. */
export class Definitions {
  readonly #schemas = new Map<string, JsonSchema>()

  /** @param at a reference to the schema that holds the definitions: `#` from inside of its own document */
  constructor(private readonly at: string) {}

  /** A reference to the definition, which is made when it is first asked for. */
  refer(name: string, make: () => JsonSchema): JsonSchema {
    if (!this.#schemas.has(name)) this.#schemas.set(name, make())
    return { $ref: `${this.at}/$defs/${name}` }
  }

  /** The definitions that something refers to. */
  used(): Readonly<Record<string, JsonSchema>> {
    return Object.fromEntries(this.#schemas)
  }
}
