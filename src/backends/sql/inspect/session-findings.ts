import type { Finding } from "../dialect/finding.ts"
import type { Ask, Catalog, InspectedColumn } from "./catalog.ts"
import { columnLabel, found } from "./findings.ts"

/** What is found about the settings of the session and the database. Without columns, they change no answer. */
export async function sessionFindings(
  columns: readonly InspectedColumn[],
  catalog: Catalog,
  ask: Ask,
): Promise<Finding[]> {
  if (columns.length === 0) return []
  const notes = await catalog.session(ask, columns)
  return notes.map(({ column, ...note }) =>
    found(note, column && { field: column.facts.field, column: columnLabel(column.table, column) }),
  )
}
