import type { Filter } from "desk-filter"
import type { SqlCondition } from "desk-filter/sql"
import type { Layout } from "./layout.ts"

export type EngineName = "sqlite" | "postgresql"

/** A database inside the page. */
export interface Engine {
  /** Makes the tables of the layout with the records, instead of those of the last call. */
  load(layout: Layout, records: readonly Record<string, unknown>[]): Promise<void>
  condition(layout: Layout, filter: Filter): SqlCondition<readonly unknown[]>
  /** Returns the column of keys of the rows that a SELECT finds. */
  keys(statement: string, values: readonly unknown[]): Promise<readonly number[]>
}
