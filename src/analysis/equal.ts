import type { Filter } from "../filter/filter.ts"
import { filterKey } from "./filter-key.ts"
import { simplify } from "./simplify.ts"

/**
 * Whether two filters of one schema say the same: once simplified, they differ in nothing but the
 * order of operands. Filters that are equal match the same records; filters that match the same records
 * in ways too different to be seen are not.
 *
 * @param a a checked filter
 * @param b another
 * @returns true when they are equal
 *
 * @example
 * ```ts
 * const a = parseFilter(customers, '{"state":"active","id":{"$in":[2,1]}}')
 * const b = parseFilter(customers, '{"$or":[{"id":1},{"id":2}],"state":{"$eq":"active"}}')
 * equal(a, b) // true
 * ```
 */
export function equal(a: Filter, b: Filter): boolean {
  return filterKey(simplify(a)) === filterKey(simplify(b))
}
