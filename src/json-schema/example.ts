import type { Field } from "../schema/field.ts"
import { operators } from "../schema/operators.ts"
import type { Schema } from "../schema/schema.ts"
import { valueSchemas } from "./values.ts"

/** How many conditions show what a filter looks like. */
const CONDITIONS = 3

/** A filter that the schema allows: conditions on its first fields, each of another type. */
export function exampleFilter(schema: Schema): Readonly<Record<string, unknown>> {
  const firstOfType = new Map<string, Field>()
  for (const field of schema.fields.values()) {
    if (field.operators.length > 0 && !firstOfType.has(field.type)) firstOfType.set(field.type, field)
  }
  return Object.fromEntries(
    [...firstOfType.values()].slice(0, CONDITIONS).map((field) => [field.name, exampleCondition(field)]),
  )
}

/** Types with an order are asked for one, but for strings, which people ask for equality. */
function exampleCondition(field: Field): unknown {
  const { examples, enum: listed } = valueSchemas[field.type](field)
  const value = examples?.[0] ?? listed?.[0] ?? null
  if (field.type !== "string" && field.operators.includes("$gte")) return { $gte: value }
  const [first = "$eq"] = field.operators
  if (field.operators.includes("$eq")) return value
  return { [first]: operators[first].operand === "list" ? [value] : value }
}
