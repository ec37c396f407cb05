import type { Filter } from "../filter/filter.ts"
import { fold } from "../filter/fold.ts"
import { isConstant, simplifier, simplify } from "./simplify.ts"

/**
 * Tells whether a filter certainly matches every record: the guard for a bulk update. True is always right. False may
 * be wrong for a filter that matches every record in a complicated way. A list of all values of an enum does not match
 * every record, because a record may hold a value that the schema does not list.
 *
 * @param filter a checked filter
 * @returns true if every record matches
 * @throws TypeError if the filter is not a checked filter
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

/** Whether a filter certainly matches every record whose enum fields have no other values than the listed ones. */
export function matchesEveryListed(filter: Filter): boolean {
  return isConstant("and", fold(filter, simplifier(true)))
}

/**
 * Tells whether a filter certainly matches no record, so that you can skip the query. True is always right. False may
 * be wrong for a filter that matches no record in a complicated way.
 *
 * @param filter a checked filter
 * @returns true if no record matches
 * @throws TypeError if the filter is not a checked filter
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
