import type { Schema } from "../../../src/index.ts"

/** A value as a filter writes it. */
export type Constant = string | number | boolean

/** A schema, and the few values that filters compare each of its fields with. A field without values is not used. */
export interface World {
  readonly schema: Schema
  readonly constants: Readonly<Record<string, readonly Constant[]>>
}
