import { OnField } from "../../check/translation/on-field.ts"
import { matching } from "../../check/translation/text-pattern.ts"
import type { Translation } from "../../check/translation/translation.ts"
import type { Field } from "../../schema/field.ts"
import { type Operator, rangeOf, takesList } from "../../schema/operators.ts"
import type { ModelReader } from "../model-reader.ts"
import type { Around } from "./around.ts"
import { decides, isNullTest } from "./deciding-nulls.ts"
import { misreading } from "./misread-name.ts"
import type { Comparison, TextTest } from "./node.ts"
import { ordersAlike } from "./order-of-texts.ts"
import { formReason } from "./record-form.ts"

/** Why no condition on the field has one meaning. */
function fieldReason(field: Field): string | undefined {
  const reason = misreading(field)
  return reason && `field ${field.name} ${reason}`
}

/** The filter of a comparison, without its negation. */
export function comparison(reader: ModelReader, node: Comparison, around: Around): Translation {
  const { operator, name, value, isInstance } = node
  const { fields, relations } = reader.schema
  if (isNullTest(node) && relations.get(name)?.cardinality === "one") return absence(reader, operator, name)
  const field = fields.get(name)
  const reason =
    field && (fieldReason(field) ?? nullReason(field, node, around) ?? valueReason(field, operator, value))
  if (reason !== undefined) return reason
  const condition = reader.condition(operator, name, value)
  return (isInstance ? formReason(condition, value) : undefined) ?? condition
}

/** The filter of a search for a text, without its negation. */
export function textTest(reader: ModelReader, { name, literal }: TextTest): Translation {
  const { text, before = false, after = false, ignoresCase = false, foldsAscii = false } = literal
  const field = reader.field(name)
  const isOtherCase = !ignoresCase && !foldsAscii && isFolded(field, text)
  const reason = fieldReason(field) ?? (isOtherCase ? caseReason(field) : undefined)
  if (reason !== undefined) return reason
  // It objects to a text that the field cannot have.
  const checked = reader.condition(before ? "$contains" : after ? "$gte" : "$eq", name, text)
  if (text === "" && before && after) return checked
  return matching(new OnField(reader.schema, field), {
    ...literal,
    ignoresCase: ignoresCase || (foldsAscii && field.caseSensitive),
  })
}

/** A related record is absent exactly if a field is null that every related record has. */
function absence(reader: ModelReader, operator: Operator, relation: string): Translation {
  for (const field of reader.schema.fields.values())
    if (field.required && field.relation?.name === relation)
      return fieldReason(field) ?? reader.condition(operator, field.name, null)
  return `no field of ${relation} tells whether the related record exists: write the test beside one for null on a field of ${relation}`
}

/** Why the condition means different things for null. */
function nullReason(field: Field, node: Comparison, { isNegated, nulls }: Around): string | undefined {
  const { name, relation, nullable, required } = field
  if (isNullTest(node))
    return relation?.cardinality !== "one" || decides(nulls, relation.name)
      ? undefined
      : `interpreters disagree about a record without ${relation.name}: also test whether ${relation.name} is null, beside this condition`
  if (takesList(node.operator) && (node.value as readonly unknown[]).includes(null))
    return "interpreters disagree whether a list with null finds a missing value: write a condition of its own for null"
  // On a relation to many, an order has no opposite at all.
  if (relation?.cardinality === "many" || rangeOf(node.operator) === undefined) return undefined
  return isNegated &&
    nullable &&
    !decides(nulls, name) &&
    !(required && relation && decides(nulls, relation.name))
    ? `interpreters disagree whether null satisfies an order, so they disagree about its negation: write it beside ne null, as in and(${node.written}, ne null)`
    : undefined
}

/** Why the condition means different things for its value. */
function valueReason(field: Field, operator: Operator, value: unknown): string | undefined {
  if (isReference(value)) return "a filter does not compare two fields"
  const isOrder = rangeOf(operator) !== undefined
  const texts = [value].flat().filter((item) => typeof item === "string")
  if (texts.some((text) => isFolded(field, text)) || (isOrder && !field.caseSensitive))
    return caseReason(field)
  return isOrder && !texts.every(ordersAlike)
    ? "interpreters disagree about the order of texts with characters from U+D800 on"
    : undefined
}

/** In Open Policy Agent, the value `{ field: "b" }` is the value of the field b. */
function isReference(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.hasOwn(value, "field")
}

/** Whether the field takes other texts for the same. */
function isFolded({ caseSensitive }: Field, text: string): boolean {
  return !caseSensitive && /[A-Za-z]/.test(text)
}

function caseReason({ name }: Field): string {
  return `field ${name} ignores case, and this condition does not: write a RegExp with [aA] for each letter, or with the flag i`
}
