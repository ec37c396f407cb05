import type { Field, FieldName, FieldTypeName } from "../../src/index.ts"
import type { Collation, DatetimeStorage } from "../../src/sql.ts"
import { sqlMapping } from "../../src/sql.ts"
import { type Person, people } from "../conformance/people.ts"

/** The tables of the records. Each column has the type of a field of people. */
const fieldsByColumn = {
  people: {
    id: "id",
    count: "count",
    score: "score",
    full_name: "name",
    label: "label",
    active: "active",
    role: "role",
    seen_at: "seenAt",
    owner: "owner",
    secret: "secret",
    ref: "ref",
    price: "price",
    born: "born",
  },
  // Some columns have the same name in people on purpose: a condition must not confuse them.
  tags: {
    id: "id",
    person: "id",
    name: "tags.name",
    label: "tags.label",
    rank: "tags.rank",
    at: "tags.at",
    ref: "tags.ref",
    due: "tags.due",
  },
  companies: { id: "id", name: "company.name", size: "company.size" },
} as const satisfies Readonly<Record<string, Readonly<Record<string, FieldName<typeof people>>>>>

type Tables = typeof fieldsByColumn
type FieldWithColumn = { [T in keyof Tables]: Tables[T][keyof Tables[T]] }[keyof Tables]
type FieldWithoutColumn = Exclude<FieldName<typeof people>, FieldWithColumn>

/** A compile error here names the fields of people that no table has. */
export const everyFieldHasColumn: [FieldWithoutColumn] extends [never] ? true : FieldWithoutColumn = true

export type TableName = keyof Tables
export const tableNames = Object.keys(fieldsByColumn) as readonly TableName[]

/** A column of a table. */
export interface TableColumn {
  readonly name: string
  /** The field whose values it holds. */
  readonly field: Field
}

/** The columns of each table, in order. */
export const tables = Object.fromEntries(
  Object.entries(fieldsByColumn).map(([table, columns]) => [
    table,
    Object.entries(columns).map(([name, field]): TableColumn => ({ name, field: fieldNamed(field) })),
  ]),
) as unknown as Readonly<Record<TableName, readonly TableColumn[]>>

function fieldNamed(name: string): Field {
  const field = people.fields.get(name)
  if (field === undefined) throw new Error(`people has no field ${name}`)
  return field
}

/** The column type of an engine for each type of field. */
export type ColumnTypes = Readonly<Record<FieldTypeName, string>>

/** The columns of a table, for CREATE TABLE. */
export function columnDefinitions(table: TableName, types: ColumnTypes, quote: '"' | "`"): string {
  return tables[table].map(({ name, field }) => `${quote}${name}${quote} ${types[field.type]}`).join()
}

/** @param scale the scale of decimals, in a database that holds them as integers */
export function mappingOf(datetimeStorage?: DatetimeStorage, collation?: Collation, scale?: number) {
  return sqlMapping(people, {
    table: "people",
    columns: {
      name: "full_name",
      seenAt: "seen_at",
      ...(scale !== undefined && { price: { scale } }),
    },
    relations: {
      tags: { table: "tags", on: { id: "person" } },
      company: { table: "companies", on: { id: "id" } },
    },
    ...(datetimeStorage !== undefined && { datetimeStorage }),
    ...(collation !== undefined && { collation }),
  })
}

const same = (value: unknown) => value

/** The value of a row for a present value of a record. Engines convert it further. */
const rowValues: Readonly<Record<FieldTypeName, (value: unknown) => unknown>> = {
  integer: same,
  number: same,
  string: same,
  boolean: same,
  enum: same,
  // Databases want an upper-case T and Z. A spelling without Z has milliseconds at most.
  datetime: (value) =>
    /z$/i.test(String(value)) ? String(value).toUpperCase() : new Date(value as string | Date).toISOString(),
  reference: (value) => (typeof value === "object" ? (value as { readonly id: number }).id : value),
  opaque: same,
  uuid: (value) => String(value).toLowerCase(),
  // Not a number: a driver would send a double.
  decimal: String,
  date: same,
}

/** The values of a record in the order of the columns. `keys` are the columns that are not in the record. */
function rowOf(table: TableName, record: object, keys: Readonly<Record<string, number>> = {}): unknown[] {
  const properties = record as Readonly<Record<string, unknown>>
  return tables[table].map(({ name, field }) => {
    const value = keys[name] ?? properties[field.property] ?? null
    return value === null ? null : rowValues[field.type](value)
  })
}

/** The rows of the records, with the values in the order of the columns. */
export function rowsOf(records: readonly Person[]): Record<TableName, unknown[][]> {
  return {
    people: records.map((person) => rowOf("people", person)),
    tags: records.flatMap(({ id, tags = [] }) =>
      tags.map((tag, i) => rowOf("tags", tag, { id: id * 100 + i, person: id })),
    ),
    companies: records.flatMap(({ id, company }) => (company ? [rowOf("companies", company, { id })] : [])),
  }
}

/** The tables of the records by column: the type of its field, and its values as texts. */
export function columnArrays(records: readonly Person[]) {
  const rows = rowsOf(records)
  return tableNames.map((table) => {
    const columns = tables[table].map(({ field: { type } }, i) => ({
      type,
      values: rows[table].map((row) => text(row[i])),
    }))
    return [table, columns] as const
  })
}

function text(value: unknown): string | null {
  if (value === null) return null
  // String drops the sign of a negative zero.
  return Object.is(value, -0) ? "-0" : String(value)
}
