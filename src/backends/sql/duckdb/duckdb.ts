import type { Column } from "../dialect/column.ts"
import { type Dialect, ORDER, UNLIMITED } from "../dialect/dialect.ts"
import { exists } from "../dialect/exists.ts"
import { commas, type Fragment, Parameter, type SqlValue, sql } from "../dialect/fragment.ts"
import { padded } from "../dialect/padded.ts"
import { inDoubleQuotes } from "../dialect/quoting.ts"
import type { DuckdbType } from "./column-type.ts"
import { columnType } from "./column-types.ts"

const dialect: Dialect<SqlValue[], DuckdbType> = {
  name: "DuckDB",
  catalog: "duckdb",
  binding: "position",
  maxParameters: UNLIMITED,
  maxDepth: UNLIMITED,
  columnType,
  scaled: {},
  placeholder: (position) => `$${position}`,
  values: (values) => values,
  identifier: inDoubleQuotes,
  always: "TRUE",
  never: "FALSE",
  equal: (column, value) => sql`${operand(column)} = ${parameter(value, column)}`,
  notEqual: (column, value) => sql`${operand(column)} IS DISTINCT FROM ${parameter(value, column)}`,
  // Each item is a parameter. If a list is one parameter, DuckDB does not use its index.
  among: (column, values) => sql`${operand(column)} IN (${list(values, column)})`,
  notAmong: (column, values) => sql`${operand(column)} NOT IN (${list(values, column)})`,
  order: (column, operator, value) => sql`${operand(column)} ${ORDER[operator]} ${parameter(value, column)}`,
  position: (column, part) => sql`instr(${operand(column)}, ${parameter(part, column)})`,
  exists,
}

/**
 * DuckDB. Without a type in the mapping, date-times are in columns of type `TIMESTAMPTZ`, which hold microseconds. Text
 * columns may have any collation.
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

function operand({ name, type }: Column<DuckdbType>): string {
  return type.operand(name)
}

function parameter(value: SqlValue, { type }: Column<DuckdbType>): Fragment {
  return type.converted(new Parameter(value))
}

function list(values: readonly SqlValue[], column: Column<DuckdbType>): Fragment {
  return commas(padded(values).map((value) => parameter(value, column)))
}
