import type { FieldTypeName } from "../../../schema/field.ts"
import { bindComparable } from "../dialect/bind.ts"
import type { Collation, Column, ColumnFacts, ColumnType } from "../dialect/column.ts"
import { refuseStorage, sqlTimestamp, storeDatetime } from "../dialect/datetimes.ts"
import { decimalsOf, storeDecimal } from "../dialect/decimals.ts"
import { type Dialect, ORDER, UNLIMITED } from "../dialect/dialect.ts"
import { exists } from "../dialect/exists.ts"
import type { Refusal } from "../dialect/finding.ts"
import { foldByReplace } from "../dialect/fold-ascii.ts"
import { commas, type Fragment, Parameter, type SqlValue, sql } from "../dialect/fragment.ts"
import { padded } from "../dialect/padded.ts"
import { inBackticks } from "../dialect/quoting.ts"

interface Shape extends ColumnType {
  /** Why the column cannot answer. */
  refuse?(facts: ColumnFacts): Refusal | undefined
  /**
   * The type that a parameter is cast to. A comparison of a text with a number would find values that are only
   * similar. It is undefined for types whose values compare as texts: the column's collation matters there.
   */
  readonly cast: string | undefined
}

interface MysqlType extends Shape {
  readonly collation: Collation | undefined
}

const signed: Shape = { cast: "SIGNED", store: bindComparable }
const text: Shape = { cast: undefined, store: bindComparable }

const types: Readonly<Record<FieldTypeName, Shape>> = {
  integer: signed,
  number: { cast: "DOUBLE", store: bindComparable },
  string: text,
  boolean: signed,
  enum: text,
  datetime: {
    refuse: (facts) => refuseStorage(facts, "MySQL", "DATETIME"),
    cast: "DATETIME(6)",
    store: (comparable) => storeDatetime(comparable, 6, sqlTimestamp),
  },
  reference: signed,
  opaque: text,
  uuid: text,
  // No column has a greater scale, and DECIMAL has 65 digits: 35 before the point.
  decimal: { cast: "DECIMAL(65,30)", store: (_, value) => storeDecimal(String(value), decimalsOf(65, 30)) },
  date: { cast: "DATE", store: bindComparable },
}

function columnType(facts: ColumnFacts): MysqlType | Refusal {
  const { field, collation } = facts
  return types[field.type].refuse?.(facts) ?? { ...types[field.type], collation }
}

const dialect: Dialect<SqlValue[], MysqlType> = {
  name: "MySQL",
  catalog: "mysql",
  binding: "position",
  maxParameters: 65_535,
  maxDepth: UNLIMITED,
  columnType,
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
export const mysql: Dialect = dialect

/** An equality. If different texts may be equal, it is tested twice: as the index serves it, and by bytes. */
function testedTwice(
  column: Column<MysqlType>,
  test: (operand: string, parameter: (value: SqlValue) => Fragment) => Fragment,
): Fragment {
  const byBytes = test(byteOperand(column), (value) => byteParameter(value, column))
  if (!ignoresDifferences(column) || !column.field.caseSensitive) return byBytes
  return sql`(${test(column.name, (value) => new Parameter(value))} AND ${byBytes})`
}

/** The column in a form in which only identical texts are equal and their order is code point order. */
function byteOperand(column: Column<MysqlType>): string {
  const operand = ignoresDifferences(column) ? bytesOf(column.name) : column.name
  return column.field.caseSensitive ? operand : foldByReplace(operand)
}

function byteParameter(value: SqlValue, column: Column<MysqlType>): Fragment {
  const { cast } = column.type
  const parameter = new Parameter(value)
  if (cast !== undefined) return sql`CAST(${parameter} AS ${cast})`
  return ignoresDifferences(column) ? sql`CAST(CONVERT(${parameter} USING utf8mb4) AS BINARY)` : parameter
}

function bytesOf(operand: string): string {
  return `CAST(CONVERT(${operand} USING utf8mb4) AS BINARY)`
}

/** Whether different texts of the column may be equal. */
function ignoresDifferences({ type }: Column<MysqlType>): boolean {
  return type.cast === undefined && type.collation !== "binary"
}
