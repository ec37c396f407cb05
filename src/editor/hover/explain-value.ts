import type { Field, FieldTypeName } from "../../schema/field.ts"
import { isInvalidOperand, type Value } from "../../schema/field-type.ts"
import { IMPLICIT_OPERATOR, operatorOf } from "../../schema/operators.ts"
import { fieldTypes } from "../../schema/types/index.ts"
import type { Literal } from "../../syntax/literal.ts"
import { sortableDecimal } from "../../text/decimal.ts"
import { quote } from "../../text/quote.ts"
import { lengths } from "../../text/usual-datetime.ts"
import { dateInWords } from "./date-in-words.ts"

type Present = Exclude<Literal, { kind: "null" }>

/** What a value of a field was read as. Undefined if it is not a value of the field. */
export function explainValue(
  literal: Literal,
  field: Field,
  operator: string = IMPLICIT_OPERATOR,
): readonly string[] | undefined {
  if (literal.kind === "null") return acceptsNull(field, operator) ? [explainNull(field)] : undefined
  const value = fieldTypes[field.type].read(literal, field)
  if (isInvalidOperand(value)) return undefined
  return [
    VALUES[field.type](value, written(literal), field, literal)
      .filter((sentence) => sentence !== "")
      .join(" "),
  ]
}

function acceptsNull({ nullable }: Field, operator: string): boolean {
  return nullable && operatorOf(operator)?.nullable === true
}

function explainNull({ relation }: Field): string {
  return relation?.cardinality === "many"
    ? "null stands for related records without a value."
    : "null stands for records without a value."
}

/** The text of a value, without quotes. */
function written(literal: Present): string {
  return String(literal.kind === "number" ? literal.digits : literal.value)
}

/** The sentences about a value. An empty one is left out. */
type Explain = (value: Value, written: string, field: Field, literal: Present) => readonly string[]

const asRead: Explain = (value) => [`The value ${value}.`]

const integer: Explain = (value, _, __, { kind }) => [
  `The integer ${value}.`,
  typeof value === "bigint" ? BEYOND : "",
  kind === "string" ? "A string of digits is read as an integer." : "",
]

const BEYOND = "Beyond 2^53, a JavaScript number would lose digits. This integer is read exactly."

const VALUES: Readonly<Record<FieldTypeName, Explain>> = {
  integer,
  number: (value, written) => [
    `The number ${value}.`,
    sortableDecimal(String(value)) === sortableDecimal(written)
      ? ""
      : "It is the double nearest to the written digits.",
  ],
  string: (value, _, { caseSensitive }) => [
    `The string ${quote(String(value))}.`,
    caseSensitive ? "" : "A and a are alike here.",
  ],
  boolean: asRead,
  enum: (value, _, { name, values = [] }) => [
    `${quote(String(value))} is ${values.length === 1 ? "the only value" : `one of the ${values.length} values`} of ${name}.`,
  ],
  datetime: (value, written) => [
    `${dateInWords(String(value))}.`,
    written.length === lengths.day ? "A date without a time is midnight UTC." : "",
    /[+-]\d\d:\d\d$/.test(written) ? "The offset is converted to UTC." : "",
  ],
  reference: (value, written, field, literal) => {
    const [, ...notes] = integer(value, written, field, literal)
    return [
      `The record${field.resource === undefined ? "" : ` of ${field.resource}`} with the id ${value}.`,
      ...notes,
    ]
  },
  // A filter holds none of its values.
  opaque: asRead,
  uuid: (value, written) => [
    `The UUID ${value}.`,
    value === written ? "" : "Capital letters are read as small ones.",
  ],
  decimal: (value, _, __, { kind }) => [
    `The decimal ${value}.`,
    kind === "string" ? "A string of digits is read as a decimal." : "",
  ],
  date: (value) => [`${dateInWords(String(value))}.`],
}
