import { type Field, type Filter, parseFilter } from "../../../src/index.ts"
import { people } from "../../conformance/people.ts"
import { type Form, inForm } from "./forms.ts"

export type MongoQuery = Readonly<Record<string, unknown>>

/** Stands before a number that JSON.parse would round. No text of a filter contains U+0000. */
const mark = "\u0000"

/**
 * The filter as a query of MongoDB: the same objects, lists and operators, with the values in the form of the records.
 * MongoDB has no `$contains`, so that becomes `$regex` with an escaped text.
 */
export function mongoQuery(text: string, form: Form): MongoQuery {
  const exact = text.replaceAll(/"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g, (token) =>
    token.startsWith('"') ? token : JSON.stringify(mark + token),
  )
  return filterIn(JSON.parse(exact), form)
}

function filterIn(filter: object, form: Form): MongoQuery {
  return Object.fromEntries(
    Object.entries(filter).map(([name, operand]) => [
      name,
      name.startsWith("$")
        ? (operand as object[]).map((part) => filterIn(part, form))
        : operandIn(fieldNamed(name), operand, form),
    ]),
  )
}

function fieldNamed(name: string): Field {
  const field = people.fields.get(name)
  if (field === undefined) throw new Error(`people has no field ${name}`)
  return field
}

function operandIn(field: Field, operand: unknown, form: Form): unknown {
  if (Array.isArray(operand)) return operand.map((value) => valueIn(field, value, form))
  if (typeof operand !== "object" || operand === null) return valueIn(field, operand, form)
  return Object.fromEntries(
    Object.entries(operand).map(([operator, value]) =>
      operator === "$contains"
        ? ["$regex", escaped(String(valueIn(field, value, form)))]
        : [operator, operandIn(field, value, form)],
    ),
  )
}

/** A scalar, as the schema reads it, in the form of the records. */
function valueIn(field: Field, scalar: unknown, form: Form): unknown {
  if (scalar === null) return null
  const token = String(scalar).startsWith(mark) ? String(scalar).slice(mark.length) : JSON.stringify(scalar)
  const filter: Filter<typeof people> = parseFilter(people, `{"${field.name}":${token}}`)
  if (filter.kind !== "compare") throw new Error(`${token} is no value of ${field.name}`)
  return inForm(form, field, filter.value)
}

/** A regular expression for exactly this text. */
const escaped = (text: string) => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&")
