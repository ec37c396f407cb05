import { takesList } from "../schema/operators.ts"
import { operandShape } from "./operand-shape.ts"
import type { Rule } from "./rule.ts"
import { unwrappedText } from "./translation/unwrapped-text.ts"
import { withHint } from "./with-hint.ts"

/** An operand is not an object that wraps a value, as in MongoDB's Extended JSON. */
export const unwrappedOperand: Rule<"operand"> = {
  on: "operand",
  check(operand, context) {
    if (operand.kind !== "misplaced") return undefined
    const { field, operator } = context
    const value = unwrappedText(operand, field)
    const shown = takesList(operator) ? `[${value}]` : value
    return withHint(
      operandShape.check(operand, context),
      value && `write the value itself: {"${operator}":${shown}}`,
    )
  },
}
