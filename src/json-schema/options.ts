import type { Limits } from "../read/limits.ts"
import type { FilterInput } from "../schema/infer.ts"
import type { Schema } from "../schema/schema.ts"

/** Options of `toJsonSchema`, `toOpenApiComponents` and `toOpenApiParameter`. */
export interface JsonSchemaOptions<S extends Schema = Schema> {
  /**
   * The location of the schema inside a larger document: `#/components/schemas/CustomerFilter`. References in the
   * schema start with it. Default: the schema is a document of its own.
   */
  readonly at?: string
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
   * Whether the schema says in the keyword `errorMessage` what to write instead of a wrong value. VS Code, Monaco and
   * ajv-errors read this keyword. It is not part of JSON Schema: in strict mode, Ajv accepts it only with ajv-errors.
   * Default: false.
   */
  readonly errorMessages?: boolean
}
