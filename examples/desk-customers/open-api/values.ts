import type { Field, Schema } from "desk-filter"
import { object, orNull, type Part } from "./parts.ts"

/** The JSON of a field's values, by type; a filter may write some of them otherwise. */
const VALUES: Readonly<Record<Field["type"], (field: Field) => Part>> = {
  integer: () => ({ type: "integer" }),
  number: () => ({ type: "number" }),
  string: () => ({ type: "string" }),
  boolean: () => ({ type: "boolean" }),
  enum: ({ values }) => ({ type: "string", enum: values }),
  datetime: () => ({ type: "string", format: "date-time" }),
  reference: ({ resource }) => reference(String(resource)),
  opaque: () => ({}),
}

/** How an answer refers to a record. */
export function reference(resource: string): Part {
  return object({ id: { type: "integer" }, type: { const: resource } })
}

/** The values of the fields, but for those of relations and those that are never told. */
export function values({ fields }: Schema): Record<string, Part> {
  const told = [...fields.values()].filter(
    ({ relation, type }) => relation === undefined && type !== "opaque",
  )
  return Object.fromEntries(
    told.map((field) => {
      const value = VALUES[field.type](field)
      const { description } = field
      return [
        field.name,
        { ...(description && { description }), ...(field.nullable ? orNull(value) : value) },
      ]
    }),
  )
}
