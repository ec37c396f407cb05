import type { Field, FieldTypeName } from "../../schema/field.ts"
import { isoSeconds } from "../../text/datetime.ts"
import { nativeDatetimes, sqlTimestamp } from "./datetimes.ts"
import { type Column, type Dialect, ORDER, UNLIMITED } from "./dialect.ts"
import { folded } from "./fold-ascii.ts"
import { commas, type Fragment, Parameter, type SqlValue, sql } from "./fragment.ts"
import { padded } from "./padded.ts"
import { inBackticks } from "./quoting.ts"

/** The type of a parameter, which ClickHouse wants in the placeholder. */
const TYPES: Readonly<Record<FieldTypeName, string>> = {
  integer: "Int64",
  number: "Float64",
  string: "String",
  boolean: "Bool",
  enum: "String",
  datetime: "DateTime64(6, 'UTC')",
  reference: "Int64",
  opaque: "String",
}

/**
 * ClickHouse 25.8 or newer. Placeholders are `{p1:Type}`, and values an object, as its clients take
 * them in `query_params`. Texts are UTF-8. Date-times are in columns of type `DateTime`, or of
 * `DateTime64` with six digits at most.
 *
 * @example
 * ```ts
 * const filter = parseFilter(customers, '{"state":"active","id":{"$in":[1,2]}}')
 * toSql(filter, clickhouse)
 * // {
 * //   text: "(`state` = {p1:String} AND `id` IN {p2:Array(Int64)})",
 * //   values: { p1: "active", p2: [1, 2] },
 * // }
 * ```
 */
export const clickhouse: Dialect<Readonly<Record<string, SqlValue>>> = {
  name: "ClickHouse",
  maxParameters: UNLIMITED,
  maxDepth: UNLIMITED,
  placeholder: (position, type) => `{p${position}:${type}}`,
  values: (values, firstParameter) =>
    Object.fromEntries(values.map((value, i) => [`p${firstParameter + i}`, value])),
  // A backslash escapes in quoted names too.
  identifier: (name) => inBackticks(name.replaceAll("\\", "\\\\")),
  always: "TRUE",
  never: "FALSE",
  // DateTime64 has no year 0, and takes one that is spelled so for 1970.
  // Pure, so that a bundler can leave out a dialect that is not used.
  instant: /* @__PURE__ */ nativeDatetimes("ClickHouse", "DateTime64", (instant) =>
    isoSeconds(instant.seconds).startsWith("0000") ? undefined : sqlTimestamp(instant),
  ),
  value: (field, value) => {
    // Some clients refuse a number above 2^53 and take it for a mistaken integer.
    if (field.type === "number") return String(value)
    return typeof value === "string" ? folded(field, value) : value
  },
  equal: (column, value) => sql`${text(column)} = ${typed(value, column)}`,
  notEqual: (column, value) => sql`(${column.name} IS NULL OR ${text(column)} <> ${typed(value, column)})`,
  among: (column, values) =>
    column.field.type === "datetime" ? has(column, values) : sql`${text(column)} IN ${list(values, column)}`,
  notAmong: (column, values) =>
    column.field.type === "datetime"
      ? sql`(${column.name} IS NOT NULL AND NOT ${has(column, values)})`
      : sql`${text(column)} NOT IN ${list(values, column)}`,
  order: (column, operator, value) => sql`${text(column)} ${ORDER[operator]} ${typed(value, column)}`,
  contains: (column, part) =>
    sql`position(${text(column)}, ${typed(folded(column.field, part), column)}) > 0`,
  // Not EXISTS, which distributed tables refuse. GLOBAL asks once for all shards; a null key is in no set.
  exists: ({ table, alias, on }, condition) => {
    const keys = (columns: readonly string[]) =>
      columns.length === 1 ? columns.join() : `(${columns.join(", ")})`
    const here = keys(on.map(([here]) => here))
    const there = on.map(([, there]) => there).join(", ")
    return sql`ifNull(${here} GLOBAL IN (SELECT ${there} FROM ${table} AS ${alias} WHERE ${condition}), 0)`
  },
}

/** The column; ASCII letters are folded where the field says so, and lower folds no others. */
function text({ name, field }: Column): string {
  return field.caseSensitive ? name : `lower(${name})`
}

function typed(value: SqlValue, { field }: Column): Fragment {
  return new Parameter(value, TYPES[field.type])
}

/** IN refuses to look for a DateTime64 in a column of DateTime; has does not, and uses the primary key as well. */
function has({ name, field }: Column, values: readonly SqlValue[]): Fragment {
  return sql`has(${array(values, field)}, ${name})`
}

/** One parameter for a list of any length, so that a statement stays the same. */
function list(values: readonly SqlValue[], column: Column): Fragment {
  if (column.field.type !== "number") return array(values, column.field)
  // Doubles are bound as texts, which an array does not take; and a set tells a negative zero from zero.
  const apart = values.flatMap((value) => (value === "0" ? [value, "-0"] : [value]))
  return sql`(${commas(padded(apart).map((value) => typed(value, column)))})`
}

function array(values: readonly SqlValue[], { type }: Field): Fragment {
  return new Parameter(
    values as Exclude<SqlValue, string | number | bigint | boolean>,
    `Array(${TYPES[type]})`,
  )
}
