import { matchesEverything } from "../analysis/matches.ts"
import type { Filter } from "../filter/filter.ts"
import type { Objection } from "./rule.ts"

/** The filter leaves some record out: the guard of a bulk update, which must not change every record by accident. */
export function selective(filter: Filter): Objection | undefined {
  if (!matchesEverything(filter)) return undefined
  return {
    code: "matches-everything",
    message: "The filter matches every record, which is not allowed here",
    hint: "add a condition that says which records are meant",
    span: undefined,
  }
}
