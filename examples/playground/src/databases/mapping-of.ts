import type { Field } from "desk-filter"
import { sqlMapping } from "desk-filter/sql"
import type { Layout, TableColumn } from "./layout.ts"

/** How many digits after the point the decimals of a field have at most. */
export type Scales = Readonly<Record<string, number>>

/** How the tables of a layout hold the fields of its schema. */
export function mappingOf(layout: Layout, scales: Scales = {}) {
  const columns = (of: readonly TableColumn[], nameOf: (field: Field) => string) =>
    Object.fromEntries(
      of.map(({ name, field }) => {
        const scale = scales[field.name]
        return [nameOf(field), { column: name, ...(scale !== undefined && { scale }) }]
      }),
    )
  return sqlMapping(layout.schema, {
    table: layout.table,
    columns: columns(layout.columns, ({ name }) => name),
    relations: Object.fromEntries(
      layout.related.map((related) => [
        related.relation,
        {
          table: related.table,
          on: { [layout.key]: related.key },
          columns: columns(related.columns, ({ property }) => property),
        },
      ]),
    ),
  })
}
