import { type Instant, isoSeconds } from "../../text/datetime.ts"
import { foldAscii } from "../../text/unicode.ts"
import { microseconds } from "./datetimes.ts"
import { type Column, type DatetimeStorage, type Dialect, ORDER, type Stored } from "./dialect.ts"
import { exists } from "./exists.ts"
import { commas, type Fragment, Parameter, type SqlValue, sql } from "./fragment.ts"
import { padded } from "./padded.ts"
import { inBackticks } from "./quoting.ts"

/** What each kind of column holds of an instant. */
const STORAGES: Readonly<Record<DatetimeStorage, (instant: Instant) => Stored>> = {
  "iso-millis": ({ seconds, nanos }) => ({
    value: `${isoSeconds(seconds)}.${String(Math.floor(nanos / 1e6)).padStart(3, "0")}Z`,
    exact: nanos % 1e6 === 0,
  }),
  "epoch-seconds": ({ seconds, nanos }) => ({ value: seconds, exact: nanos === 0 }),
  "epoch-millis": ({ seconds, nanos }) => ({
    value: seconds * 1000 + Math.floor(nanos / 1e6),
    exact: nanos % 1e6 === 0,
  }),
  "epoch-micros": (instant) => ({ value: microseconds(instant), exact: instant.nanos % 1000 === 0 }),
}

/**
 * SQLite 3.38 or newer. It has no type for date-times: `datetimeStorage` in the mapping says what
 * those columns hold. Booleans are 1 and 0, ids in columns of type INTEGER, texts of type TEXT. A
 * text column may have any collation; an index on one that is not BINARY serves if the mapping says
 * that the column is `"nondeterministic"`.
 *
 * @example
 * ```ts
 * const filter = parseFilter(customers, '{"trusted":true,"id":{"$in":[1,2]}}')
 * toSql(filter, sqlite)
 * // { text: "(`trusted` = ? AND `id` IN (SELECT value FROM json_each(?)))", values: [1, "[1,2]"] }
 * ```
 */
export const sqlite: Dialect = {
  name: "SQLite",
  maxParameters: 32_766,
  maxDepth: 1000,
  placeholder: () => "?",
  values: (values) => values,
  // Not double quotes: SQLite takes a name in them for a text when there is no such column.
  identifier: inBackticks,
  always: "1 = 1",
  never: "1 = 0",
  instant: (instant, storage = "iso-millis") => STORAGES[storage](instant),
  value: (_field, value) => (typeof value === "boolean" ? Number(value) : value),
  equal: (column, value) =>
    exactly(column, value, (collation) => sql`${column.name} = ${new Parameter(value)}${collation}`),
  notEqual: (column, value) => sql`${column.name} IS NOT ${new Parameter(value)}${collation(value, column)}`,
  among: (column, values) =>
    exactly(column, values[0], (collation) => sql`${column.name}${collation} IN (${list(values, column)})`),
  notAmong: (column, values) =>
    sql`${column.name}${collation(values[0], column)} NOT IN (${list(values, column)})`,
  order: (column, operator, value) =>
    sql`${column.name} ${ORDER[operator]} ${new Parameter(value)}${collation(value, column)}`,
  // instr compares bytes. LIKE would fold ASCII letters and give % and _ a meaning.
  contains: ({ name, field }, part) =>
    field.caseSensitive
      ? sql`instr(${name}, ${new Parameter(part)}) > 0`
      : sql`instr(lower(${name}), ${new Parameter(foldAscii(part))}) > 0`,
  exists,
}

/** A comparison of texts says by which collation, whatever the column's is: BINARY compares bytes, NOCASE folds ASCII letters first. */
function collation(value: SqlValue | undefined, { field }: Column): string {
  if (typeof value !== "string") return ""
  return field.caseSensitive ? " COLLATE BINARY" : " COLLATE NOCASE"
}

/** An equality. Where the column may call different texts equal it is asked twice: as the index knows it, and exactly. */
function exactly(
  column: Column,
  value: SqlValue | undefined,
  test: (collation: string) => Fragment,
): Fragment {
  const exact = test(collation(value, column))
  const vague = column.collation === "nondeterministic" && column.field.caseSensitive
  return vague && typeof value === "string" ? sql`(${test("")} AND ${exact})` : exact
}

/**
 * One parameter for a list of any length, so that a statement stays the same. Not for doubles:
 * reading their digits back from JSON is not exact in every version.
 */
function list(values: readonly SqlValue[], { field }: Column): Fragment {
  if (field.type === "number") return commas(padded(values).map((value) => new Parameter(value)))
  const json = values.map((value) => (typeof value === "bigint" ? String(value) : JSON.stringify(value)))
  return sql`SELECT value FROM json_each(${new Parameter(`[${json.join()}]`)})`
}
