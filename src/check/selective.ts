import { budgetOf } from "../analysis/decide/budget.ts"
import { findRecord } from "../analysis/decide/find-record.ts"
import type { Rule } from "./rule.ts"

/**
 * The filter excludes at least one record. The rule keeps a bulk update from changing every record by
 * accident. A list of all values of an enum is such an accident too, even if some record has a value that the
 * schema does not list. The rule is not in the list, because only the option `requireSelective` turns it on. It also needs
 * analysis, which must stay out of the bundle of a client that only builds filters.
 *
 * @param maximum the most steps that the decision may take
 */
export function selective(maximum: number): Rule<"filter"> {
  // The text of a filter with a mistake is checked once more to report it. The answer is the same then.
  let excluded: ReturnType<typeof findRecord> | undefined
  return {
    on: "filter",
    check(filter) {
      excluded ??= findRecord([], [filter], budgetOf(maximum), true)
      if (typeof excluded === "object") return undefined
      if (excluded === "unknown")
        return {
          code: "limit-exceeded",
          message: `It takes more than ${maximum} steps to decide whether the filter matches every record`,
          params: { limit: "maxGuardSteps", maximum },
          hint: "write fewer conditions, or fewer alternatives in $or",
          span: undefined,
        }
      return {
        code: "matches-everything",
        message: "The filter matches every record, which is not allowed here",
        params: {},
        hint: "add a condition that selects the records you mean",
        span: undefined,
      }
    },
  }
}
