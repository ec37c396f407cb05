import type { Mistake } from "../diagnostics/diagnostic.ts"
import type { Rule } from "./rule.ts"

/**
 * The filter has at most `maxRelationConditions` conditions on relations to many. A database reads related rows for each
 * of them. The first condition above the limit is reported, and no other.
 */
export const relatedConditions: Rule<"relatedCondition"> = {
  on: "relatedCondition",
  check({ span }, { relatedConditions, maxRelationConditions: maximum }) {
    return relatedConditions === maximum + 1 ? { ...tooManyRelated(maximum), span } : undefined
  },
}

/** The mistake of a filter that has more than so many conditions on relations to many. */
export function tooManyRelated(maximum: number): Mistake<"limit-exceeded"> {
  return {
    code: "limit-exceeded",
    message: `The filter has more than ${maximum} conditions on relations to many`,
    params: { limit: "maxRelationConditions", maximum },
    hint: "use one $in or $nin for many values of one field",
  }
}
