import type { Schema } from "../schema/schema.ts"
import { and, assertFilter, type Filter } from "./filter.ts"

/**
 * Joins a filter with one that it cannot escape: the tenant of the caller, or what is not deleted.
 * Whatever the filter is, no record outside the mandatory one matches.
 *
 * @param filter a checked filter, such as that of a request
 * @param mandatory a checked filter of the same schema, made by the server
 * @returns the records that match both
 * @throws TypeError when either is not one that parsing or the builder made, such as undefined
 * @throws FilterError `limit-exceeded`, when the filter nests as deep as filters may
 *
 * @example
 * ```ts
 * const asked = parseFilter(customers, '{"$or":[{"id":1},{}]}')
 * const own = filterBuilder(customers).eq("companies.id", 1001)
 * stringify(scope(asked, own)) // '{"companies.id":1001,"$or":[{"id":1},{}]}'
 * ```
 */
export function scope<S extends Schema>(filter: Filter<S>, mandatory: Filter<S>): Filter<S> {
  assertFilter(filter)
  assertFilter(mandatory)
  return and([mandatory, filter])
}
