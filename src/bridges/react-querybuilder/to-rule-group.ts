import type { RuleGroupType, RuleType } from "react-querybuilder"
import { type Condition, conditionValues, type Filter } from "../../filter/filter.ts"
import { fold } from "../../filter/fold.ts"
import type { Field } from "../../schema/field.ts"
import type { Value } from "../../schema/field-type.ts"
import { isNegative, type Operator, takesList } from "../../schema/operators.ts"
import type { Schema } from "../../schema/schema.ts"
import { EVERY_RECORD, NO_RECORD } from "./empty-filter.ts"
import { emptyTextRules } from "./empty-text.ts"
import type { RuleOperatorName } from "./rule-operators.ts"

/** A value of a filter in a rule. */
type RuleValue = string | number | boolean | null

/** A rule of a {@link FilterRuleGroup}. Its value is a list if the operator takes one. */
export type FilterRule = RuleType<string, RuleOperatorName, RuleValue | RuleValue[]>

/** A query of React Query Builder that a filter became. */
export type FilterRuleGroup = RuleGroupType<FilterRule, "and" | "or">

/** What a part of a filter becomes. A part that matches every record, or none, vanishes in the parts around it. */
type Shown = FilterRule | FilterRuleGroup | typeof EVERY_RECORD | typeof NO_RECORD

/**
 * Shows a filter as a query of React Query Builder, version 7 or 8. `fromRuleGroup` makes a filter of it that means the
 * same.
 *
 * A filter that matches every record, or none, becomes a rule with `$and`, or `$or`, in place of the field: a query
 * without rules is one that nobody has written yet.
 *
 * @param filter a checked filter
 * @returns the query, for the property `query` or `defaultQuery`. It has no group without rules and no ids
 * @throws TypeError when the filter is not a checked filter
 *
 * @example
 * ```ts
 * toRuleGroup(parseFilter(customers, '{"state":"active","id":{"$nin":[1,2]}}'))
 * // {
 * //   combinator: "and",
 * //   rules: [
 * //     { field: "state", operator: "=", value: "active" },
 * //     { field: "id", operator: "notIn", value: [1, 2] },
 * //   ],
 * // }
 * ```
 */
export function toRuleGroup<S extends Schema>(filter: Filter<S>): FilterRuleGroup {
  const shown = fold<Shown, S>(filter, {
    and: (parts) => group("and", parts),
    or: (parts) => group("or", parts),
    condition: (condition) => ruleOf(condition as Condition),
  })
  if (typeof shown === "string")
    return { combinator: "and", rules: [{ field: shown, operator: "in", value: [] }] }
  return "rules" in shown ? shown : { combinator: "and", rules: [shown] }
}

function group(combinator: "and" | "or", parts: readonly Shown[]): Shown {
  const [neutral, absorbing] =
    combinator === "and" ? ([EVERY_RECORD, NO_RECORD] as const) : ([NO_RECORD, EVERY_RECORD] as const)
  const rules: (FilterRule | FilterRuleGroup)[] = []
  for (const part of parts) {
    if (part === absorbing) return absorbing
    if (typeof part === "string") continue
    // One by one: spreading a long list into arguments would exhaust the stack.
    if ("rules" in part && part.combinator === combinator) for (const rule of part.rules) rules.push(rule)
    else rules.push(part)
  }
  const [only] = rules
  if (only === undefined) return neutral
  return rules.length === 1 ? only : { combinator, rules }
}

const operatorNames: Readonly<Record<Operator, RuleOperatorName>> = {
  $eq: "=",
  $ne: "!=",
  $lt: "<",
  $lte: "<=",
  $gt: ">",
  $gte: ">=",
  $in: "in",
  $nin: "notIn",
  $contains: "contains",
}

function ruleOf(condition: Condition): Shown {
  const { field, operator } = condition
  const values = conditionValues(condition)
  const written = values.filter((value) => value !== null).map(shownValue)
  const isNegated = isNegative(operator)
  const rules: Shown[] = []
  if (takesList(operator)) {
    if (written.length > 0)
      rules.push({ field: field.name, operator: operatorNames[operator], value: written })
  } else if (written.length > 0) rules.push(oneValueRule(field, operator, written[0] ?? null))
  // A list in a rule has no null: the exports of React Query Builder would make the text "null" of it.
  if (written.length < values.length)
    rules.push({ field: field.name, operator: isNegated ? "notNull" : "null", value: null })
  return group(isNegated ? "and" : "or", rules)
}

function oneValueRule(field: Field, operator: Operator, value: FilterRule["value"]): Shown {
  const rule = { field: field.name, operator: operatorNames[operator], value }
  if (value !== "") return rule
  const names = emptyTextRules(field, operator)
  if (names === undefined) return { ...rule, value: [value] }
  if (names === NO_RECORD) return names
  return group(
    "and",
    names.map((name) => ({ field: field.name, operator: name, value: name === "notNull" ? null : [value] })),
  )
}

/** An integer beyond 2^53 becomes its digits: JSON has no bigint. */
function shownValue(value: Value): string | number | boolean {
  return typeof value === "bigint" ? String(value) : value
}
