import { answers, type ColumnTable } from "../row.ts"

export const duckdb: ColumnTable = {
  rows: [
    answers("VARCHAR", "string"),
    answers("VARCHAR", "fold"),
    answers("BIGINT", "integer"),
    answers("DOUBLE", "number"),
    answers("TIMESTAMPTZ", "datetime"),
    answers("BOOLEAN", "boolean"),
    answers("VARCHAR", "enum"),
    answers("VARCHAR", "opaque"),
  ],
  pending: [],
}
