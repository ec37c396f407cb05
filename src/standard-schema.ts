export { type StandardIssue, type StandardSchema, standardSchema } from "./read/standard-schema.ts"
