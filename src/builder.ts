export {
  type FieldWith,
  type FilterBuilder,
  filterBuilder,
  type Part,
  type ValueOfField,
} from "./build/filter-builder.ts"
export { scope } from "./filter/scope.ts"
export { omit, pick } from "./schema/narrow.ts"
