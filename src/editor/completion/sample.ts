import type { Field, FieldTypeName } from "../../schema/field.ts"
import { IMPLICIT_OPERATOR, type Operator, takesList } from "../../schema/operators.ts"
import { plain, type Snippet, wrap } from "./snippet.ts"

/** A value of a field for the user to type over. It is valid, so the filter stays valid until then. */
const samples: Readonly<Record<FieldTypeName, (field: Field) => Snippet>> = {
  integer: zero,
  number: zero,
  string: () => selected('"', "", '"'),
  boolean: () => selected("", "true", ""),
  enum: ({ values }) => quoted(values?.[0] ?? ""),
  datetime: () => quoted(`${today()}T00:00:00Z`),
  reference: zero,
  opaque: () => plain("null"),
  uuid: () => quoted("00000000-0000-0000-0000-000000000000"),
  decimal: zero,
  date: () => quoted(today()),
}

function zero(): Snippet {
  return selected("", "0", "")
}

function quoted(text: string): Snippet {
  return selected('"', JSON.stringify(text).slice(1, -1), '"')
}

function selected(before: string, selected: string, after: string): Snippet {
  return { before, selected, after }
}

function today(): string {
  return new Date().toISOString().slice(0, 10)
}

/** An operand to type over. */
export function sampleOperand(field: Field, operator: Operator): Snippet {
  const value = samples[field.type](field)
  return takesList(operator) ? wrap("[", value, "]") : value
}

/** A value or an object of operators to type over. Undefined if the field takes no operator. */
export function sampleValue(field: Field): Snippet | undefined {
  const { operators } = field
  if (operators.includes(IMPLICIT_OPERATOR)) return sampleOperand(field, IMPLICIT_OPERATOR)
  const [operator] = operators
  return operator && operatorObject(field, operator)
}

/** An object with one operator. */
export function operatorObject(field: Field, operator: Operator): Snippet {
  return wrap(`{"${operator}":`, sampleOperand(field, operator), "}")
}
