import { answers, type ColumnTable } from "../row.ts"

export const clickhouse: ColumnTable = {
  rows: [
    answers("Nullable(String)", "string"),
    answers("Nullable(String)", "fold"),
    answers("Nullable(Int64)", "integer"),
    answers("Nullable(Float64)", "number"),
    answers("Nullable(DateTime64(6, 'UTC'))", "datetime"),
    answers("Nullable(Bool)", "boolean"),
    answers("Nullable(String)", "enum"),
    answers("Nullable(String)", "opaque"),
  ],
  pending: [],
}
