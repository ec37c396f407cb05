import type { Field } from "../schema/field.ts"
import { IMPLICIT_OPERATOR, operators } from "../schema/operators.ts"
import type { Schema } from "../schema/schema.ts"
import { valueTypes } from "./values.ts"

/** The number of conditions in an example. */
const CONDITIONS = 3

/** A filter that the schema accepts: conditions on its first fields, each of a different type. */
export function exampleFilter(schema: Schema): Readonly<Record<string, unknown>> {
  const firstOfType = new Map<string, Field>()
  for (const field of schema.fields.values()) {
    if (field.operators.length > 0 && !firstOfType.has(field.type)) firstOfType.set(field.type, field)
  }
  return Object.fromEntries(
    [...firstOfType.values()].slice(0, CONDITIONS).map((field) => [field.name, exampleCondition(field)]),
  )
}

function exampleCondition(field: Field): unknown {
  const { schema, exampleOperator } = valueTypes[field.type]
  const { examples, enum: listed } = schema(field)
  const value = examples?.[0] ?? listed?.[0] ?? null
  const preferred = [exampleOperator, IMPLICIT_OPERATOR, ...field.operators] as const
  const operator = preferred.find((name) => field.operators.includes(name)) ?? IMPLICIT_OPERATOR
  if (operator === IMPLICIT_OPERATOR) return value
  return { [operator]: operators[operator].operand === "list" ? [value] : value }
}
