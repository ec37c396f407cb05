export { type FilterBuilder, filterBuilder, type Part, type ValueOfField } from "./build/filter-builder.ts"
// A program that publishes what it builds needs the names of these types.
export type { Condition, Filter } from "./filter/filter.ts"
export { scope } from "./filter/scope.ts"
export type { FieldWith } from "./schema/infer.ts"
export { isFieldName } from "./schema/is-field-name.ts"
export { type Omitted, omit, type Picked, pick } from "./schema/narrow.ts"
