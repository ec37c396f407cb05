import type { Field } from "../schema/field.ts"
import { type Operator, operators } from "../schema/operators.ts"
import { typeOperators } from "../schema/types/type-operators.ts"
import type { Definitions } from "./definitions.ts"
import { noOperator, withErrorMessage } from "./error-message.ts"
import { formatFirst } from "./for-editors.ts"
import type { JsonSchema } from "./keywords.ts"
import { valueTypes } from "./values.ts"

/** What the conditions of a schema have in common. */
export interface ConditionContext {
  readonly definitions: Definitions
  /** The limit on the length of a list. It is empty if lists have no limit. */
  readonly limit: Pick<JsonSchema, "maxItems">
  /** Whether editors read the schema. */
  readonly forEditors: boolean
  /** Whether the schema of a value has an error message. */
  readonly errorMessages: boolean
}

/**
 * The schema of what a filter may write for a field: a value, or an object of operators. Fields share a
 * definition if their type has the same values for every field and they allow all operators of the type.
 */
export function conditionsOn(field: Field, context: ConditionContext): JsonSchema {
  const { definitions } = context
  const make = () => conditionSchema(field, context)
  const shared =
    valueTypes[field.type].sameForAllFields &&
    typeOperators[field.type].every((name) => field.operators.includes(name))
  return definitions.describe(
    fieldDescription(field),
    shared ? definitions.refer(`${definitionName(field, field.nullable)}Condition`, make) : make(),
  )
}

function conditionSchema(field: Field, context: ConditionContext): JsonSchema {
  const object: JsonSchema = {
    type: "object",
    properties: Object.fromEntries(
      field.operators.map((name) => [name, operandSchema(field, name, context)]),
    ),
    additionalProperties: context.errorMessages ? noOperator(field.operators) : false,
    minProperties: 1,
  }
  return field.operators.includes("$eq") ? { anyOf: [valueSchema(field, "$eq", context), object] } : object
}

function operandSchema(field: Field, name: Operator, context: ConditionContext): JsonSchema {
  const { doc, operand } = operators[name]
  const value = valueSchema(field, name, context)
  const schema: JsonSchema = operand === "list" ? { type: "array", items: value, ...context.limit } : value
  return context.definitions.describe(doc, schema)
}

/** The schema of one value. It includes null if both the field and the operator accept null. */
function valueSchema(field: Field, operator: Operator, context: ConditionContext): JsonSchema {
  const { definitions } = context
  const { description, sameForAllFields, onlyNull } = valueTypes[field.type]
  const make = () => presentSchema(field, context)
  if (onlyNull) return make()
  const present = sameForAllFields
    ? definitions.refer(definitionName(field, false), make, description)
    : make()
  if (!field.nullable || !operators[operator].nullable) return present
  return sameForAllFields
    ? definitions.refer(definitionName(field, true), () => orNull(present))
    : orNull(present)
}

/** The schema of a value of the field's type. */
function presentSchema(field: Field, { forEditors, errorMessages }: ConditionContext): JsonSchema {
  const { schema, description } = valueTypes[field.type]
  const value = forEditors ? formatFirst(schema(field)) : schema(field)
  return errorMessages && description !== undefined ? withErrorMessage(value, description) : value
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
function fieldDescription({ type, description, resource, caseSensitive }: Field): string | undefined {
  const facts = [
    description,
    resource !== undefined && `The id of one of the ${resource}`,
    !caseSensitive && "Case-insensitive for the letters A to Z",
  ]
  return facts.filter(Boolean).join(". ") || valueTypes[type].description
}
