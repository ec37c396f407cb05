import type { Filter } from "../filter/filter.ts"
import { isConstant, simplify } from "./simplify.ts"

/**
 * Whether every record is certain to match: the guard of a bulk update. It never says yes to a filter
 * that leaves a record out; it may miss one that matches everything in a roundabout way.
 *
 * @param filter a checked filter
 * @returns true when no record can fail to match
 *
 * @example
 * ```ts
 * matchesEverything(parseFilter(customers, '{"$or":[{"id":{"$lt":7}},{"id":{"$gte":7}}]}')) // true
 * matchesEverything(parseFilter(customers, '{"id":{"$ne":7}}')) // false
 * ```
 */
export function matchesEverything(filter: Filter): boolean {
  return isConstant("and", simplify(filter))
}

/**
 * Whether no record can match, so that a database need not be asked. It never says yes to a filter
 * that some record satisfies; it may miss one that matches nothing in a roundabout way.
 *
 * @param filter a checked filter
 * @returns true when no record can match
 *
 * @example
 * ```ts
 * matchesNothing(parseFilter(customers, '{"id":{"$in":[1,2],"$gt":5}}')) // true
 * matchesNothing(parseFilter(customers, '{"id":{"$in":[1,2]}}')) // false
 * ```
 */
export function matchesNothing(filter: Filter): boolean {
  return isConstant("or", simplify(filter))
}
