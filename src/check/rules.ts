import { allowedOperator } from "./allowed-operator.ts"
import { emptyOr } from "./empty-or.ts"
import { filterObject } from "./filter-object.ts"
import { flatList } from "./flat-list.ts"
import { knownField } from "./known-field.ts"
import { knownOperator } from "./known-operator.ts"
import { logicalOperands } from "./logical-operands.ts"
import { noOperatorAsField } from "./no-operator-as-field.ts"
import { nullableField } from "./nullable-field.ts"
import { nullableOperator } from "./nullable-operator.ts"
import { operandShape } from "./operand-shape.ts"
import type { AnyRule, ConditionKind, NodeKind, RuleOn } from "./rule.ts"
import { singleValue } from "./single-value.ts"
import { someOperator } from "./some-operator.ts"
import { typedValue } from "./typed-value.ts"
import { uniqueNames } from "./unique-names.ts"

/**
 * The rules on the JSON structure around conditions. The builder makes that structure itself, so it does
 * not load them.
 */
const structureRules: readonly RuleOn<Exclude<NodeKind, ConditionKind>>[] = [
  filterObject,
  uniqueNames,
  logicalOperands,
  emptyOr,
  noOperatorAsField,
  singleValue,
  someOperator,
  knownOperator,
]

/** The rules on a condition. They apply to a text, a JSON value and a call of the builder. */
export const conditionRules: readonly AnyRule[] = [
  knownField,
  allowedOperator,
  operandShape,
  flatList,
  nullableOperator,
  nullableField,
  typedValue,
]

/**
 * The rules that a syntax tree must satisfy. The order matters for two reasons. A rule on a condition relies
 * on the rules before it: the field is known before its operator is checked, and the operator before its
 * operand. For one kind of node, the first objection ends the check of the node, so one mistake is not
 * reported twice.
 */
export const rules: readonly AnyRule[] = /* @__PURE__ */ (structureRules as readonly AnyRule[]).concat(
  conditionRules,
)
