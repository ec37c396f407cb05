import type { FieldTypeName } from "desk-filter"
import type { DataRecord } from "../dataset.ts"
import type { InferredField } from "./inferred-field.ts"

type Convert = (value: unknown) => unknown

const asIs: Convert = (value) => value
const asText: Convert = (value) => (typeof value === "object" ? value : String(value))
const asNumber: Convert = (value) => {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value
  return typeof number === "number" && Number.isFinite(number) ? number : value
}
const asInteger: Convert = (value) => {
  if (typeof value !== "string" || !/^-?\d+$/.test(value)) return value
  const number = Number(value)
  return Number.isSafeInteger(number) ? number : BigInt(value)
}
const asBoolean: Convert = (value) => (value === "true" ? true : value === "false" ? false : value)

const conversions: Readonly<Record<FieldTypeName, Convert>> = {
  integer: asInteger,
  number: asNumber,
  string: asText,
  boolean: asBoolean,
  enum: asText,
  datetime: asIs,
  reference: asInteger,
  opaque: asIs,
  uuid: asIs,
  decimal: asText,
  date: asIs,
}

/** Records whose values have the types of the fields, where they can be read so. */
export function convert(
  records: readonly DataRecord[],
  fields: readonly InferredField[],
): readonly DataRecord[] {
  return records.map((record) => {
    const result: Record<string, unknown> = {}
    for (const { relation, property, type } of fields) {
      const read = (value: unknown) =>
        value === null || value === undefined ? null : conversions[type](value)
      if (relation === undefined) {
        result[property] = read(record[property])
        continue
      }
      const related = record[relation.name]
      const base = result[relation.name] ?? related ?? (relation.cardinality === "many" ? [] : null)
      const withProperty = (item: DataRecord) => ({ ...item, [property]: read(item[property]) })
      result[relation.name] = Array.isArray(base)
        ? base.map(withProperty)
        : base === null
          ? null
          : withProperty(base as DataRecord)
    }
    return result
  })
}
