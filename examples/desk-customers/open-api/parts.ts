/** A part of the document: JSON, as OpenAPI 3.1 and JSON Schema write it. */
export type Part = Readonly<Record<string, unknown>>

/** An object that has all these properties and no others. */
export function object(properties: Part): Part {
  return { type: "object", properties, required: Object.keys(properties), additionalProperties: false }
}

/** What may be missing. */
export function orNull(schema: Part): Part {
  return { anyOf: [schema, { type: "null" }] }
}
