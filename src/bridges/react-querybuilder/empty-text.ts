import type { Field } from "../../schema/field.ts"
import type { Operator } from "../../schema/operators.ts"
import { NO_RECORD } from "./empty-filter.ts"
import { type RuleOperatorName, ruleOperators, supports } from "./rule-operators.ts"

/** The operators of rules that together mean a comparison with the empty text. Those of lists have it as the only item. */
const ruleNames: Readonly<Record<Operator, readonly RuleOperatorName[] | typeof NO_RECORD>> = {
  $eq: ["in"],
  $ne: ["notIn"],
  // It is the least text.
  $lt: NO_RECORD,
  $lte: ["in"],
  $gt: ["notIn", "notNull"],
  $gte: ["notNull"],
  $contains: ["notNull"],
  $in: ["in"],
  $nin: ["notIn"],
}

/**
 * What a comparison with the empty text becomes. A rule with one value cannot have it: an empty input is one that a user
 * has not written yet, and the component of React Query Builder makes an empty input of `[""]`.
 *
 * @returns the operators of the rules that must all match. Undefined if the field has no such rules
 */
export function emptyTextRules(
  field: Field,
  operator: Operator,
): readonly RuleOperatorName[] | typeof NO_RECORD | undefined {
  const names = ruleNames[operator]
  if (names === NO_RECORD) return names
  // Some related record has a text: no rule says so.
  if (field.relation?.cardinality === "many" && names.includes("notNull")) return undefined
  const needed = names.filter((name) => field.nullable || name !== "notNull")
  return needed.every((name) => supports(field, ruleOperators[name])) ? needed : undefined
}
