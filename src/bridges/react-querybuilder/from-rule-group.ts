import type { Filter } from "../../filter/filter.ts"
import type { Limits } from "../../read/limits.ts"
import type { Schema } from "../../schema/schema.ts"
import { assertOptions } from "../assert-options.ts"
import { readModel } from "../model-reader.ts"
import { RuleGroupReader } from "./rule-group-reader.ts"

/** How {@link fromRuleGroup} reads a query. */
export interface FromRuleGroupOptions {
  /**
   * What to do with a group without rules, and with a rule that lacks its field, operator or value: refuse the query
   * (`"error"`), or leave the rule or the group out (`"skip"`). A query of which nothing is left is always refused.
   * Default: `"error"`.
   */
  readonly incomplete?: "error" | "skip"
  /** How large the query may be, as for `parseFilter`. Each rule and each group counts as one name. */
  readonly limits?: Partial<Limits>
}

const INCOMPLETE: readonly unknown[] = ["error", "skip"]

/**
 * Makes a checked filter of a query of React Query Builder, version 7 or 8. What no filter means exactly is refused, so
 * the filter never matches more than the query says.
 *
 * @param schema the fields that the query may use
 * @param group the query, as React Query Builder returns it, with or without independent combinators. It may come from
 * a client: any value is accepted or refused
 * @param options what to do with incomplete rules, and the limits
 * @returns the filter, checked and deeply frozen
 * @throws FilterError with every mistake. The `path` of each leads to the rule: `["rules", 0]`
 * @throws TypeError when the first argument is no schema, and RangeError when an option is unknown or invalid: mistakes
 * of the program
 *
 * @example
 * ```ts
 * const group = { combinator: "and", rules: [{ field: "firstName", operator: "beginsWith", value: "Jan" }] }
 * stringify(fromRuleGroup(customers, group)) // '{"firstName":{"$gte":"Jan","$lt":"Jao"}}'
 * ```
 */
export function fromRuleGroup<S extends Schema>(
  schema: S,
  group: unknown,
  options: FromRuleGroupOptions = {},
): Filter<S> {
  assertOptions(options, ["incomplete", "limits"])
  const { incomplete = "error", limits } = options
  if (!INCOMPLETE.includes(incomplete)) throw new RangeError('incomplete must be "error" or "skip"')
  return readModel(schema, limits, (reader) =>
    new RuleGroupReader(reader, incomplete === "skip").query(group),
  )
}
