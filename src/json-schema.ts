export type { FilterJsonSchema, JsonSchema } from "./json-schema/keywords.ts"
export { type OpenApiParameter, toOpenApiParameter } from "./json-schema/open-api-parameter.ts"
export { type JsonSchemaOptions, toJsonSchema } from "./json-schema/to-json-schema.ts"
