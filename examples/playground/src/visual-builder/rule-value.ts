import type { RuleGroupType, RuleType } from "react-querybuilder"

/** A value as the filter or an input has it. Null is a value that is still to be written. */
export type Written = string | number | boolean | null

/** How many values a rule has: a list, the two ends of a range, none, or one. */
export type ValueForm = "list" | "range" | "none" | "one"

const forms: ReadonlyMap<string, ValueForm> = new Map([
  ["in", "list"],
  ["notIn", "list"],
  ["between", "range"],
  ["notBetween", "range"],
  ["null", "none"],
  ["notNull", "none"],
])

export function formOf(operator: string): ValueForm {
  return forms.get(operator) ?? "one"
}

/** The values of a rule that are written. In a list, the empty text is a value. Alone, it is what an erased input has. */
export function writtenValues(value: unknown): readonly Written[] {
  if (Array.isArray(value)) return value.filter((item) => item !== null)
  return value === null || value === undefined || value === "" ? [] : [value as Written]
}

const inForm: Readonly<Record<ValueForm, (value: unknown) => unknown>> = {
  // A text must not become a list by itself: fromRuleGroup would split it at its commas.
  list: writtenValues,
  range: (value) => {
    const [least = null, greatest = null] = Array.isArray(value) ? value : writtenValues(value)
    return [least, greatest]
  },
  // It is there again when the user returns to the operator before.
  none: (value) => value,
  one: (value) => (Array.isArray(value) ? oneValue(writtenValues(value)[0]) : value),
}

/** The one value of a rule as fromRuleGroup reads it: the empty text alone would be no value. */
export function oneValue(value: Written | undefined): unknown {
  return value === "" ? [value] : (value ?? null)
}

/** The query with a value in each rule that fits its operator. A rule keeps what it can when its operator changes. */
export function withFittingValues(query: RuleGroupType): RuleGroupType {
  return {
    ...query,
    rules: query.rules.map((rule) => ("rules" in rule ? withFittingValues(rule) : withFittingValue(rule))),
  }
}

function withFittingValue(rule: RuleType): RuleType {
  return { ...rule, value: inForm[formOf(rule.operator)](rule.value) }
}
