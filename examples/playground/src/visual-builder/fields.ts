import { type Field, operators, type Schema } from "desk-filter"

const operatorLabels: Readonly<Record<string, string>> = {
  $eq: "is",
  $ne: "is not",
  $lt: "is less than",
  $lte: "is at most",
  $gt: "is greater than",
  $gte: "is at least",
  $in: "is one of",
  $nin: "is none of",
  $contains: "contains",
}

interface Option {
  readonly name: string
  readonly label: string
}

/** A field as the builder lists it, with the operators that it takes. */
export interface BuilderField extends Option {
  readonly operators: Option[]
  readonly field: Field
}

/** The fields of a schema that a filter can use. */
export function builderFields(schema: Schema): BuilderField[] {
  return [...schema.fields.values()].map((field) => ({
    name: field.name,
    label: field.name,
    operators: operatorsOf(field),
    field,
  }))
}

/** A field that only null can be compared with has no other operators. */
const isNullOnly: Readonly<Record<string, true | undefined>> = { opaque: true }

function operatorsOf(field: Field): Option[] {
  const forValues = isNullOnly[field.type]
    ? []
    : field.operators.map((name) => ({ name, label: operatorLabels[name] ?? name }))
  const forNull = field.nullable
    ? [
        { name: "null", label: "is null", operator: "$eq" as const },
        { name: "notNull", label: "is not null", operator: "$ne" as const },
      ].filter(({ operator }) => field.operators.includes(operator) && operators[operator].nullable)
    : []
  return [...forValues, ...forNull.map(({ name, label }) => ({ name, label }))]
}
