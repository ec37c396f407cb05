import { type Condition, conditionValues } from "../../filter/filter.ts"
import type { Field } from "../../schema/field.ts"
import type { Value } from "../../schema/field-type.ts"
import { isNegative, negationOf, type Operator } from "../../schema/operators.ts"
import { quote } from "../../text/quote.ts"
import { type AnyMongoFields, optionsOf, pathOf } from "./fields.ts"
import { pattern, wholePattern } from "./pattern.ts"
import { at, type Comparison, type MongoQuery, noneOf, someOf } from "./query.ts"
import { refusal } from "./refusal.ts"
import { type Stored, storedForm } from "./stored.ts"

/** The query for a condition on a field of the record, or of any related record. */
export function onField(condition: Condition, fields: AnyMongoFields): MongoQuery {
  const { field, operator } = condition
  const { relation, caseSensitive } = field
  const isMany = relation?.cardinality === "many"
  const path = pathOf(field.name, field.property, fields)
  const relationPath = relation && pathOf(relation.name, relation.name, fields)
  const on = (comparison: Comparison): MongoQuery => {
    if (relationPath === undefined) return at(path, comparison)
    // For a path through an array, MongoDB's null would match a missing array too.
    return isMany
      ? at(relationPath, { $elemMatch: at(path, comparison) })
      : at(`${relationPath}.${path}`, comparison)
  }
  const comparisons = (operator: Operator) =>
    (caseSensitive ? exact : folded)[operator](conditionValues(condition), field, fields).map(on)

  // No related record may be equal. And MongoDB has no operator for a text that a pattern does not match.
  const negation = isMany || !caseSensitive ? negationOf(operator) : undefined
  return isNegative(operator) && negation !== undefined
    ? noneOf(comparisons(negation))
    : someOf(comparisons(operator))
}

/** The comparisons of which a value must satisfy one. */
type Comparisons = (
  operands: readonly (Value | null)[],
  field: Field,
  fields: AnyMongoFields,
) => readonly Comparison[]

/** The comparisons of texts as they are, and of all other values. */
const exact: Readonly<Record<Operator, Comparisons>> = {
  $eq: compared(({ value, isBelow }) => (isBelow ? { $in: [] } : { $eq: value })),
  $ne: compared(({ value, isBelow }) => (isBelow ? { $nin: [] } : { $ne: value })),
  $lt: compared(({ value, isBelow }) => (isBelow ? { $lte: value } : { $lt: value })),
  $lte: compared(({ value }) => ({ $lte: value })),
  $gt: compared(({ value }) => ({ $gt: value })),
  $gte: compared(({ value, isBelow }) => (isBelow ? { $gt: value } : { $gte: value })),
  $in: listed((values) => ({ $in: values })),
  $nin: listed((values) => ({ $nin: values })),
  $contains: contained,
}

/* @__NO_SIDE_EFFECTS__ */
function compared(comparison: (stored: Stored) => Comparison): Comparisons {
  return (operands, field, fields) =>
    operands.map((operand) => comparison(storedForm(operand, field, fields)))
}

/* @__NO_SIDE_EFFECTS__ */
function listed(comparison: (values: readonly unknown[]) => Comparison): Comparisons {
  return (operands, field, fields) => {
    const stored = operands.map((operand) => storedForm(operand, field, fields))
    return [comparison(stored.filter(({ isBelow }) => !isBelow).map(({ value }) => value))]
  }
}

/** The comparisons of texts whose ASCII letters are folded. The negative operators exclude what these find. */
const folded: Readonly<Record<Operator, Comparisons>> = {
  $eq: inAnyCase,
  $ne: inAnyCase,
  $lt: unordered,
  $lte: unordered,
  $gt: unordered,
  $gte: unordered,
  $in: inAnyCase,
  $nin: inAnyCase,
  $contains: contained,
}

function inAnyCase(
  operands: readonly (Value | null)[],
  field: Field,
  fields: AnyMongoFields,
): readonly Comparison[] {
  assertText(field, fields)
  return operands.map((operand) =>
    operand === null ? { $eq: null } : { $regex: wholePattern(String(operand), field) },
  )
}

function unordered(_operands: readonly (Value | null)[], field: Field): never {
  throw refusal(field, "ignores case, and MongoDB has no such order", "compare with $eq, $in or $contains")
}

function contained(
  operands: readonly (Value | null)[],
  field: Field,
  fields: AnyMongoFields,
): readonly Comparison[] {
  assertText(field, fields)
  return operands.map((operand) => ({ $regex: pattern(String(operand), field) }))
}

/** A pattern searches the texts of filters. */
function assertText({ name }: Field, fields: AnyMongoFields): void {
  if (optionsOf(name, fields).convert !== undefined)
    throw new TypeError(
      `The option convert of ${quote(name)} makes a search impossible: declare the field case-sensitive and without $contains`,
    )
}
