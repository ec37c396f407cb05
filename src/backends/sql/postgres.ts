import { isoSeconds } from "../../datetime.ts"
import type { Field, FieldTypeName } from "../../schema/field.ts"
import { foldAscii } from "../../unicode.ts"
import type { Dialect } from "./dialect.ts"
import { type Fragment, Parameter, type SqlValue, sql } from "./fragment.ts"

/** The type that a parameter is cast to, so that neither driver nor server has to guess. */
const TYPES: Readonly<Record<FieldTypeName, string>> = {
  integer: "bigint",
  number: "double precision",
  string: "text",
  boolean: "boolean",
  enum: "text",
  datetime: "timestamptz",
  reference: "bigint",
  opaque: "text",
}

/** The pattern operators compare bytes under every collation, and UTF-8 bytes stand in code point order. */
const TEXT_ORDER = { $lt: "~<~", $lte: "~<=~", $gt: "~>~", $gte: "~>=~" } as const
const ORDER = { $lt: "<", $lte: "<=", $gt: ">", $gte: ">=" } as const

const UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

/**
 * PostgreSQL. Date-times are in columns of type `timestamptz`, which hold microseconds; text columns
 * have a deterministic collation, as all have unless declared otherwise.
 *
 * @example
 * ```ts
 * const filter = parseFilter(customers, '{"state":"active","id":{"$in":[1,2]}}')
 * toSql(filter, postgres)
 * // { text: '("state" = $1::text AND "id" = ANY($2::bigint[]))', values: ["active", [1, 2]] }
 * ```
 */
export const postgres: Dialect = {
  name: "postgres",
  placeholder: (position) => `$${position}`,
  identifier: (name) => `"${name.replaceAll('"', '""')}"`,
  always: "TRUE",
  never: "FALSE",
  instant: ({ seconds, nanos }, storage) => {
    if (storage !== undefined) {
      throw new TypeError(
        "PostgreSQL stores date-times as timestamptz: leave datetimeStorage out of the mapping",
      )
    }
    const micros = String(Math.floor(nanos / 1000)).padStart(6, "0")
    const iso = isoSeconds(seconds)
    // There is no year 0: the one before 1 is 1 BC.
    const text = iso.startsWith("0000") ? `0001${iso.slice(4)}.${micros}Z BC` : `${iso}.${micros}Z`
    return { value: text, exact: nanos % 1000 === 0 }
  },
  value: (field, value) => (typeof value === "string" ? folded(field, value) : value),
  equal: (column, value, field) => sql`${text(column, field)} = ${typed(value, field)}`,
  notEqual: (column, value, field) => sql`${text(column, field)} IS DISTINCT FROM ${typed(value, field)}`,
  // One array is one parameter: a statement stays the same however long the list is.
  among: (column, values, field) => sql`${text(column, field)} = ANY(${typedArray(values, field)})`,
  notAmong: (column, values, field) => sql`${text(column, field)} <> ALL(${typedArray(values, field)})`,
  order: (column, operator, value, field) =>
    sql`${text(column, field)} ${field.type === "string" ? TEXT_ORDER[operator] : ORDER[operator]} ${typed(value, field)}`,
  contains: (column, part, field) =>
    sql`strpos(${text(column, field)}, ${typed(folded(field, part), field)}) > 0`,
}

/** The column, with ASCII letters folded where the field says so. translate is exact under every collation, lower is not. */
function text(column: Fragment, field: Field): Fragment {
  return field.caseSensitive ? column : sql`translate(${column}, '${UPPER}', '${UPPER.toLowerCase()}')`
}

function folded(field: Field, value: string): string {
  return field.caseSensitive ? value : foldAscii(value)
}

function typed(value: SqlValue, field: Field): Fragment {
  return [new Parameter(value), `::${TYPES[field.type]}`]
}

function typedArray(values: readonly SqlValue[], field: Field): Fragment {
  return [
    new Parameter(values as Exclude<SqlValue, string | number | bigint | boolean>),
    `::${TYPES[field.type]}[]`,
  ]
}
