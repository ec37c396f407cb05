import { allowedOperator } from "./allowed-operator.ts"
import { emptyOr } from "./empty-or.ts"
import { filterObject } from "./filter-object.ts"
import { flatList } from "./flat-list.ts"
import { knownField } from "./known-field.ts"
import { knownOperator } from "./known-operator.ts"
import { logicalOperands } from "./logical-operands.ts"
import { nullableField } from "./nullable-field.ts"
import { nullableOperator } from "./nullable-operator.ts"
import { operandShape } from "./operand-shape.ts"
import type { AnyRule } from "./rule.ts"
import { singleValue } from "./single-value.ts"
import { someOperator } from "./some-operator.ts"
import { typedValue } from "./typed-value.ts"
import { uniqueNames } from "./unique-names.ts"

/**
 * The rules that a syntax tree must keep, from the outermost node to the innermost. The order matters
 * in two ways. A rule may rely on every rule before it: the field is known before its operators are
 * checked, and the operator before its operand. And of two rules on one kind of node, the first
 * objection ends the check of that node: nothing is reported only because something else is wrong.
 */
export const rules: readonly AnyRule[] = [
  filterObject,
  uniqueNames,
  logicalOperands,
  emptyOr,
  knownField,
  singleValue,
  someOperator,
  knownOperator,
  allowedOperator,
  operandShape,
  flatList,
  nullableOperator,
  nullableField,
  typedValue,
]
