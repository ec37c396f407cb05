import type { Filter, Schema } from "desk-filter"

/** What one database found. */
export type DatabaseAnswer =
  | {
      readonly engine: "sqlite" | "postgresql"
      /** The indexes of the records that match. */
      readonly matches: readonly number[]
      readonly milliseconds: number
      readonly text: string
      readonly values: readonly unknown[]
    }
  | { readonly engine: "sqlite" | "postgresql"; readonly error: string }

/** A placeholder: no database runs yet. */
export async function* runOnDatabases(
  _schema: Schema,
  _records: readonly Record<string, unknown>[],
  _filter: Filter,
  _signal: AbortSignal,
): AsyncIterable<DatabaseAnswer> {
  yield { engine: "sqlite", error: "SQLite is not part of this page yet." }
  yield { engine: "postgresql", error: "PostgreSQL is not part of this page yet." }
}
