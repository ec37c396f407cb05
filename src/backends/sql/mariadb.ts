import type { FieldTypeName } from "../../schema/field.ts"
import { nativeDatetimes, sqlTimestamp } from "./datetimes.ts"
import { type Column, type Dialect, ORDER, UNLIMITED } from "./dialect.ts"
import { exists } from "./exists.ts"
import { folded, replaced } from "./fold-ascii.ts"
import { commas, type Fragment, Parameter, type SqlValue, sql } from "./fragment.ts"
import { padded } from "./padded.ts"
import { inBackticks } from "./quoting.ts"

/** What a parameter is converted to: a text beside a number, or a number beside a text, would find what is merely alike. */
const TYPES: Readonly<Record<FieldTypeName, (parameter: Fragment) => Fragment>> = {
  integer: (parameter) => sql`CAST(${parameter} AS SIGNED)`,
  number: (parameter) => sql`CAST(${parameter} AS DOUBLE)`,
  string: exact,
  boolean: (parameter) => sql`CAST(${parameter} AS SIGNED)`,
  enum: exact,
  datetime: (parameter) => sql`CAST(${parameter} AS DATETIME(6))`,
  reference: (parameter) => sql`CAST(${parameter} AS SIGNED)`,
  opaque: exact,
}

/**
 * MariaDB 10.6 or newer. Date-times are in UTC in columns of type `DATETIME`, with any precision.
 * Text columns may have any character set and collation, also the usual ones, which ignore case,
 * accents or trailing spaces. Their indexes serve equality; one of `utf8mb4_nopad_bin` serves order too.
 *
 * @example
 * ```ts
 * toSql(parseFilter(customers, '{"state":"active"}'), mariadb)
 * // { text: "`state` = CONVERT(? USING utf8mb4) COLLATE utf8mb4_nopad_bin", values: ["active"] }
 * ```
 */
export const mariadb: Dialect = {
  name: "MariaDB",
  maxParameters: 65_535,
  maxDepth: UNLIMITED,
  placeholder: () => "?",
  values: (values) => values,
  identifier: inBackticks,
  always: "TRUE",
  never: "FALSE",
  // Pure, so that a bundler can leave out a dialect that is not used.
  instant: /* @__PURE__ */ nativeDatetimes("MariaDB", "DATETIME", sqlTimestamp),
  value: (field, value) => {
    if (typeof value === "boolean") return Number(value)
    return typeof value === "string" ? folded(field, value) : value
  },
  equal: (column, value) => sql`${text(column)} = ${typed(value, column)}`,
  notEqual: (column, value) => sql`NOT (${text(column)} <=> ${typed(value, column)})`,
  among: (column, values) => sql`${text(column)} IN (${list(values, column)})`,
  notAmong: (column, values) => sql`${text(column)} NOT IN (${list(values, column)})`,
  order: (column, operator, value) => sql`${text(column)} ${ORDER[operator]} ${typed(value, column)}`,
  contains: (column, part) => sql`LOCATE(${typed(folded(column.field, part), column)}, ${text(column)}) > 0`,
  exists,
}

/** A text that is compared by code point and without padding, and the other side of the comparison with it. */
function exact(parameter: Fragment): Fragment {
  return sql`CONVERT(${parameter} USING utf8mb4) COLLATE utf8mb4_nopad_bin`
}

function text({ name, field }: Column): string {
  return field.caseSensitive ? name : replaced(name)
}

function typed(value: SqlValue, { field }: Column): Fragment {
  return TYPES[field.type](new Parameter(value))
}

function list(values: readonly SqlValue[], column: Column): Fragment {
  return commas(padded(values).map((value) => typed(value, column)))
}
