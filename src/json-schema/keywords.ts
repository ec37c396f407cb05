/** A JSON Schema, limited to the keywords that the schema of a filter needs. */
export interface JsonSchema {
  readonly $ref?: string
  readonly description?: string
  readonly type?: JsonType | readonly [JsonType, "null"]
  readonly enum?: readonly (string | null)[]
  readonly anyOf?: readonly JsonSchema[]
  readonly allOf?: readonly JsonSchema[]
  readonly if?: JsonSchema
  readonly then?: JsonSchema
  readonly not?: JsonSchema
  readonly format?: "date-time" | "date" | "uuid"
  readonly pattern?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly items?: JsonSchema
  readonly minItems?: number
  readonly maxItems?: number
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly additionalProperties?: false | JsonSchema
  readonly minProperties?: number
  readonly examples?: readonly unknown[]
  /** Not a keyword of JSON Schema. Editors and ajv-errors read it. */
  readonly errorMessage?: string
}

type JsonType = "object" | "array" | "string" | "number" | "integer" | "boolean" | "null"

/** The schema of the filters of a resource: a property for each field, and shared definitions under `$defs`. */
export interface FilterJsonSchema extends JsonSchema {
  /** Present only if the schema is a document of its own. */
  readonly $schema?: "https://json-schema.org/draft/2020-12/schema"
  readonly $id?: string
  readonly type: "object"
  readonly properties: Readonly<Record<string, JsonSchema>>
  readonly additionalProperties: false
  readonly $defs: Readonly<Record<string, JsonSchema>>
}
