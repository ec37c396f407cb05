import { and, type Filter, or } from "../../filter/filter.ts"

/** The names that stand in a rule in place of a field, for a filter without conditions. No field can have such a name. */
export const EVERY_RECORD = "$and"
export const NO_RECORD = "$or"

/**
 * A query without rules is one that nobody has written yet. So a filter that matches every record, or none, becomes a
 * rule that says so: `{"$and":[]}`, or `{"$or":[]}`. Its operator takes a list: the component of React Query Builder makes
 * one value of any other list.
 */
export function emptyFilter(field: unknown, operator: unknown, value: unknown): Filter | undefined {
  if (operator !== "in" || !Array.isArray(value) || value.length > 0) return undefined
  if (field === EVERY_RECORD) return and([])
  return field === NO_RECORD ? or([]) : undefined
}
