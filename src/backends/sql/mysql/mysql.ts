import type { FieldTypeName } from "../../../schema/field.ts"
import { bindComparable } from "../dialect/bind.ts"
import { sqlTimestamp, storeNative } from "../dialect/datetimes.ts"
import { type Column, type Dialect, ORDER, type StoredType, UNLIMITED } from "../dialect/dialect.ts"
import { exists } from "../dialect/exists.ts"
import { foldByReplace } from "../dialect/fold-ascii.ts"
import { commas, type Fragment, Parameter, type SqlValue, sql } from "../dialect/fragment.ts"
import { padded } from "../dialect/padded.ts"
import { inBackticks } from "../dialect/quoting.ts"
import { storeScaled } from "../dialect/scaled-decimal.ts"

interface MysqlType extends StoredType {
  /**
   * The type that a parameter is cast to. A comparison of a text with a number would find values that are only
   * similar. It is undefined for types whose values compare as texts: the column's collation matters there.
   */
  readonly cast: string | undefined
}

const signed: MysqlType = { cast: "SIGNED", store: bindComparable }
const text: MysqlType = { cast: undefined, store: bindComparable }

const types: Readonly<Record<FieldTypeName, MysqlType>> = {
  integer: signed,
  number: { cast: "DOUBLE", store: bindComparable },
  string: text,
  boolean: signed,
  enum: text,
  datetime: {
    cast: "DATETIME(6)",
    store: (comparable, column) => storeNative(comparable, column, "MySQL", "DATETIME", sqlTimestamp),
  },
  reference: signed,
  opaque: text,
  uuid: text,
  // No column has a greater scale, and DECIMAL has 65 digits: 35 before the point.
  decimal: { cast: "DECIMAL(65,30)", store: (_, _column, value) => storeScaled(value, 30, 65) },
  date: { cast: "DATE", store: bindComparable },
}

/**
 * MySQL 8.0.17 or newer. Date-times are in UTC in columns of type `DATETIME`, with any precision.
 * Text columns may have any character set and collation, including the usual ones, which ignore case,
 * accents or trailing spaces. The SQL then tests equality twice: as the index serves it, and by bytes.
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
  binding: "position",
  maxParameters: 65_535,
  maxDepth: UNLIMITED,
  types,
  placeholder: () => "?",
  values: (values) => values,
  identifier: inBackticks,
  always: "TRUE",
  never: "FALSE",
  equal: (column, value) =>
    testedTwice(column, (operand, parameter) => sql`${operand} = ${parameter(value)}`),
  notEqual: (column, value) => sql`NOT (${byteOperand(column)} <=> ${byteParameter(value, column)})`,
  among: (column, values) =>
    testedTwice(
      column,
      (operand, parameter) => sql`${operand} IN (${commas(padded(values).map(parameter))})`,
    ),
  notAmong: (column, values) =>
    sql`${byteOperand(column)} NOT IN (${commas(padded(values).map((value) => byteParameter(value, column)))})`,
  order: (column, operator, value) =>
    sql`${byteOperand(column)} ${ORDER[operator]} ${byteParameter(value, column)}`,
  position: (column, part) => sql`LOCATE(${byteParameter(part, column)}, ${byteOperand(column)})`,
  exists,
}

/** An equality. If different texts may be equal, it is tested twice: as the index serves it, and by bytes. */
function testedTwice(
  column: Column,
  test: (operand: string, parameter: (value: SqlValue) => Fragment) => Fragment,
): Fragment {
  const byBytes = test(byteOperand(column), (value) => byteParameter(value, column))
  if (!ignoresDifferences(column) || !column.field.caseSensitive) return byBytes
  return sql`(${test(column.name, (value) => new Parameter(value))} AND ${byBytes})`
}

/** The column in a form in which only identical texts are equal and their order is code point order. */
function byteOperand(column: Column): string {
  const operand = ignoresDifferences(column) ? bytesOf(column.name) : column.name
  return column.field.caseSensitive ? operand : foldByReplace(operand)
}

function byteParameter(value: SqlValue, column: Column): Fragment {
  const { cast } = types[column.field.type]
  const parameter = new Parameter(value)
  if (cast !== undefined) return sql`CAST(${parameter} AS ${cast})`
  return ignoresDifferences(column) ? sql`CAST(CONVERT(${parameter} USING utf8mb4) AS BINARY)` : parameter
}

function bytesOf(operand: string): string {
  return `CAST(CONVERT(${operand} USING utf8mb4) AS BINARY)`
}

/** Whether different texts of the column may be equal. */
function ignoresDifferences({ field, collation }: Column): boolean {
  return types[field.type].cast === undefined && collation !== "binary"
}
