import type { Field, FieldTypeName } from "../schema/field.ts"
import { IMPLICIT_OPERATOR, type Operator, operators } from "../schema/operators.ts"
import type { Schema } from "../schema/schema.ts"
import { valueTypes } from "./values.ts"

/** The number of conditions in an example. */
const CONDITIONS = 3

/** A filter that the schema accepts: conditions on its first fields, each of a different type. */
export function exampleFilter(schema: Schema): Readonly<Record<string, unknown>> {
  const firstOfType = new Map<FieldTypeName, readonly [name: string, condition: unknown]>()
  for (const field of schema.fields.values()) {
    const operator = operatorFor(field)
    if (operator !== undefined && !firstOfType.has(field.type))
      firstOfType.set(field.type, [field.name, exampleCondition(field, operator)])
  }
  return Object.fromEntries([...firstOfType.values()].slice(0, CONDITIONS))
}

/** The best operator for an example that the field has. Undefined if the field has no operators. */
function operatorFor(field: Field): Operator | undefined {
  const preferred = [valueTypes[field.type].exampleOperator, IMPLICIT_OPERATOR, ...field.operators] as const
  return preferred.find((name) => field.operators.includes(name))
}

function exampleCondition(field: Field, operator: Operator): unknown {
  const { examples, enum: listed } = valueTypes[field.type].schema(field)
  const value = examples?.[0] ?? listed?.[0] ?? null
  if (operator === IMPLICIT_OPERATOR) return value
  return { [operator]: operators[operator].operand === "list" ? [value] : value }
}
