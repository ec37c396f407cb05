import { diagnostic } from "../diagnostics/diagnostic.ts"
import { FilterError } from "../diagnostics/filter-error.ts"
import type { Filter } from "../filter/filter.ts"
import type { Schema } from "../schema/schema.ts"
import type { SearchParams } from "../text/search-params.ts"
import { type ParseOptions, parseFilter } from "./parse-filter.ts"

/** Where a filter is read from. A URL object, and a request of some servers, has `searchParams`. */
type Query = string | SearchParams | { readonly searchParams: SearchParams }

/**
 * Reads the filter from the query string of a request. The filter may be percent-encoded, partly
 * encoded as browsers do, or raw; a space may be `+` or `%20`. Without `filter`, every record matches.
 *
 * A raw `+`, `&`, `#` or `%` in a value has its own meaning in a query string: the client must encode it.
 *
 * @param schema the fields that the filter may use
 * @param query one of: URLSearchParams, a URL object, the text of a URL, a path such as Node's `request.url`, or a
 * query string with or without `?`
 * @param options as for {@link parseFilter}
 * @returns the filter, checked and deeply frozen
 * @throws FilterError with every mistake; `duplicate-key` when `filter` appears more than once
 *
 * @example
 * ```ts
 * const filter = fromSearchParams(customers, "?page=1&filter={%22state%22:+%22active%22}")
 * stringify(filter) // '{"state":"active"}'
 * ```
 */
export function fromSearchParams<S extends Schema>(
  schema: S,
  query: Query,
  options?: ParseOptions,
): Filter<S> {
  const filters = paramsOf(query).getAll("filter")
  if (filters.length > 1) {
    throw new FilterError([
      diagnostic(
        {
          code: "duplicate-key",
          message: "The query has more than one parameter named filter",
          params: { reason: "parameter", parameter: "filter" },
          hint: 'join the filters: {"$and":[{…},{…}]}',
        },
        [],
      ),
    ])
  }
  return parseFilter(schema, filters[0] ?? {}, options)
}

function paramsOf(query: Query): SearchParams {
  if (query instanceof URLSearchParams) return query
  if (typeof query !== "string") return query.searchParams
  const [address = "", ...rest] = query.split("?")
  // Parsed as a query string, an address would have no filter, and every record would match. A text before a question
  // mark is an address unless it has parameters. Without a question mark, an address has a slash in the first place or
  // after a scheme.
  const isAddress =
    rest.length === 0
      ? /^(?:[a-z][a-z\d+.-]*:\/)?\//i.test(query)
      : !/[=&]/.test(address) || query.startsWith("/")
  if (!isAddress) return new URLSearchParams(query)
  const parameters = rest.join("?")
  // Only an address has a fragment. In a query string alone, # is a character like any other.
  return new URLSearchParams(address === "" ? parameters : parameters.replace(/#.*$/s, ""))
}
