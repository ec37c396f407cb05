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

interface MariadbType extends StoredType {
  /** Converts a parameter. A comparison of a text with a number would find values that are only similar. */
  convert(parameter: Parameter): Fragment
}

const signed: MariadbType = {
  convert: (parameter) => sql`CAST(${parameter} AS SIGNED)`,
  store: bindComparable,
}

/** The collation compares by code point and without padding, and applies to the other side of the comparison too. */
const text: MariadbType = {
  convert: (parameter) => sql`CONVERT(${parameter} USING utf8mb4) COLLATE utf8mb4_nopad_bin`,
  store: bindComparable,
}

const types: Readonly<Record<FieldTypeName, MariadbType>> = {
  integer: signed,
  number: { convert: (parameter) => sql`CAST(${parameter} AS DOUBLE)`, store: bindComparable },
  string: text,
  boolean: signed,
  enum: text,
  datetime: {
    convert: (parameter) => sql`CAST(${parameter} AS DATETIME(6))`,
    store: (comparable, column) => storeNative(comparable, column, "MariaDB", "DATETIME", sqlTimestamp),
  },
  reference: signed,
  opaque: text,
  uuid: text,
  // DECIMAL has 65 digits: 35 before the point.
  decimal: {
    convert: (parameter) => sql`CAST(${parameter} AS DECIMAL(65,30))`,
    store: (_, _column, value) => storeScaled(value, 30, 65),
  },
  date: { convert: (parameter) => sql`CAST(${parameter} AS DATE)`, store: bindComparable },
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
export const mariadb: Dialect = {
  name: "MariaDB",
  binding: "position",
  maxParameters: 65_535,
  maxDepth: UNLIMITED,
  types,
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

/** The column, with ASCII letters folded if the field ignores case. */
function replacedOperand({ name, field }: Column): string {
  return field.caseSensitive ? name : foldByReplace(name)
}

function converted(value: SqlValue, { field }: Column): Fragment {
  return types[field.type].convert(new Parameter(value))
}

function convertedList(values: readonly SqlValue[], column: Column): Fragment {
  return commas(padded(values).map((value) => converted(value, column)))
}
