import type { Field, Schema } from "desk-filter"
import { object, orNull, type Part } from "./parts.ts"

/**
 * The schema of a field's values in a response, by type; undefined if responses never contain
 * them. Filters accept more forms of some values.
 */
const VALUES: Readonly<Record<Field["type"], ((field: Field) => Part) | undefined>> = {
  integer: () => ({ type: "integer" }),
  number: () => ({ type: "number" }),
  string: () => ({ type: "string" }),
  boolean: () => ({ type: "boolean" }),
  enum: ({ values }) => ({ type: "string", enum: values }),
  datetime: () => ({ type: "string", format: "date-time" }),
  reference: ({ resource }) => reference(String(resource)),
  opaque: undefined,
  uuid: () => ({ type: "string", format: "uuid" }),
  decimal: () => ({ type: "string" }),
  date: () => ({ type: "string", format: "date" }),
}

/** The schema of a reference to a record. */
export function reference(resource: string): Part {
  return object({ id: { type: "integer" }, type: { const: resource } })
}

/** The schemas of the fields by name, without fields of relations and without opaque fields. */
export function values({ fields }: Schema): Record<string, Part> {
  return Object.fromEntries(
    [...fields.values()].flatMap((field) => {
      const value = VALUES[field.type]?.(field)
      if (field.relation !== undefined || value === undefined) return []
      const { name, description, nullable } = field
      return [[name, { ...(description && { description }), ...(nullable ? orNull(value) : value) }]]
    }),
  )
}
