import { type Instant, isoSeconds } from "../../datetime.ts"
import type { Field } from "../../schema/field.ts"
import { foldAscii } from "../../unicode.ts"
import type { DatetimeStorage, Dialect, Stored } from "./dialect.ts"
import { type Fragment, Parameter, type SqlValue, sql } from "./fragment.ts"

const ORDER = { $lt: "<", $lte: "<=", $gt: ">", $gte: ">=" } as const

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
  "epoch-micros": ({ seconds, nanos }) => {
    const micros = BigInt(seconds) * 1_000_000n + BigInt(Math.floor(nanos / 1000))
    return {
      value: Number.isSafeInteger(Number(micros)) ? Number(micros) : micros,
      exact: nanos % 1000 === 0,
    }
  },
}

/**
 * SQLite 3.38 or newer. It has no type for date-times: `datetimeStorage` in the mapping says what
 * those columns hold. Booleans are 1 and 0, ids in columns of type INTEGER, texts of type TEXT.
 *
 * @example
 * ```ts
 * const filter = parseFilter(customers, '{"trusted":true,"id":{"$in":[1,2]}}')
 * toSql(filter, sqlite)
 * // { text: '("trusted" = ? AND "id" IN (SELECT value FROM json_each(?)))', values: [1, "[1,2]"] }
 * ```
 */
export const sqlite: Dialect = {
  name: "sqlite",
  placeholder: () => "?",
  identifier: (name) => `"${name.replaceAll('"', '""')}"`,
  always: "1 = 1",
  never: "1 = 0",
  instant: (instant, storage = "iso-millis") => STORAGES[storage](instant),
  value: (_field, value) => (typeof value === "boolean" ? Number(value) : value),
  equal: (column, value, field) => sql`${column} = ${new Parameter(value)}${collation(value, field)}`,
  notEqual: (column, value, field) => sql`${column} IS NOT ${new Parameter(value)}${collation(value, field)}`,
  among: (column, values, field) => sql`${listed(column, values, field)} IN (${list(values, field)})`,
  notAmong: (column, values, field) => sql`${listed(column, values, field)} NOT IN (${list(values, field)})`,
  order: (column, operator, value, field) =>
    sql`${column} ${ORDER[operator]} ${new Parameter(value)}${collation(value, field)}`,
  // instr compares bytes. LIKE would fold ASCII letters and give % and _ a meaning.
  contains: (column, part, field) =>
    field.caseSensitive
      ? sql`instr(${column}, ${new Parameter(part)}) > 0`
      : sql`instr(lower(${column}), ${new Parameter(foldAscii(part))}) > 0`,
}

/** A comparison of texts says by which collation, whatever the column's is: BINARY compares bytes, NOCASE folds ASCII letters first. */
function collation(value: SqlValue | undefined, field: Field): string {
  if (typeof value !== "string") return ""
  return field.caseSensitive ? " COLLATE BINARY" : " COLLATE NOCASE"
}

function listed(column: Fragment, values: readonly SqlValue[], field: Field): Fragment {
  return sql`${column}${collation(values[0], field)}`
}

/**
 * One parameter for a list of any length, so that a statement stays the same. Not for doubles:
 * reading their digits back from JSON is not exact in every version.
 */
function list(values: readonly SqlValue[], field: Field): Fragment {
  if (field.type === "number")
    return values.flatMap((value, i) => (i === 0 ? [new Parameter(value)] : [", ", new Parameter(value)]))
  const json = values.map((value) => (typeof value === "bigint" ? String(value) : JSON.stringify(value)))
  return sql`SELECT value FROM json_each(${new Parameter(`[${json.join()}]`)})`
}
