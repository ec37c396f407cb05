import type { Field } from "../schema/field.ts"
import type { Operator } from "../schema/operators.ts"
import type { Span } from "../syntax/span.ts"
import { called, type Objection } from "./rule.ts"

/** The operator is one that the field takes: its type has it and its declaration does not leave it out. */
export function allowedOperator(
  operator: Operator,
  span: Span | undefined,
  field: Field,
): Objection | undefined {
  if (field.operators.includes(operator)) return undefined
  return {
    code: "operator-not-allowed",
    message: `${called(field)} of type ${field.type} does not take ${operator}`,
    hint: field.operators.length === 0 ? undefined : `it takes ${field.operators.join(", ")}`,
    span,
  }
}
