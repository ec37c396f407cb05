import { propertyTestOf } from "../backends/predicate/property-test.ts"
import { getterOf, hasProperty } from "../backends/predicate/read-property.ts"
import { recordCheck } from "../backends/predicate/record-check.ts"
import { ruleOf } from "../backends/predicate/rule.ts"
import { and, type Condition, type Filter, or } from "../filter/filter.ts"
import { fold } from "../filter/fold.ts"
import type { RecordOf } from "../schema/record-of.ts"
import type { Schema } from "../schema/schema.ts"
import { isConstant } from "./simplify.ts"

/**
 * Decides the conditions on the fields of a record that you know, and returns the filter that is left for the others.
 * A record matches the filter exactly if its other fields match the result.
 *
 * The known record has the forms that a predicate reads: see {@link RecordOf}. A property that it lacks is unknown.
 * A property that is null or undefined is known to be null. A relation that it has is known completely: the array
 * has all related records, and a property that a related record lacks is null.
 *
 * If the known fields decide the answer, the result is `{}`, which matches every record, or `{"$or":[]}`, which matches
 * none: ask `matchesEverything` and `matchesNothing`. Otherwise the conditions that are left keep their order. It is not
 * simplified.
 *
 * @param filter a checked filter
 * @param known the properties of a record that are known
 * @returns a filter on the other fields only
 * @throws TypeError if the filter is not a checked filter; if `known` is no object; or if a known value that the filter
 * asks for has none of the forms of the field's type, even if another condition decides
 *
 * @example
 * ```ts
 * const filter = parseFilter(customers, '{"$or":[{"trusted":true,"state":"active"},{"id":{"$in":[1,2]}}]}')
 * stringify(assume(filter, { trusted: true })) // '{"$or":[{"state":"active"},{"id":{"$in":[1,2]}}]}'
 * stringify(assume(filter, { trusted: null })) // '{"id":{"$in":[1,2]}}'
 * matchesEverything(assume(filter, { id: 2 })) // true
 * matchesNothing(assume(filter, { trusted: false, id: 3 })) // true
 * ```
 */
export function assume<S extends Schema>(filter: Filter<S>, known: RecordOf<S>): Filter<S> {
  recordCheck("The known record", undefined)(known)
  return fold<Filter<S>, S>(filter, {
    // An empty operand of the same kind disappears.
    and: (operands) => (operands.some((one) => isConstant("or", one)) ? or([]) : and([...operands])),
    or: (operands) => (operands.some((one) => isConstant("and", one)) ? and([]) : or([...operands])),
    condition(node) {
      const answer = answerOf(node, known)
      if (answer === undefined) return node
      return answer ? and([]) : or([])
    },
  })
}

/** Whether a record satisfies a condition. Undefined if the record does not have the property that the condition tests. */
function answerOf(condition: Condition, record: object): boolean | undefined {
  const { property, test } = propertyTestOf(condition, ruleOf(condition), undefined)
  const value = getterOf(property, undefined)(record, property)
  return value === undefined && !hasProperty(record, property) ? undefined : test(value)
}
