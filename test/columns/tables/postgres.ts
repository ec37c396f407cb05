import { answers, type ColumnTable } from "../row.ts"

export const postgres: ColumnTable = {
  rows: [
    answers("text", "string"),
    answers("text", "fold"),
    answers("bigint", "integer"),
    answers("double precision", "number"),
    answers("timestamptz", "datetime"),
    answers("boolean", "boolean"),
    answers("text", "enum"),
    answers("text", "opaque"),
  ],
  pending: [],
}
