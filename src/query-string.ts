export { type StringifyOptions, stringify, toSearchParams } from "./backends/query-string.ts"
export { fromSearchParams } from "./from-search-params.ts"
export type { ParseOptions } from "./parse-filter.ts"
