import type { Field } from "../../../schema/field.ts"
import { columnTypeOf, findingOf, isRefusal } from "../column-types.ts"
import type { Dialect } from "../dialect/dialect.ts"
import type { Finding } from "../dialect/finding.ts"
import type { AnySqlMapping, MappedColumn } from "../mapping.ts"
import type { Catalog, InspectedColumn, Note } from "./catalog.ts"
import { completeColumn } from "./complete-column.ts"
import { columnLabel, found } from "./findings.ts"
import { missingColumn } from "./missing-column.ts"
import { type KnownTable, type Tables, tableOf } from "./tables.ts"

/** The columns of a mapping, completed. */
export interface Columns {
  readonly completed: ReadonlyMap<Field, MappedColumn>
  /** Those that the database has and that can answer. */
  readonly inspected: readonly InspectedColumn[]
  readonly findings: readonly Finding[]
}

/** Compares each column of a mapping with the catalog. Columns of unknown tables are left out. */
export function inspectColumns(
  mapping: AnySqlMapping,
  dialect: Dialect<unknown>,
  catalog: Catalog,
  tables: Tables,
): Columns {
  const completed = new Map<Field, MappedColumn>()
  const inspected: InspectedColumn[] = []
  const findings: Finding[] = []
  for (const [field, declared] of mapping.columns) {
    const table = tableOf(field, tables)
    if (table === undefined) continue
    const label = columnLabel(table.name, declared)
    const { column, notes } = completeIn(table, field, declared, catalog)
    findings.push(...notes.map((note) => found(note, { field, column: label })))
    if (column === undefined) continue
    completed.set(field, column)
    const { expression, name, ...facts } = column
    const type = columnTypeOf({ ...facts, field }, dialect)
    if (isRefusal(type)) findings.push(findingOf(type, field, label))
    else if (expression === undefined)
      inspected.push({ table: table.name, name, facts: { ...facts, field }, type })
  }
  return { completed, inspected, findings }
}

interface Completion {
  /** Undefined if the table does not have the column. */
  readonly column: MappedColumn | undefined
  readonly notes: readonly Note[]
}

function completeIn(table: KnownTable, field: Field, declared: MappedColumn, catalog: Catalog): Completion {
  if (declared.expression !== undefined)
    return { column: declared, notes: declared.type === undefined ? [UNTYPED] : [] }
  const actual = table.read.columns.get(catalog.nameKey(declared.name))
  return actual === undefined
    ? { column: undefined, notes: [missingColumn(declared.name, table)] }
    : completeColumn(field, declared, actual, catalog)
}

const UNTYPED: Note = {
  code: "expression-type",
  message: "The mapping does not declare the type of the expression, which the catalog does not know",
  hint: "set type to the type of the expression's value",
}
