export { type StringifyOptions, stringify, toSearchParams } from "./backends/query-string/stringify.ts"
export { fromSearchParams } from "./read/from-search-params.ts"
export type { ParseOptions } from "./read/parse-filter.ts"
export type { SearchParams } from "./text/search-params.ts"
