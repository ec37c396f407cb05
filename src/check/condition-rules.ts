import { allowedOperator } from "./allowed-operator.ts"
import { flatList } from "./flat-list.ts"
import { knownField } from "./known-field.ts"
import { nullableField } from "./nullable-field.ts"
import { nullableOperator } from "./nullable-operator.ts"
import { operandShape } from "./operand-shape.ts"
import type { AnyRule } from "./rule.ts"
import { typedValue } from "./typed-value.ts"

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
