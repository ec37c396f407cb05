/** The name of a table, or the schema and the table: `["public", "customers"]`. */
export type TableName = string | readonly string[]

/** The parts of a table's name. */
export function tableName(table: TableName): readonly string[] {
  return typeof table === "string" ? [table] : [...table]
}
