import { conditionRules } from "./condition-rules.ts"
import { emptyOr } from "./empty-or.ts"
import { filterObject } from "./filter-object.ts"
import { knownOperator } from "./known-operator.ts"
import { logicalOperands } from "./logical-operands.ts"
import { nativeValue } from "./native-value.ts"
import { noForeignName } from "./no-foreign-name.ts"
import { noOperatorAsField } from "./no-operator-as-field.ts"
import { relatedConditions } from "./related-conditions.ts"
import type { AnyRule, ConditionKind, NodeKind, RuleOn } from "./rule.ts"
import { singleValue } from "./single-value.ts"
import { someOperator } from "./some-operator.ts"
import { uniqueNames } from "./unique-names.ts"
import { unwrappedItem } from "./unwrapped-item.ts"
import { unwrappedOperand } from "./unwrapped-operand.ts"

/**
 * The rules on the JSON structure around conditions, and on all conditions together. The builder makes that structure
 * itself, one condition at a time, so it does not load them.
 */
const structureRules: readonly RuleOn<Exclude<NodeKind, ConditionKind>>[] = [
  filterObject,
  uniqueNames,
  logicalOperands,
  emptyOr,
  noOperatorAsField,
  noForeignName,
  singleValue,
  someOperator,
  knownOperator,
  relatedConditions,
]

/**
 * Rules with the objections of rules on a condition, and hints for values in other languages. The builder does not load
 * them: its values come from a program.
 */
const notationRules: readonly RuleOn<ConditionKind>[] = [unwrappedOperand, unwrappedItem, nativeValue]

/**
 * The rules that a syntax tree must satisfy. The order matters for two reasons. A rule on a condition relies
 * on the rules before it: the field is known before its operator is checked, and the operator before its
 * operand. For one kind of node, the first objection ends the check of the node, so one mistake is not
 * reported twice.
 */
export const rules: readonly AnyRule[] = /* @__PURE__ */ (structureRules as readonly AnyRule[]).concat(
  notationRules,
  conditionRules,
)
