import type { Filter } from "../filter/filter.ts"
import { filterKeys } from "./filter-keys.ts"
import { simplify } from "./simplify.ts"

/**
 * Tells whether two filters of one schema are equal: after simplification, they differ only in the order of operands.
 * Equal filters match the same records. Two filters can match the same records and still not be recognised as equal.
 *
 * @param a a checked filter
 * @param b another checked filter
 * @returns true if they are equal
 * @throws TypeError if either is not a checked filter
 *
 * @example
 * ```ts
 * const a = parseFilter(customers, '{"state":"active","id":{"$in":[2,1]}}')
 * const b = parseFilter(customers, '{"$or":[{"id":1},{"id":2}],"state":{"$eq":"active"}}')
 * equal(a, b) // true
 * ```
 */
export function equal(a: Filter, b: Filter): boolean {
  const keyOf = filterKeys()
  return keyOf(simplify(a)) === keyOf(simplify(b))
}
