import type { Schema } from "../../src/index.ts"
import type { Get } from "./model.ts"

/** Reads properties of objects and entries of Maps. */
export const getOfMaps: Get = (record, property) =>
  record instanceof Map ? record.get(property) : Reflect.get(record as object, property)

/** The record and its related records as Maps. What is no record stays the same. */
export function asMaps({ relations }: Schema, record: unknown): unknown {
  if (!isPlain(record)) return record
  return mapOf(
    Object.entries(record).map(([name, value]) => [name, relations.has(name) ? relatedAsMaps(value) : value]),
  )
}

function relatedAsMaps(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(relatedAsMaps)
  return isPlain(value) ? mapOf(Object.entries(value)) : value
}

function mapOf(entries: readonly (readonly [string, unknown])[]): ReadonlyMap<string, unknown> {
  return new Map(entries)
}

function isPlain(value: unknown): value is object {
  return (
    typeof value === "object" &&
    value !== null &&
    [Object.prototype, null].includes(Object.getPrototypeOf(value))
  )
}
