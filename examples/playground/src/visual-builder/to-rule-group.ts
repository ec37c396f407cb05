import type { Condition, Filter } from "desk-filter"
import type { Rule, RuleGroup } from "./rule-group.ts"

/** Shows a filter as rules. */
export function toRuleGroup(filter: Filter): RuleGroup {
  if (filter.kind === "and" || filter.kind === "or")
    return {
      combinator: filter.kind,
      rules: filter.operands.map((operand) =>
        operand.kind === "and" || operand.kind === "or" ? toRuleGroup(operand) : toRule(operand),
      ),
    }
  return { combinator: "and", rules: [toRule(filter)] }
}

function toRule(condition: Condition): Rule {
  const { field, operator } = condition
  if ("values" in condition)
    return { field: field.name, operator, value: condition.values.map((value) => textOf(value)) }
  if (condition.value !== null) return { field: field.name, operator, value: textOf(condition.value) }
  return { field: field.name, operator: operator === "$eq" ? "null" : "notNull", value: null }
}

function textOf(value: string | number | bigint | boolean | null): string | null {
  if (value === null) return null
  // String drops the sign of a negative zero.
  return Object.is(value, -0) ? "-0" : String(value)
}
