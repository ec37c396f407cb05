import type { Field } from "../schema/field.ts"
import { type Operator, operators } from "../schema/operators.ts"
import { fieldTypes } from "../schema/types/index.ts"
import type { Definitions } from "./definitions.ts"
import type { JsonSchema } from "./keywords.ts"
import { valueSchemas } from "./values.ts"

/** How many items a list may have: nothing, where nothing limits it. */
export type ListLimit = Pick<JsonSchema, "maxItems">

/**
 * What a filter may say of a field: a value, or an object of operators. Fields of one type that take
 * all of its operators share a definition; one with fewer, or with values of its own, has its conditions in place.
 */
export function conditionsOn(field: Field, definitions: Definitions, limit: ListLimit): JsonSchema {
  const make = () => conditions(field, definitions, limit)
  const shared =
    field.type !== "enum" && fieldTypes[field.type].operators.every((name) => field.operators.includes(name))
  const description = describe(field)
  return {
    ...(description !== "" && { description }),
    ...(shared ? definitions.refer(`${nameOf(field, field.nullable)}Condition`, make) : make()),
  }
}

function conditions(field: Field, definitions: Definitions, limit: ListLimit): JsonSchema {
  const object: JsonSchema = {
    type: "object",
    properties: Object.fromEntries(
      field.operators.map((name) => [name, operand(field, name, definitions, limit)]),
    ),
    additionalProperties: false,
    minProperties: 1,
  }
  return field.operators.includes("$eq") ? { anyOf: [value(field, "$eq", definitions), object] } : object
}

function operand(field: Field, name: Operator, definitions: Definitions, limit: ListLimit): JsonSchema {
  const { doc, operand } = operators[name]
  const one = value(field, name, definitions)
  return { description: doc, ...(operand === "list" ? { type: "array", items: one, ...limit } : one) }
}

/** One value of a field, and null where both the field and the operator take it. */
function value(field: Field, operator: Operator, definitions: Definitions): JsonSchema {
  const make = () => valueSchemas[field.type](field)
  if (field.type === "opaque") return make()
  const present = field.type === "enum" ? make() : definitions.refer(nameOf(field, false), make)
  if (!field.nullable || !operators[operator].nullable) return present
  return field.type === "enum"
    ? { ...present, type: ["string", "null"], enum: [...(present.enum ?? []), null] }
    : definitions.refer(nameOf(field, true), () => ({ anyOf: [present, { type: "null" }] }))
}

/** The name of a definition: `integer`, `integerOrNull`. */
function nameOf({ type }: Field, nullable: boolean): string {
  return nullable && type !== "opaque" ? `${type}OrNull` : type
}

/** What a field is, as far as it is not to be seen from its values. */
function describe({ description, resource, caseSensitive }: Field): string {
  return [
    description,
    resource !== undefined && `The id of one of the ${resource}`,
    !caseSensitive && "The letters A to Z equal a to z",
  ]
    .filter(Boolean)
    .join(". ")
}
