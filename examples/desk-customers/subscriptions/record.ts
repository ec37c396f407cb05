import type { Field } from "desk-filter"
import { type RawBuilder, sql } from "kysely"
import { columns, relatedTables } from "../customers/mapping.ts"
import { storedCustomers } from "../customers/schema.ts"
import { isoTime } from "../database/time.ts"

const plain = (column: string): RawBuilder<unknown> => sql.ref(column)

/** A column as JSON, in a form that predicates read. */
const FORMS: Readonly<Record<Field["type"], (column: string) => RawBuilder<unknown>>> = {
  integer: plain,
  number: plain,
  string: plain,
  boolean: plain,
  enum: plain,
  datetime: (column) => isoTime<"customers">(column as "customers.created_at"),
  reference: plain,
  // A filter tests only whether there is a value, and a log of changes is no place for a hash of a password.
  opaque: (column) => sql`CASE WHEN ${sql.ref(column)} IS NOT NULL THEN true END`,
  uuid: plain,
  decimal: (column) => sql`${sql.ref(column)}::text`,
  date: (column) => sql`${sql.ref(column)}::text`,
}

/**
 * A row of `customers` with its related rows, as JSON that predicates read. It has every field of the schema, so it
 * needs no change when the schema gets a field.
 */
export const customerRecord: RawBuilder<unknown> = object([
  ...fieldsOf(undefined).map(({ name, type }) =>
    member(name, FORMS[type](`customers.${columns[name as keyof typeof columns]}`)),
  ),
  ...Object.entries(relatedTables).map(([relation, table]) =>
    member(relation, relatedRecords(relation, table)),
  ),
])

function relatedRecords(relation: string, table: string): RawBuilder<unknown> {
  const record = object(
    fieldsOf(relation).map(({ property, type }) => member(property, FORMS[type](`related.${property}`))),
  )
  return sql`(
    SELECT coalesce(jsonb_agg(${record}), '[]') FROM ${sql.table(table)} AS related
    WHERE related.tenant_id = customers.tenant_id AND related.customer_id = customers.id)`
}

/** The fields of a relation, or those of the customer itself. */
function fieldsOf(relation: string | undefined): readonly Field[] {
  return [...storedCustomers.fields.values()].filter((field) => field.relation?.name === relation)
}

function member(name: string, value: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`${sql.lit(name)}, ${value}`
}

function object(members: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return sql`jsonb_build_object(${sql.join(members)})`
}
