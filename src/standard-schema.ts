export {
  type StandardIssue,
  type StandardJsonSchemaOptions,
  type StandardSchema,
  standardSchema,
} from "./standard-schema/standard-schema.ts"
