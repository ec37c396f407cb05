import type { Field, FieldTypeName, Relation } from "../../schema/field.ts"
import { isNegative } from "../../schema/operators.ts"
import { quote } from "../../text/quote.ts"

/** The most values of an enum that a text lists. It counts the others. */
const MAX_VALUES = 10

/** What a field is, its type, what a condition on its relation means, its operators and its source. */
export function explainField(field: Field): readonly string[] {
  const { description, relation, operators, source } = field
  return [
    description ?? "",
    `${TYPES[field.type](field)} ${presence(field)}${field.inferred ? " The type is inferred." : ""}`,
    relation === undefined ? "" : RELATIONS[relation.cardinality](field, relation),
    operators.length === 0 ? "" : `Operators: ${operators.join(", ")}`,
    source === undefined ? "" : `Source: ${source}`,
  ].filter((paragraph) => paragraph !== "")
}

/** What the values of each type are. */
const TYPES: Readonly<Record<FieldTypeName, (field: Field) => string>> = {
  integer: () => "A 64-bit integer.",
  number: () => "A number.",
  string: ({ caseSensitive }) => `A string. A and a ${caseSensitive ? "differ" : "are alike"}.`,
  boolean: () => "A boolean: true or false.",
  enum: ({ values = [] }) => `One of ${valuesInWords(values)}.`,
  datetime: () => "A date-time, to the nanosecond.",
  reference: ({ resource }) => `The id of a record${resource === undefined ? "" : ` of ${resource}`}.`,
  opaque: () => "A value that filters cannot read. A filter can ask whether there is one.",
  uuid: () => "A UUID.",
  decimal: () => "An exact decimal of at most 38 digits.",
  date: () => "A date, without a time.",
}

function valuesInWords(values: readonly string[]): string {
  const more = values.length - MAX_VALUES
  const words = values.slice(0, MAX_VALUES).map(quote)
  if (more > 0) words.push(`${more} more`)
  const last = words.pop() as string
  return words.length === 0 ? last : `${words.join(", ")} or ${last}`
}

function presence({ nullable, relation, required }: Field): string {
  const record = relation === undefined ? "record" : "related record"
  return nullable && required === undefined
    ? `A ${record} may have no value.`
    : `Every ${record} has a value.`
}

/** What a condition on a related record means. */
const RELATIONS: Readonly<Record<Relation["cardinality"], (field: Field, relation: Relation) => string>> = {
  many: ({ operators }, { name }) => {
    const negative = operators.filter(isNegative)
    return [
      `A field of ${name}, a relation to many. A condition is true when some related record satisfies it.`,
      ...(negative.length === 0
        ? []
        : [`With ${negative.join(" or ")}, it is true when no related record has a matching value.`]),
    ].join(" ")
  },
  one: (_, { name }) =>
    `A field of ${name}, a relation to one. A record without a related record has no value.`,
}
