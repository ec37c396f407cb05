import { answers, type ColumnTable } from "../row.ts"

export const sqlite: ColumnTable = {
  rows: [
    answers("TEXT", "string"),
    answers("TEXT", "fold"),
    answers("INTEGER", "integer"),
    answers("REAL", "number"),
    answers("TEXT", "datetime"),
    answers("INTEGER", "boolean"),
    answers("TEXT", "enum"),
    answers("TEXT", "opaque"),
  ],
  pending: [],
}
