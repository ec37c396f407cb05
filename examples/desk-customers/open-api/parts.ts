/** A part of the document: a JSON object of OpenAPI 3.1 or JSON Schema. */
export type Part = Readonly<Record<string, unknown>>

/** The schema of an object with exactly these properties. */
export function object(properties: Part): Part {
  return { type: "object", properties, required: Object.keys(properties), additionalProperties: false }
}

/** The schema of a value that may be null. */
export function orNull(schema: Part): Part {
  return { anyOf: [schema, { type: "null" }] }
}
