import { answers, type ColumnTable } from "../row.ts"

export const mariadb: ColumnTable = {
  rows: [
    answers("VARCHAR(500)", "string"),
    answers("VARCHAR(500)", "fold"),
    answers("BIGINT", "integer"),
    answers("DOUBLE", "number"),
    answers("DATETIME(6)", "datetime"),
    answers("BOOLEAN", "boolean"),
    answers("VARCHAR(500)", "enum"),
    answers("VARCHAR(500)", "opaque"),
  ],
  pending: [],
}
