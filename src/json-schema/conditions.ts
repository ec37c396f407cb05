import type { Field } from "../schema/field.ts"
import { type Operator, operators } from "../schema/operators.ts"
import { fieldTypes } from "../schema/types/index.ts"
import type { Definitions } from "./definitions.ts"
import type { JsonSchema } from "./keywords.ts"
import { valueTypes } from "./values.ts"

/** The limit on the length of a list. It is empty if lists have no limit. */
export type ListLimit = Pick<JsonSchema, "maxItems">

/**
 * The schema of what a filter may write for a field: a value, or an object of operators. Fields share a
 * definition if their type has the same values for every field and they allow all operators of the type.
 */
export function conditionsOn(field: Field, definitions: Definitions, limit: ListLimit): JsonSchema {
  const make = () => conditionSchema(field, definitions, limit)
  const shared =
    valueTypes[field.type].sameForAllFields &&
    fieldTypes[field.type].operators.every((name) => field.operators.includes(name))
  const description = fieldDescription(field)
  return {
    ...(description !== "" && { description }),
    ...(shared ? definitions.refer(`${definitionName(field, field.nullable)}Condition`, make) : make()),
  }
}

function conditionSchema(field: Field, definitions: Definitions, limit: ListLimit): JsonSchema {
  const object: JsonSchema = {
    type: "object",
    properties: Object.fromEntries(
      field.operators.map((name) => [name, operandSchema(field, name, definitions, limit)]),
    ),
    additionalProperties: false,
    minProperties: 1,
  }
  return field.operators.includes("$eq")
    ? { anyOf: [valueSchema(field, "$eq", definitions), object] }
    : object
}

function operandSchema(field: Field, name: Operator, definitions: Definitions, limit: ListLimit): JsonSchema {
  const { doc, operand } = operators[name]
  const value = valueSchema(field, name, definitions)
  return { description: doc, ...(operand === "list" ? { type: "array", items: value, ...limit } : value) }
}

/** The schema of one value. It includes null if both the field and the operator accept null. */
function valueSchema(field: Field, operator: Operator, definitions: Definitions): JsonSchema {
  const { schema, sameForAllFields, onlyNull } = valueTypes[field.type]
  if (onlyNull) return schema(field)
  const present = sameForAllFields
    ? definitions.refer(definitionName(field, false), () => schema(field))
    : schema(field)
  if (!field.nullable || !operators[operator].nullable) return present
  return sameForAllFields
    ? definitions.refer(definitionName(field, true), () => orNull(present))
    : orNull(present)
}

function orNull(schema: JsonSchema): JsonSchema {
  return schema.enum === undefined
    ? { anyOf: [schema, { type: "null" }] }
    : { ...schema, type: ["string", "null"], enum: [...schema.enum, null] }
}

/** The name of a definition: `integer`, `integerOrNull`. */
function definitionName({ type }: Field, nullable: boolean): string {
  return nullable && !valueTypes[type].onlyNull ? `${type}OrNull` : type
}

/** Describes the facts about a field that its values do not show. */
function fieldDescription({ description, resource, caseSensitive }: Field): string {
  return [
    description,
    resource !== undefined && `The id of one of the ${resource}`,
    !caseSensitive && "Case-insensitive for the letters A to Z",
  ]
    .filter(Boolean)
    .join(". ")
}
