import type { Column } from "../dialect/column.ts"
import { type Dialect, ORDER } from "../dialect/dialect.ts"
import { exists } from "../dialect/exists.ts"
import { commas, type Fragment, Parameter, type SqlValue, sql } from "../dialect/fragment.ts"
import { padded } from "../dialect/padded.ts"
import { inBackticks } from "../dialect/quoting.ts"
import type { Form, SqliteType } from "./column-type.ts"
import { columnType } from "./column-types.ts"

const dialect: Dialect<SqlValue[], SqliteType> = {
  name: "SQLite",
  catalog: "sqlite",
  binding: "position",
  maxParameters: 32_766,
  maxDepth: 1000,
  columnType,
  scaled: { decimal: true, number: true, integer: true, reference: true },
  placeholder: () => "?",
  values: (values) => values,
  // Not double quotes: SQLite reads a name in double quotes as a text if there is no such column.
  identifier: inBackticks,
  always: "1 = 1",
  never: "1 = 0",
  equal: (column, value) =>
    inEachForm(
      column,
      ({ operand, collation }) => sql`${operand(column.name)} = ${new Parameter(value)}${collation}`,
    ),
  notEqual: ({ name, type: { exact } }, value) =>
    sql`${exact.operand(name)} IS NOT ${new Parameter(value)}${exact.collation}`,
  among: (column, values) =>
    inEachForm(
      column,
      ({ operand, collation }) =>
        sql`${operand(column.name)}${collation} IN (${listOperand(values, column)})`,
    ),
  notAmong: (column, values) => {
    const { operand, collation } = column.type.exact
    return sql`${operand(column.name)}${collation} NOT IN (${listOperand(values, column)})`
  },
  order: ({ name, type: { ordered } }, operator, value) =>
    sql`${ordered.operand(name)} ${ORDER[operator]} ${new Parameter(value)}${ordered.collation}`,
  // instr compares bytes. LIKE would fold ASCII letters and treat % and _ as wildcards.
  position: ({ name, field }, part) =>
    sql`instr(${field.caseSensitive ? name : `lower(${name})`}, ${new Parameter(part)})`,
  exists,
}

/**
 * SQLite 3.38 or newer. It has no type for date-times: `datetimeStorage` in the mapping says what
 * those columns hold. Without a type in the mapping, ids and booleans are in columns of type INTEGER, and texts in
 * columns of type TEXT. If a text column has another collation than BINARY, name it in the mapping so that SQLite can use
 * its index.
 *
 * @example
 * ```ts
 * const filter = parseFilter(customers, '{"trusted":true,"id":{"$in":[1,2]}}')
 * toSql(filter, sqlite)
 * // { text: "(`trusted` = ? AND `id` IN (SELECT value FROM json_each(?)))", values: [1, "[1,2]"] }
 * ```
 */
export const sqlite: Dialect = dialect

/** An equality. If more values are equal in the form that an index serves, it is tested in the exact form too. */
function inEachForm(
  { type: { exact, indexed } }: Column<SqliteType>,
  test: (form: Form) => Fragment,
): Fragment {
  return indexed === undefined ? test(exact) : sql`(${test(indexed)} AND ${test(exact)})`
}

/** A list for after IN. As JSON it is one parameter, so that the statement is the same for lists of any length. */
function listOperand(values: readonly SqlValue[], { type }: Column<SqliteType>): Fragment {
  if (!type.bindsJson) return commas(padded(values).map((value) => new Parameter(value)))
  const json = values.map((value) => (typeof value === "bigint" ? String(value) : JSON.stringify(value)))
  return sql`SELECT value FROM json_each(${new Parameter(`[${json.join()}]`)})`
}
