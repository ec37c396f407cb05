import type { Field } from "../../schema/field.ts"
import type { FieldType } from "../../schema/field-type.ts"
import type { Operator } from "../../schema/operators.ts"
import { fieldTypes } from "../../schema/types/index.ts"
import { isText } from "../is-text.ts"

/** What the value of a rule is: one value, a list of values, the two ends of a range, or nothing. */
export type RuleValueForm = "one" | "list" | "range" | "none"

/** An operator of React Query Builder's own list that some filter means exactly. */
export interface RuleOperator {
  readonly label: string
  readonly form: RuleValueForm
  /** For each condition that it takes, the operators of a filter that express it. Each condition needs one of them. */
  readonly conditions: readonly (readonly Operator[])[]
  /** Whether it tests for null. */
  readonly testsNull?: true
  /** Whether it also finds records without a value, by a condition of its own. */
  readonly findsNull?: true
  /** Whether it is for texts only. */
  readonly isForTexts?: true
}

/** The name of an operator of React Query Builder that some filter means exactly. */
export type RuleOperatorName =
  | "="
  | "!="
  | "<"
  | "<="
  | ">"
  | ">="
  | "contains"
  | "beginsWith"
  | "doesNotBeginWith"
  | "in"
  | "notIn"
  | "between"
  | "notBetween"
  | "null"
  | "notNull"

/** The operators, in the order in which React Query Builder lists them. */
export const ruleOperators: Readonly<Record<RuleOperatorName, RuleOperator>> = {
  "=": { label: "=", form: "one", conditions: [["$eq"]] },
  "!=": { label: "!=", form: "one", conditions: [["$ne"]] },
  "<": { label: "<", form: "one", conditions: [["$lt"]] },
  ">": { label: ">", form: "one", conditions: [["$gt"]] },
  "<=": { label: "<=", form: "one", conditions: [["$lte"]] },
  ">=": { label: ">=", form: "one", conditions: [["$gte"]] },
  contains: { label: "contains", form: "one", conditions: [["$contains"]] },
  beginsWith: { label: "begins with", form: "one", conditions: [["$gte"], ["$lt"]], isForTexts: true },
  doesNotBeginWith: {
    label: "does not begin with",
    form: "one",
    conditions: [["$lt"], ["$gte"]],
    findsNull: true,
    isForTexts: true,
  },
  null: { label: "is null", form: "none", conditions: [["$eq", "$in"]], testsNull: true },
  notNull: { label: "is not null", form: "none", conditions: [["$ne", "$nin"]], testsNull: true },
  in: { label: "in", form: "list", conditions: [["$in"]] },
  notIn: { label: "not in", form: "list", conditions: [["$nin"]] },
  between: { label: "between", form: "range", conditions: [["$gte"], ["$lte"]] },
  notBetween: { label: "not between", form: "range", conditions: [["$lt"], ["$gt"]], findsNull: true },
}

/** Whether React Query Builder's operator of this name is a filter, for some field. */
export function isRuleOperator(name: string): name is RuleOperatorName {
  return Object.hasOwn(ruleOperators, name)
}

/** Whether two related records might satisfy the two conditions that one of them has to satisfy. */
export function isTwiceOnMany({ relation }: Field, { conditions }: RuleOperator): boolean {
  return conditions.length > 1 && relation?.cardinality === "many"
}

/** Whether a rule with this operator on this field is a filter. */
export function supports(field: Field, operator: RuleOperator): boolean {
  const { nullable, operators, type } = field
  const { nullOnly }: FieldType = fieldTypes[type]
  const { conditions, testsNull, findsNull, isForTexts } = operator
  if (testsNull ? !nullable : nullOnly) return false
  if (isForTexts && !isText(field)) return false
  if (isTwiceOnMany(field, operator)) return false
  if (findsNull && nullable && !operators.includes("$eq")) return false
  return conditions.every((alternatives) => alternatives.some((name) => operators.includes(name)))
}
