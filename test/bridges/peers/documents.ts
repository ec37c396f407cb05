import type { Person } from "../../conformance/people.ts"
import { people } from "../../conformance/people.ts"
import { type Form, inForm } from "./forms.ts"

export type Document = Readonly<Record<string, unknown>>

/** The records as objects in memory, with relations inside. What is missing stays missing. */
export function documentsOf(records: readonly Person[], form: Form): readonly Document[] {
  return records.map((record) => inside(record, "", form))
}

function inside(record: object, path: string, form: Form): Document {
  return Object.fromEntries(
    Object.entries(record).map(([property, value]) => [property, member(`${path}${property}`, value, form)]),
  )
}

function member(name: string, value: unknown, form: Form): unknown {
  const field = people.fields.get(name)
  if (field !== undefined) return inForm(form, field, value)
  if (Array.isArray(value)) return value.map((related) => inside(related, `${name}.`, form))
  return value === null ? null : inside(value as object, `${name}.`, form)
}
