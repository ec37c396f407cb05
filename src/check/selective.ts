import { matchesEverything } from "../analysis/matches.ts"
import type { Rule } from "./rule.ts"

/**
 * The filter excludes some record. This guards a bulk update, which must not change every record by
 * accident. The rule is not in the list: only the option `requireSelective` turns it on, and it needs
 * analysis, which the builder must not pull into the bundle of a client.
 */
export const selective: Rule<"filter"> = {
  on: "filter",
  check(filter) {
    if (!matchesEverything(filter)) return undefined
    return {
      code: "matches-everything",
      message: "The filter matches every record, which is not allowed here",
      hint: "add a condition that selects the records you mean",
      span: undefined,
    }
  },
}
