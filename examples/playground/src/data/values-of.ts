import type { Field, Schema } from "desk-filter"
import type { LiveValue, ValuesOf } from "desk-filter/editor"
import type { DataRecord } from "./dataset.ts"

const MAX_VALUES = 20

/** Finds the values of a field in the records, the most frequent first. */
export function valuesOf(schema: Schema, records: readonly DataRecord[]): ValuesOf<Schema> {
  return (name, prefix) => {
    const field = schema.fields.get(name)
    if (field === undefined) return []
    const counts = new Map<string | number | bigint | boolean, number>()
    for (const record of records) {
      for (const value of valuesIn(record, field)) counts.set(value, (counts.get(value) ?? 0) + 1)
    }
    const start = prefix.toLowerCase()
    return [...counts]
      .filter(([value]) => String(value).toLowerCase().startsWith(start))
      .sort(([, a], [, b]) => b - a)
      .slice(0, MAX_VALUES)
      .map(([value, count]): LiveValue => ({ value, detail: count === 1 ? "1 record" : `${count} records` }))
  }
}

/** The values of a field in a record: one, several through a relation to many, or none. */
export function valuesIn(record: DataRecord, field: Field): readonly (string | number | bigint | boolean)[] {
  const { relation, property } = field
  const owners = relation === undefined ? [record] : [record[relation.name]].flat()
  return owners.flatMap((owner) => {
    const value = owner === null || typeof owner !== "object" ? undefined : (owner as DataRecord)[property]
    return isValue(value) ? [value] : []
  })
}

function isValue(value: unknown): value is string | number | bigint | boolean {
  return ["string", "number", "bigint", "boolean"].includes(typeof value)
}
