import type { Schema } from "desk-filter"

export type DataRecord = Readonly<Record<string, unknown>>

/** Whether a value is an object with names, and no list. */
export function isRecord(value: unknown): value is DataRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

/** Records, and the schema of filters on them. */
export interface Dataset {
  readonly schema: Schema
  readonly records: readonly DataRecord[]
  /** The name of the records in SQL and in addresses. */
  readonly table: string
}
