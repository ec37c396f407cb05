import type { FieldTypeName } from "../../../schema/field.ts"
import { bindBoolean, bindComparable, bindDigits } from "../dialect/bind.ts"
import type { Collation, Column, ColumnFacts, ColumnType } from "../dialect/column.ts"
import { refuseStorage, sqlTimestamp, storeDatetime } from "../dialect/datetimes.ts"
import { decimalsOf, storeDecimal } from "../dialect/decimals.ts"
import { type Dialect, ORDER, UNLIMITED } from "../dialect/dialect.ts"
import { exists } from "../dialect/exists.ts"
import type { Refusal } from "../dialect/finding.ts"
import { foldByTranslate } from "../dialect/fold-ascii.ts"
import { commas, type Fragment, Parameter, type SqlValue, sql } from "../dialect/fragment.ts"
import { padded } from "../dialect/padded.ts"
import { inDoubleQuotes } from "../dialect/quoting.ts"

interface Shape extends ColumnType {
  /** Why the column cannot answer. */
  refuse?(facts: ColumnFacts): Refusal | undefined
  /** The type that a parameter is cast to, because a driver cannot know it. */
  readonly cast: string
  /** Whether values compare as texts, so that the column's collation matters. */
  readonly isText?: true
}

interface DuckdbType extends Shape {
  readonly collation: Collation | undefined
}

const bigint: Shape = { cast: "BIGINT", store: bindComparable }
const varchar: Shape = { cast: "VARCHAR", isText: true, store: bindComparable }

const types: Readonly<Record<FieldTypeName, Shape>> = {
  integer: bigint,
  // The driver for Node binds a whole number as an integer, and 1e300 is too large for one.
  number: { cast: "DOUBLE", store: bindDigits },
  string: varchar,
  boolean: { cast: "BOOLEAN", store: bindBoolean },
  enum: varchar,
  datetime: {
    refuse: (facts) => refuseStorage(facts, "DuckDB", "TIMESTAMPTZ"),
    cast: "TIMESTAMPTZ",
    store: (comparable) => storeDatetime(comparable, 6, (text) => `${sqlTimestamp(text)}Z`),
  },
  reference: bigint,
  opaque: varchar,
  uuid: { cast: "UUID", store: bindComparable },
  decimal: { cast: "DECIMAL(38,10)", store: (_, value) => storeDecimal(String(value), decimalsOf(38, 10)) },
  date: { cast: "DATE", store: bindComparable },
}

function columnType(facts: ColumnFacts): DuckdbType | Refusal {
  const { field, collation } = facts
  return types[field.type].refuse?.(facts) ?? { ...types[field.type], collation }
}

const dialect: Dialect<SqlValue[], DuckdbType> = {
  name: "DuckDB",
  catalog: "duckdb",
  binding: "position",
  maxParameters: UNLIMITED,
  maxDepth: UNLIMITED,
  columnType,
  placeholder: (position) => `$${position}`,
  values: (values) => values,
  identifier: inDoubleQuotes,
  always: "TRUE",
  never: "FALSE",
  equal: (column, value) => sql`${collatedOperand(column)} = ${castParameter(value, column)}`,
  notEqual: (column, value) =>
    sql`${collatedOperand(column)} IS DISTINCT FROM ${castParameter(value, column)}`,
  // Each item is a parameter. If a list is one parameter, DuckDB does not use its index.
  among: (column, values) => sql`${collatedOperand(column)} IN (${castList(values, column)})`,
  notAmong: (column, values) => sql`${collatedOperand(column)} NOT IN (${castList(values, column)})`,
  order: (column, operator, value) =>
    sql`${collatedOperand(column)} ${ORDER[operator]} ${castParameter(value, column)}`,
  position: (column, part) => sql`instr(${collatedOperand(column)}, ${castParameter(part, column)})`,
  exists,
}

/**
 * DuckDB. Date-times are in columns of type `TIMESTAMPTZ`, which hold microseconds. Text columns may
 * have any collation.
 *
 * @example
 * ```ts
 * const filter = parseFilter(customers, '{"state":"active","id":{"$in":[1,2]}}')
 * toSql(filter, duckdb)
 * // {
 * //   text: '("state" COLLATE C = $1::VARCHAR AND "id" IN ($2::BIGINT, $3::BIGINT))',
 * //   values: ["active", 1, 2],
 * // }
 * ```
 */
export const duckdb: Dialect = dialect

/** The column. Texts compare by bytes under every collation, with ASCII letters folded if the field ignores case. */
function collatedOperand({ name, field, type }: Column<DuckdbType>): string {
  const operand = type.collation === "binary" || !type.isText ? name : `${name} COLLATE C`
  return field.caseSensitive ? operand : foldByTranslate(operand)
}

function castParameter(value: SqlValue, { type }: Column<DuckdbType>): Fragment {
  return [new Parameter(value), `::${type.cast}`]
}

function castList(values: readonly SqlValue[], column: Column<DuckdbType>): Fragment {
  return commas(padded(values).map((value) => castParameter(value, column)))
}
