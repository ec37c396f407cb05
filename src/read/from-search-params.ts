import { FilterError } from "../diagnostics/filter-error.ts"
import type { Filter } from "../filter/filter.ts"
import type { Schema } from "../schema/schema.ts"
import { type ParseOptions, parseFilter } from "./parse-filter.ts"

/**
 * Reads the filter of a request from its query: percent-encoded, half encoded as browsers do it, or
 * raw; a space may be `+` or `%20`. A request without `filter` has the filter that matches all.
 *
 * A raw `+`, `&`, `#` or `%` inside of a value cannot be told from what it means in a query: whoever
 * writes the query has to encode those.
 *
 * @param schema the fields that the filter may use
 * @param query the parameters; the URL, also as a text or without its host as Node's `request.url`; or the
 * query string with or without `?`
 * @param options as for {@link parseFilter}
 * @returns the filter, checked and deeply frozen
 * @throws FilterError with every mistake; `duplicate-key` when `filter` stands more than once
 *
 * @example
 * ```ts
 * const filter = fromSearchParams(customers, "?page=1&filter={%22state%22:+%22active%22}")
 * stringify(filter) // '{"state":"active"}'
 * ```
 */
export function fromSearchParams<S extends Schema>(
  schema: S,
  query: URLSearchParams | URL | string,
  options?: ParseOptions,
): Filter<S> {
  const filters = paramsOf(query).getAll("filter")
  if (filters.length > 1) {
    throw new FilterError([
      {
        code: "duplicate-key",
        message: "The query has filter more than once",
        path: [],
        hint: 'join the filters: {"$and":[{…},{…}]}',
      },
    ])
  }
  return parseFilter(schema, filters[0] ?? {}, options)
}

function paramsOf(query: URLSearchParams | URL | string): URLSearchParams {
  if (query instanceof URLSearchParams) return query
  if (typeof query !== "string") return query.searchParams
  // The address of a request is no query: the filter would count as absent, and all would match.
  const isAddress = query.startsWith("/") || URL.canParse(query)
  return isAddress ? new URL(query, "http://localhost").searchParams : new URLSearchParams(query)
}
