import type { FieldTypeName } from "../../schema/field.ts"
import { nativeDatetimes, sqlTimestamp } from "./datetimes.ts"
import { type Column, type Dialect, ORDER, UNLIMITED } from "./dialect.ts"
import { exists } from "./exists.ts"
import { folded, replaced } from "./fold-ascii.ts"
import { commas, type Fragment, Parameter, type SqlValue, sql } from "./fragment.ts"
import { padded } from "./padded.ts"
import { inBackticks } from "./quoting.ts"

/** The type that a parameter is cast to: a text beside a number, or a number beside a text, would find what is merely alike. */
const TYPES: Readonly<Record<FieldTypeName, string | undefined>> = {
  integer: "SIGNED",
  number: "DOUBLE",
  string: undefined,
  boolean: "SIGNED",
  enum: undefined,
  datetime: "DATETIME(6)",
  reference: "SIGNED",
  opaque: undefined,
}

/**
 * MySQL 8.0.17 or newer. Date-times are in UTC in columns of type `DATETIME`, with any precision.
 * Text columns may have any character set and collation, also the usual ones, which ignore case,
 * accents or trailing spaces: an equality is then asked twice, as the index knows it and of the bytes.
 *
 * @example
 * ```ts
 * const filter = parseFilter(customers, '{"trusted":true,"id":{"$in":[1,2,3]}}')
 * toSql(filter, mysql).text
 * // "(`trusted` = CAST(? AS SIGNED) AND `id` IN (CAST(? AS SIGNED), CAST(? AS SIGNED), CAST(? AS SIGNED), CAST(? AS SIGNED)))"
 * ```
 */
export const mysql: Dialect = {
  name: "MySQL",
  maxParameters: 65_535,
  maxDepth: UNLIMITED,
  placeholder: () => "?",
  values: (values) => values,
  identifier: inBackticks,
  always: "TRUE",
  never: "FALSE",
  // Pure, so that a bundler can leave out a dialect that is not used.
  instant: /* @__PURE__ */ nativeDatetimes("MySQL", "DATETIME", sqlTimestamp),
  value: (field, value) => {
    if (typeof value === "boolean") return Number(value)
    return typeof value === "string" ? folded(field, value) : value
  },
  equal: (column, value) => exactly(column, (operand, parameter) => sql`${operand} = ${parameter(value)}`),
  notEqual: (column, value) => sql`NOT (${exact(column)} <=> ${exactParameter(value, column)})`,
  among: (column, values) =>
    exactly(column, (operand, parameter) => sql`${operand} IN (${commas(padded(values).map(parameter))})`),
  notAmong: (column, values) =>
    sql`${exact(column)} NOT IN (${commas(padded(values).map((value) => exactParameter(value, column)))})`,
  order: (column, operator, value) =>
    sql`${exact(column)} ${ORDER[operator]} ${exactParameter(value, column)}`,
  contains: (column, part) =>
    sql`LOCATE(${exactParameter(folded(column.field, part), column)}, ${exact(column)}) > 0`,
  exists,
}

/** An equality. Where different texts may be equal it is asked twice: as the index knows it, and of the bytes. */
function exactly(
  column: Column,
  test: (operand: string, parameter: (value: SqlValue) => Fragment) => Fragment,
): Fragment {
  const byBytes = test(exact(column), (value) => exactParameter(value, column))
  if (!vague(column) || !column.field.caseSensitive) return byBytes
  return sql`(${test(column.name, (value) => new Parameter(value))} AND ${byBytes})`
}

/** The column such that only the same texts are equal, and they stand by code point; folded where the field says so. */
function exact(column: Column): string {
  const text = vague(column) ? bytes(column.name) : column.name
  return column.field.caseSensitive ? text : replaced(text)
}

function exactParameter(value: SqlValue, column: Column): Fragment {
  const type = TYPES[column.field.type]
  const parameter = new Parameter(value)
  if (type !== undefined) return sql`CAST(${parameter} AS ${type})`
  return vague(column) ? sql`CAST(CONVERT(${parameter} USING utf8mb4) AS BINARY)` : parameter
}

function bytes(text: string): string {
  return `CAST(CONVERT(${text} USING utf8mb4) AS BINARY)`
}

function vague({ field, collation }: Column): boolean {
  return TYPES[field.type] === undefined && collation !== "binary"
}
