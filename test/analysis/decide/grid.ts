import type { Field } from "../../../src/index.ts"
import { cellsOf } from "./cells.ts"
import type { World } from "./world.ts"

/** More would take too long to try for thousands of pairs. */
const MOST_RECORDS = 20_000

type Row = Readonly<Record<string, unknown>>

/**
 * Records of the world that differ in all ways that a filter of it can tell apart: every combination of one value from
 * each cell of each field. A question about all records is answered by trying these.
 */
export function gridOf({ schema, constants }: World): readonly object[] {
  const cells = new Map<Field, readonly unknown[]>()
  for (const field of schema.fields.values()) {
    const used = constants[field.name]
    if (used !== undefined) cells.set(field, cellsOf(field, used))
  }
  const choices: Record<string, readonly unknown[]> = {}
  for (const [{ property, relation }, values] of cells) if (relation === undefined) choices[property] = values
  for (const relation of schema.relations.values()) {
    const columns = Object.fromEntries(
      [...cells].flatMap(([field, values]) =>
        field.relation === relation ? [[field.property, values] as const] : [],
      ),
    )
    if (Object.keys(columns).length === 0) continue
    choices[relation.name] = relation.cardinality === "many" ? tables(columns) : [null, ...product(columns)]
  }
  return product(choices)
}

/** Every way to choose one value for each name. */
function product(choices: Readonly<Record<string, readonly unknown[]>>): readonly Row[] {
  let rows: readonly Row[] = [{}]
  for (const [name, values] of Object.entries(choices)) {
    if (rows.length * values.length > MOST_RECORDS) throw new RangeError("The grid is too large")
    rows = rows.flatMap((row) => values.map((value) => ({ ...row, [name]: value })))
  }
  return rows
}

/**
 * Every set of related records that a filter can tell apart. A condition reads one column, and asks whether ANY of its
 * values, or NONE, is in some set. So only this matters: which values a column has in some row. The columns are
 * independent, except that none of them has a value if there is no row.
 */
function tables(columns: Readonly<Record<string, readonly unknown[]>>): readonly (readonly Row[])[] {
  const subsets = Object.fromEntries(
    Object.entries(columns).map(([name, values]) => [name, nonEmptySubsets(values)]),
  )
  return [[], ...product(subsets).map((chosen) => rowsWith(chosen as Record<string, readonly unknown[]>))]
}

/** As few rows as hold all these values. */
function rowsWith(chosen: Readonly<Record<string, readonly unknown[]>>): readonly Row[] {
  const length = Math.max(...Object.values(chosen).map((values) => values.length))
  return Array.from({ length }, (_, i) =>
    Object.fromEntries(Object.entries(chosen).map(([name, values]) => [name, values[i % values.length]])),
  )
}

function nonEmptySubsets(values: readonly unknown[]): readonly (readonly unknown[])[] {
  return Array.from({ length: 2 ** values.length - 1 }, (_, i) =>
    values.filter((_, bit) => ((i + 1) >> bit) % 2 === 1),
  )
}
