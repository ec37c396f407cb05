import { EACH_FOR_ITSELF } from "../../../check/translation/one-row.ts"
import { andThen, type Translation } from "../../../check/translation/translation.ts"
import type { Filter } from "../../../filter/filter.ts"
import { valueOrder } from "../../value-order.ts"
import { oneValue } from "../one-value.ts"
import { blank, notBlank } from "./blank.ts"
import type { GridOperator, Rule } from "./filter-kind.ts"

/** An operator that compares with one value. */
export type Comparison =
  | "equals"
  | "notEqual"
  | "greaterThan"
  | "greaterThanOrEqual"
  | "lessThan"
  | "lessThanOrEqual"

/** The values that compare so. A record without a value is not among them, whatever the comparison. */
export type Compare = (rule: Rule, comparison: Comparison, value: unknown) => Translation

const NOT_ASCENDING =
  "the first value is not less than the second, and the advanced filter of AG Grid ignores such a rule: swap the values"

/** The values between two ends. Neither end belongs to the range. */
function inRange(rule: Rule, compare: Compare, from: unknown, to: unknown): Translation {
  const { on, isAdvanced } = rule
  const above = compare(rule, "greaterThan", from)
  const range = oneValue(on.field, [above, compare(rule, "lessThan", to)])
  if (!isAdvanced) return range
  return andThen(range, () =>
    // The values are ones, because there is a range of them.
    valueOrder(on.field, above as Filter, compare(rule, "greaterThan", to) as Filter) < 0
      ? range
      : NOT_ASCENDING,
  )
}

/** The operators on numbers and dates. */
export function scalarOperators(compare: Compare): Readonly<Record<string, GridOperator>> {
  const by = (comparison: Comparison): GridOperator => ({
    takes: 1,
    translate: (rule, value) => compare(rule, comparison, value),
  })
  return {
    equals: by("equals"),
    notEqual: {
      takes: 1,
      translate: (rule, value) => (rule.on.isMany ? EACH_FOR_ITSELF : compare(rule, "notEqual", value)),
    },
    greaterThan: by("greaterThan"),
    greaterThanOrEqual: by("greaterThanOrEqual"),
    lessThan: by("lessThan"),
    lessThanOrEqual: by("lessThanOrEqual"),
    inRange: { takes: 2, translate: (rule, from, to) => inRange(rule, compare, from, to) },
    blank,
    notBlank,
  }
}
