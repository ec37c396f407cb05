import type { Filter } from "../filter/filter.ts"
import { filterKeys } from "./filter-keys.ts"
import { equivalent } from "./implies.ts"
import { simplify } from "./simplify.ts"

/**
 * Decides whether two filters of one schema are equal: they match the same records. True is always right. False may be
 * wrong for filters so complicated that the question exceeds its budget: see {@link equivalent}.
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
  // Filters of any size are equal if they differ only in what simplification removes and in the order of operands.
  return keyOf(simplify(a)) === keyOf(simplify(b)) || equivalent(a, b).answer === "yes"
}
