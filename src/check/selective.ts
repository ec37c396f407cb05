import { matchesEveryListed } from "../analysis/matches.ts"
import type { Rule } from "./rule.ts"

/**
 * The filter excludes at least one record. The rule keeps a bulk update from changing every record by
 * accident. A list of all values of an enum is such an accident too, even if some record has a value that the
 * schema does not list. The rule is not in the list, because only the option `requireSelective` turns it on. It also needs
 * analysis, which must stay out of the bundle of a client that only builds filters.
 */
export const selective: Rule<"filter"> = {
  on: "filter",
  check(filter) {
    if (!matchesEveryListed(filter)) return undefined
    return {
      code: "matches-everything",
      message: "The filter matches every record, which is not allowed here",
      params: {},
      hint: "add a condition that selects the records you mean",
      span: undefined,
    }
  },
}
