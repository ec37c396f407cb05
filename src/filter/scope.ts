import type { Schema } from "../schema/schema.ts"
import { and, assertFilter, type Filter } from "./filter.ts"

/**
 * Restricts a filter to the records of a mandatory filter, such as the tenant of the caller or records that are
 * not deleted. No filter can match a record outside it.
 *
 * @param filter a checked filter, for example from a request
 * @param mandatory a checked filter of the same schema, made by the server
 * @returns a filter that matches the records that match both
 * @throws TypeError if either is not a checked filter, for example undefined
 * @throws FilterError `limit-exceeded` if the result would nest too deep
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
