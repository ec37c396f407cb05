import type { Filter } from "../filter/filter.ts"
import { findRecord } from "./decide/find-record.ts"

/**
 * Decides whether a filter matches every record. True is always right. False may be wrong for a filter so
 * complicated that the question exceeds its budget: see {@link implies}. A list of all values of an enum does not match
 * every record, because a record may have a value that the schema does not list.
 *
 * @param filter a checked filter
 * @returns true if every record matches
 * @throws TypeError if the filter is not a checked filter
 *
 * @example
 * ```ts
 * matchesEverything(parseFilter(customers, '{"$or":[{"id":{"$lte":7}},{"id":{"$gte":8}}]}')) // true
 * matchesEverything(parseFilter(customers, '{"id":{"$ne":7}}')) // false
 * ```
 */
export function matchesEverything(filter: Filter): boolean {
  return findRecord([], [filter]) === "none"
}

/**
 * Decides whether a filter matches no record, so that you can skip the query. True is always right. False may
 * be wrong for a filter so complicated that the question exceeds its budget: see {@link implies}.
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
  return findRecord([filter], []) === "none"
}
