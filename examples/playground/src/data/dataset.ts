import type { Schema } from "desk-filter"

export type DataRecord = Readonly<Record<string, unknown>>

/** Records, and the schema of filters on them. */
export interface Dataset {
  readonly schema: Schema
  readonly records: readonly DataRecord[]
  /** The name of the records in SQL and in addresses. */
  readonly table: string
}
