export {
  type StringifyOptions,
  stringify,
  type ToSearchParamsOptions,
  toSearchParams,
} from "./backends/query-string/stringify.ts"
export { type FromSearchParamsOptions, fromSearchParams } from "./read/from-search-params.ts"
export type { ParseOptions } from "./read/parse-filter.ts"
export type { Query } from "./read/query.ts"
export type { SearchParams } from "./text/search-params.ts"
