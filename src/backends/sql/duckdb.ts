import type { FieldTypeName } from "../../schema/field.ts"
import { nativeDatetimes, sqlTimestamp } from "./datetimes.ts"
import { type Column, type Dialect, ORDER, UNLIMITED } from "./dialect.ts"
import { exists } from "./exists.ts"
import { folded, translated } from "./fold-ascii.ts"
import { commas, type Fragment, Parameter, type SqlValue, sql } from "./fragment.ts"
import { padded } from "./padded.ts"
import { inDoubleQuotes } from "./quoting.ts"

/** The type that a parameter is cast to: a driver cannot know it. */
const TYPES: Readonly<Record<FieldTypeName, string>> = {
  integer: "BIGINT",
  number: "DOUBLE",
  string: "VARCHAR",
  boolean: "BOOLEAN",
  enum: "VARCHAR",
  datetime: "TIMESTAMPTZ",
  reference: "BIGINT",
  opaque: "VARCHAR",
}

/**
 * DuckDB. Date-times are in columns of type `TIMESTAMPTZ`, which hold microseconds. Text columns may
 * have any collation.
 *
 * @example
 * ```ts
 * const filter = parseFilter(customers, '{"state":"active","id":{"$in":[1,2]}}')
 * toSql(filter, duckdb)
 * // {
 * //   text: '("state" COLLATE C = $1::VARCHAR AND "id" IN ($2::BIGINT, $3::BIGINT))',
 * //   values: ["active", 1, 2],
 * // }
 * ```
 */
export const duckdb: Dialect = {
  name: "DuckDB",
  maxParameters: UNLIMITED,
  maxDepth: UNLIMITED,
  placeholder: (position) => `$${position}`,
  values: (values) => values,
  identifier: inDoubleQuotes,
  always: "TRUE",
  never: "FALSE",
  // Pure, so that a bundler can leave out a dialect that is not used.
  instant: /* @__PURE__ */ nativeDatetimes("DuckDB", "TIMESTAMPTZ", (instant) => `${sqlTimestamp(instant)}Z`),
  value: (field, value) => {
    // Its driver for Node binds a whole number as an integer, and 1e300 is none that it knows.
    if (field.type === "number") return String(value)
    return typeof value === "string" ? folded(field, value) : value
  },
  equal: (column, value) => sql`${text(column)} = ${typed(value, column)}`,
  notEqual: (column, value) => sql`${text(column)} IS DISTINCT FROM ${typed(value, column)}`,
  // Parameters one by one: with a list in one, DuckDB would not use its index.
  among: (column, values) => sql`${text(column)} IN (${list(values, column)})`,
  notAmong: (column, values) => sql`${text(column)} NOT IN (${list(values, column)})`,
  order: (column, operator, value) => sql`${text(column)} ${ORDER[operator]} ${typed(value, column)}`,
  contains: (column, part) => sql`contains(${text(column)}, ${typed(folded(column.field, part), column)})`,
  exists,
}

/** A text is compared by bytes, whatever the column's collation; ASCII letters are folded where the field says so. */
function text({ name, field, collation }: Column): string {
  const exact = collation === "binary" || TYPES[field.type] !== "VARCHAR" ? name : `${name} COLLATE C`
  return field.caseSensitive ? exact : translated(exact)
}

function typed(value: SqlValue, { field }: Column): Fragment {
  return [new Parameter(value), `::${TYPES[field.type]}`]
}

function list(values: readonly SqlValue[], column: Column): Fragment {
  return commas(padded(values).map((value) => typed(value, column)))
}
