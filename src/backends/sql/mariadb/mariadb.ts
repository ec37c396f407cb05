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
  /** Converts a parameter. A comparison of a text with a number would find values that are only similar. */
  convert(parameter: Parameter): Fragment
}

interface MariadbType extends Shape {
  readonly collation: Collation | undefined
}

const signed: Shape = {
  convert: (parameter) => sql`CAST(${parameter} AS SIGNED)`,
  store: bindComparable,
}

/** The collation compares by code point and without padding, and applies to the other side of the comparison too. */
const text: Shape = {
  convert: (parameter) => sql`CONVERT(${parameter} USING utf8mb4) COLLATE utf8mb4_nopad_bin`,
  store: bindComparable,
}

const types: Readonly<Record<FieldTypeName, Shape>> = {
  integer: signed,
  number: { convert: (parameter) => sql`CAST(${parameter} AS DOUBLE)`, store: bindComparable },
  string: text,
  boolean: signed,
  enum: text,
  datetime: {
    refuse: (facts) => refuseStorage(facts, "MariaDB", "DATETIME"),
    convert: (parameter) => sql`CAST(${parameter} AS DATETIME(6))`,
    store: (comparable) => storeDatetime(comparable, 6, sqlTimestamp),
  },
  reference: signed,
  opaque: text,
  uuid: text,
  // DECIMAL has 65 digits: 35 before the point.
  decimal: {
    convert: (parameter) => sql`CAST(${parameter} AS DECIMAL(65,30))`,
    store: (_, value) => storeDecimal(String(value), decimalsOf(65, 30)),
  },
  date: { convert: (parameter) => sql`CAST(${parameter} AS DATE)`, store: bindComparable },
}

function columnType(facts: ColumnFacts): MariadbType | Refusal {
  const { field, collation } = facts
  return types[field.type].refuse?.(facts) ?? { ...types[field.type], collation }
}

const dialect: Dialect<SqlValue[], MariadbType> = {
  name: "MariaDB",
  catalog: "mariadb",
  binding: "position",
  maxParameters: 65_535,
  maxDepth: UNLIMITED,
  columnType,
  placeholder: () => "?",
  values: (values) => values,
  identifier: inBackticks,
  always: "TRUE",
  never: "FALSE",
  equal: (column, value) => sql`${replacedOperand(column)} = ${converted(value, column)}`,
  notEqual: (column, value) => sql`NOT (${replacedOperand(column)} <=> ${converted(value, column)})`,
  among: (column, values) => sql`${replacedOperand(column)} IN (${convertedList(values, column)})`,
  notAmong: (column, values) => sql`${replacedOperand(column)} NOT IN (${convertedList(values, column)})`,
  order: (column, operator, value) =>
    sql`${replacedOperand(column)} ${ORDER[operator]} ${converted(value, column)}`,
  position: (column, part) => sql`LOCATE(${converted(part, column)}, ${replacedOperand(column)})`,
  exists,
}

/**
 * MariaDB 10.6 or newer. Date-times are in UTC in columns of type `DATETIME`, with any precision.
 * Text columns may have any character set and collation, including the usual ones, which ignore case,
 * accents or trailing spaces. Their indexes serve equality; an index in `utf8mb4_nopad_bin` serves order too.
 *
 * @example
 * ```ts
 * toSql(parseFilter(customers, '{"state":"active"}'), mariadb)
 * // { text: "`state` = CONVERT(? USING utf8mb4) COLLATE utf8mb4_nopad_bin", values: ["active"] }
 * ```
 */
export const mariadb: Dialect = dialect

/** The column, with ASCII letters folded if the field ignores case. */
function replacedOperand({ name, field }: Column<MariadbType>): string {
  return field.caseSensitive ? name : foldByReplace(name)
}

function converted(value: SqlValue, { type }: Column<MariadbType>): Fragment {
  return type.convert(new Parameter(value))
}

function convertedList(values: readonly SqlValue[], column: Column<MariadbType>): Fragment {
  return commas(padded(values).map((value) => converted(value, column)))
}
