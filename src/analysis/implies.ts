import { type Filter, isFilter } from "../filter/filter.ts"
import type { RecordOf } from "../schema/record-of.ts"
import type { Schema } from "../schema/schema.ts"
import { budgetOf, DEFAULT_BUDGET, type Spend } from "./decide/budget.ts"
import { findRecord } from "./decide/find-record.ts"
import { recordOf } from "./decide/record.ts"

/** How much work a question may take. */
export interface DecideOptions {
  /**
   * The most steps, each of about 0.1 microseconds. Default: 200,000. Questions about filters that people write take
   * some hundreds.
   */
  readonly budget?: number
}

/**
 * The answer to a question about all records of a schema. `no` comes with a record that proves it: with some
 * properties that the filters name, and no others. A property that it lacks is null, or makes no difference. No
 * property and no related record can be left out of it, unless the budget ran out. `unknown`: the budget did not
 * suffice, or the question is about texts that contain some texts and lack others, and no such text is known.
 */
export type Answer<S extends Schema = Schema> =
  | { readonly answer: "yes" }
  | { readonly answer: "no"; readonly record: RecordOf<S> }
  | { readonly answer: "unknown" }

/**
 * Decides whether every record that one filter matches, the other matches too. Use it for caches and permissions: does
 * what is known include what is wanted?
 *
 * @param a a checked filter
 * @param b another checked filter of the same schema
 * @param options the budget
 * @returns `no` with a record that `a` matches and `b` does not match
 * @throws TypeError if either is not a checked filter
 * @throws RangeError if the budget is not a positive integer
 *
 * @example
 * ```ts
 * const young = parseFilter(customers, '{"id":{"$gt":100}}')
 * const some = parseFilter(customers, '{"id":{"$in":[200,300]},"state":"active"}')
 * implies(some, young) // { answer: "yes" }
 * implies(young, some) // { answer: "no", record: { id: 101 } }
 * ```
 */
export function implies<S extends Schema>(
  a: Filter<S>,
  b: Filter<S>,
  options: DecideOptions = {},
): Answer<S> {
  return noRecord([a], [b], budgetOf(options.budget))
}

/**
 * Decides whether no record matches both filters.
 *
 * @param a a checked filter
 * @param b another checked filter of the same schema
 * @param options the budget
 * @returns `no` with a record that both match
 * @throws TypeError if either is not a checked filter
 * @throws RangeError if the budget is not a positive integer
 *
 * @example
 * ```ts
 * const a = parseFilter(customers, '{"id":{"$lt":5}}')
 * disjoint(a, parseFilter(customers, '{"id":{"$gte":5}}')) // { answer: "yes" }
 * disjoint(a, parseFilter(customers, '{"id":{"$ne":0}}')) // { answer: "no", record: { id: 1 } }
 * ```
 */
export function disjoint<S extends Schema>(
  a: Filter<S>,
  b: Filter<S>,
  options: DecideOptions = {},
): Answer<S> {
  return noRecord([a, b], [], budgetOf(options.budget))
}

/**
 * Decides whether two filters match the same records.
 *
 * @param a a checked filter
 * @param b another checked filter of the same schema
 * @param options the budget, of which each direction takes half
 * @returns `no` with a record that one of them matches and the other does not match
 * @throws TypeError if either is not a checked filter
 * @throws RangeError if the budget is not a positive integer
 *
 * @example
 * ```ts
 * const a = parseFilter(customers, '{"$or":[{"id":{"$lt":5}},{"id":{"$gt":5}}]}')
 * equivalent(a, parseFilter(customers, '{"id":{"$ne":5}}')) // { answer: "yes" }
 * equivalent(a, parseFilter(customers, '{"id":{"$ne":6}}')) // { answer: "no", record: { id: 6 } }
 * ```
 */
export function equivalent<S extends Schema>(
  a: Filter<S>,
  b: Filter<S>,
  options: DecideOptions = {},
): Answer<S> {
  const { budget = DEFAULT_BUDGET } = options
  const half = Math.ceil(budget / 2)
  const forwards = noRecord([a], [b], budgetOf(half))
  if (forwards.answer === "no") return forwards
  const backwards = noRecord([b], [a], budgetOf(half))
  return backwards.answer === "yes" ? forwards : backwards
}

/** The answer to the question whether no record satisfies all of some filters and none of others. */
function noRecord<S extends Schema>(
  matching: readonly Filter<S>[],
  others: readonly Filter<S>[],
  spend: Spend,
): Answer<S> {
  const [first] = matching
  // Whatever its size is, a filter implies itself.
  const found = first === others[0] && isFilter(first) ? "none" : findRecord(matching, others, spend)
  if (found === "none") return { answer: "yes" }
  if (found === "unknown") return { answer: "unknown" }
  return { answer: "no", record: recordOf(found) as RecordOf<S> }
}
