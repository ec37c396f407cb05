import type { RuleGroupType, RuleType } from "react-querybuilder"
import { type Filter, type Operator, parseFilter } from "../../../src/index.ts"
import { people } from "../../conformance/people.ts"
import { type Form, inForm } from "./forms.ts"

/** The operators of React Query Builder's own list. */
const operators: Readonly<Record<Operator, string>> = {
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

/** The comparisons with null. */
const nullOperators: Readonly<Partial<Record<Operator, string>>> = { $eq: "null", $ne: "notNull" }

/** The rules that a program would make of the filter, with the values in a form. */
export function ruleGroup(text: string, form: Form): RuleGroupType {
  const rule = ruleOf(parseFilter(people, text), form)
  return "rules" in rule ? rule : { combinator: "and", rules: [rule] }
}

function ruleOf(filter: Filter<typeof people>, form: Form): RuleGroupType | RuleType {
  if (filter.kind === "and" || filter.kind === "or")
    return { combinator: filter.kind, rules: filter.operands.map((operand) => ruleOf(operand, form)) }
  const { field, operator } = filter
  const rule = { field: field.name, operator: operators[operator] }
  if (filter.kind === "in")
    return { ...rule, value: filter.values.map((value) => inForm(form, field, value)) }
  if (filter.value === null) return { ...rule, operator: nullOperators[operator] ?? "null", value: null }
  return { ...rule, value: inForm(form, field, filter.value) }
}
