import type { FieldTypeName } from "../../../schema/field.ts"
import { factsOf, isNegative, type Operator } from "../../../schema/operators.ts"
import type { Finding } from "../dialect/finding.ts"
import type { Catalog, CatalogIndex, InspectedColumn } from "./catalog.ts"
import { columnLabel, found } from "./findings.ts"
import { type Tables, tableOf } from "./tables.ts"

/** Whether an index is worth its cost: not if a field has two values, or if filters do not read its content. */
const isWorthIndex: Readonly<Record<FieldTypeName, boolean>> = {
  integer: true,
  number: true,
  string: true,
  boolean: false,
  enum: true,
  datetime: true,
  date: true,
  uuid: true,
  decimal: true,
  reference: true,
  opaque: false,
}

/** The operators that no index serves, with the statements that create one. */
export function indexFindings(
  columns: readonly InspectedColumn[],
  tables: Tables,
  catalog: Catalog,
): Finding[] {
  return columns.flatMap((column) => {
    const { field } = column.facts
    const indexes = tableOf(field, tables)?.read.indexes
    if (indexes === undefined || !isWorthIndex[field.type]) return []
    return [...unserved(column, indexes, catalog)].map(([create, operators]) =>
      found(
        { code: "no-index", message: `No index serves ${operators.join(", ")}`, hint: create },
        { field, column: columnLabel(column.table, column) },
      ),
    )
  })
}

/** The operators on a column that no index serves, by the statement that creates one. */
function unserved(
  column: InspectedColumn,
  indexes: readonly CatalogIndex[],
  catalog: Catalog,
): ReadonlyMap<string, readonly Operator[]> {
  const taken = indexes.map(({ name }) => name)
  const byStatement = new Map<string, Operator[]>()
  // The rows that a negative operator finds are most of the table, and an index does not find them faster.
  for (const operator of column.facts.field.operators.filter((operator) => !isNegative(operator))) {
    const need = catalog.indexFor(column, factsOf(operator).tests, taken)
    if (need === undefined || indexes.some(({ keys: [first = ""] }) => need.keys.includes(first))) continue
    byStatement.set(need.create, [...(byStatement.get(need.create) ?? []), operator])
  }
  return byStatement
}
