import type { Field, FieldTypeName } from "../../schema/field.ts"
import { isoSeconds } from "../../text/datetime.ts"
import { nativeDatetimes } from "./datetimes.ts"
import { type Column, type Dialect, ORDER, UNLIMITED } from "./dialect.ts"
import { exists } from "./exists.ts"
import { folded, translated } from "./fold-ascii.ts"
import { commas, type Fragment, Parameter, type SqlValue, sql } from "./fragment.ts"
import { inDoubleQuotes } from "./quoting.ts"

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

/**
 * PostgreSQL, and what speaks its language. Date-times are in columns of type `timestamptz`, which
 * hold microseconds. A text column whose collation is nondeterministic has to be declared so in the
 * mapping; one in `"C"` may be, and its order is then served by an ordinary index.
 *
 * @example
 * ```ts
 * const filter = parseFilter(customers, '{"state":"active","id":{"$in":[1,2]}}')
 * toSql(filter, postgres)
 * // { text: '("state" = $1::text AND "id" = ANY($2::bigint[]))', values: ["active", [1, 2]] }
 * ```
 */
export const postgres: Dialect = {
  name: "PostgreSQL",
  maxParameters: 65_535,
  maxDepth: UNLIMITED,
  placeholder: (position) => `$${position}`,
  values: (values) => values,
  identifier: inDoubleQuotes,
  always: "TRUE",
  never: "FALSE",
  // Pure, so that a bundler can leave out a dialect that is not used.
  instant: /* @__PURE__ */ nativeDatetimes("PostgreSQL", "timestamptz", ({ seconds, nanos }) => {
    const micros = String(Math.floor(nanos / 1000)).padStart(6, "0")
    const iso = isoSeconds(seconds)
    // There is no year 0: the one before 1 is 1 BC.
    return iso.startsWith("0000") ? `0001${iso.slice(4)}.${micros}Z BC` : `${iso}.${micros}Z`
  }),
  value: (field, value) => (typeof value === "string" ? folded(field, value) : value),
  equal: (column, value) => exactly(column, (text) => sql`${text} = ${typed(value, column)}`),
  notEqual: (column, value) => sql`${bytes(column)} IS DISTINCT FROM ${typed(value, column)}`,
  // One array is one parameter: a statement stays the same however long the list is.
  among: (column, values) => exactly(column, (text) => sql`${text} = ANY(${typedArray(values, column)})`),
  notAmong: (column, values) => sql`${bytes(column)} <> ALL(${typedArray(values, column)})`,
  order: (column, operator, value) => {
    const byPattern = column.field.type === "string" && column.collation !== "binary"
    return sql`${text(column)} ${(byPattern ? TEXT_ORDER : ORDER)[operator]} ${typed(value, column)}`
  },
  contains: (column, part) => sql`strpos(${bytes(column)}, ${typed(folded(column.field, part), column)}) > 0`,
  exists,
}

/** The column, with ASCII letters folded where the field says so. */
function text({ name, field }: Column): string {
  return field.caseSensitive ? name : translated(name)
}

/** The text of a column such that only the same texts are equal. */
function bytes(column: Column): string {
  return vague(column) ? `${text(column)} COLLATE "C"` : text(column)
}

/** An equality. Where different texts may be equal it is asked twice: as the index knows it, and of those that it finds exactly. */
function exactly(column: Column, test: (text: string) => Fragment): Fragment {
  return vague(column) ? sql`(${test(text(column))} AND ${test(bytes(column))})` : test(text(column))
}

function vague({ collation, field }: Column): boolean {
  return collation === "nondeterministic" && TYPES[field.type] === "text"
}

function typed(value: SqlValue, { field }: Column): Fragment {
  return [new Parameter(value), cast(field, [value], "")]
}

/**
 * The cast of a parameter, or of a list. A driver that sees `timestamptz` may make a Date of the text and
 * lose what a Date cannot hold, as postgres.js does; such a text is sent as one.
 */
function cast({ type }: Field, values: readonly SqlValue[], list: "" | "[]"): string {
  const finerThanDate = type === "datetime" && !values.every((value) => String(value).endsWith("000Z"))
  return `${finerThanDate ? `::text${list}` : ""}::${TYPES[type]}${list}`
}

/**
 * A list as one array, but for booleans, of which there are two. Some drivers take an array for what
 * its first item is: a bigint goes as its digits, and a boolean on its own.
 */
function typedArray(values: readonly SqlValue[], column: Column): Fragment {
  if (column.field.type === "boolean")
    return sql`ARRAY[${commas(values.map((value) => typed(value, column)))}]`
  const items = values.map((value) => (typeof value === "bigint" ? String(value) : value))
  return [
    new Parameter(items as Exclude<SqlValue, string | number | bigint | boolean>),
    cast(column.field, items, "[]"),
  ]
}
