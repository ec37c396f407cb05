import type { Field, Schema } from "desk-filter"
import { unstorable } from "./unstorable.ts"

/** A column, and the field whose values it holds. */
export interface TableColumn {
  readonly name: string
  readonly field: Field
}

/** The related records of a relation. Its column `key` refers to that of the main table. */
export interface RelatedTable {
  readonly relation: string
  readonly isMany: boolean
  readonly table: string
  readonly key: string
  readonly columns: readonly TableColumn[]
}

/** The tables of a schema. */
export interface Layout {
  readonly schema: Schema
  readonly table: string
  /** The column that holds the index of the record. */
  readonly key: string
  readonly columns: readonly TableColumn[]
  readonly related: readonly RelatedTable[]
}

/** Makes a table of the records, and one of the related records of each relation. */
export function layoutOf(schema: Schema): Layout {
  const tableNames = new Names()
  const table = tableNames.unique("records")
  const fields = [...schema.fields.values()]
  const main = columnsOf(fields.filter(({ relation }) => relation === undefined))
  const related = [...schema.relations.values()].map(({ name, cardinality }) => ({
    relation: name,
    isMany: cardinality === "many",
    table: tableNames.unique(`records_${name}`),
    ...columnsOf(fields.filter(({ relation }) => relation?.name === name)),
  }))
  return { schema, table, ...main, related }
}

function columnsOf(fields: readonly Field[]): Pick<Layout, "key" | "columns"> {
  const names = new Names()
  const columns = fields.map((field) => ({ name: names.unique(field.property), field }))
  return { key: names.unique("record"), columns }
}

/** The columns that PostgreSQL adds to each table. */
const systemColumns = ["tableoid", "xmin", "cmin", "xmax", "cmax", "ctid"]

/** PostgreSQL cuts a longer name off. A character takes up to four bytes. */
const maxLength = 15

/** Names that are different from each other in both databases. SQLite ignores the case of a name. */
class Names {
  readonly #taken = new Set(systemColumns)

  unique(wanted: string): string {
    const isPlain = /^[\w $.-]*$/.test(wanted) ? wanted.length <= 4 * maxLength : wanted.length <= maxLength
    const base = isPlain && !unstorable.test(wanted) ? wanted : "column"
    let name = base
    for (let number = 2; this.#taken.has(name.toLowerCase()); number++) name = `${base}_${number}`
    this.#taken.add(name.toLowerCase())
    return name
  }
}

/** A row of a table: its key, and the value of each column. A missing value is null. */
export interface Row {
  readonly key: number
  readonly values: readonly unknown[]
}

/** The rows of the main table. */
export function mainRows({ columns }: Layout, records: readonly Record<string, unknown>[]): readonly Row[] {
  return records.map((record, key) => ({ key, values: valuesOf(columns, record) }))
}

/** The rows of a related table. */
export function relatedRows(
  { relation, isMany, columns }: RelatedTable,
  records: readonly Record<string, unknown>[],
): readonly Row[] {
  return records.flatMap((record, key) => {
    const value = record[relation]
    if (value === null || value === undefined) return []
    if (isMany !== Array.isArray(value))
      throw new TypeError(`Record ${key + 1}: ${relation} is not ${isMany ? "a list" : "one object"}.`)
    const rows: readonly unknown[] = Array.isArray(value) ? value : [value]
    return rows
      .filter((row) => row !== null && row !== undefined)
      .map((row) => {
        if (typeof row !== "object")
          throw new TypeError(`Record ${key + 1}: ${relation} has a value that is not an object.`)
        return { key, values: valuesOf(columns, row as Readonly<Record<string, unknown>>) }
      })
  })
}

function valuesOf(columns: readonly TableColumn[], record: Readonly<Record<string, unknown>>) {
  return columns.map(({ field }) =>
    Object.hasOwn(record, field.property) ? (record[field.property] ?? null) : null,
  )
}
