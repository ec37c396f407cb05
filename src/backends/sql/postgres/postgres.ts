import type { Column } from "../dialect/column.ts"
import { type Dialect, UNLIMITED } from "../dialect/dialect.ts"
import { exists } from "../dialect/exists.ts"
import { commas, type Fragment, Parameter, type SqlValue, sql } from "../dialect/fragment.ts"
import { inDoubleQuotes } from "../dialect/quoting.ts"
import type { Form, PostgresType } from "./column-type.ts"
import { columnType } from "./column-types.ts"

const dialect: Dialect<SqlValue[], PostgresType> = {
  name: "PostgreSQL",
  catalog: "postgres",
  binding: "position",
  maxParameters: 65_535,
  maxDepth: UNLIMITED,
  columnType,
  scaled: { decimal: true },
  placeholder: (position) => `$${position}`,
  values: (values) => values,
  identifier: inDoubleQuotes,
  always: "TRUE",
  never: "FALSE",
  equal: (column, value) =>
    isEqual(column, (name, form) => sql`${form.operand(name)} = ${parameter(value, form)}`),
  notEqual: ({ name, type: { exact } }, value) =>
    sql`${exact.operand(name)} IS DISTINCT FROM ${parameter(value, exact)}`,
  // An array is one parameter, so that the statement is the same for lists of any length.
  among: (column, values) =>
    isEqual(column, (name, form) => sql`${form.operand(name)} = ANY(${list(values, form, column)})`),
  notAmong: (column, values) => {
    const { exact } = column.type
    return sql`${exact.operand(column.name)} <> ALL(${list(values, exact, column)})`
  },
  order: ({ name, type: { ordered, order } }, operator, value) =>
    sql`${ordered.operand(name)} ${order[operator]} ${parameter(value, ordered)}`,
  position: ({ name, type: { exact } }, part) =>
    sql`strpos(${exact.operand(name)}, ${parameter(part, exact)})`,
  exists,
}

/**
 * PostgreSQL and databases that speak its SQL. Without a type in the mapping, date-times are in columns of type
 * `timestamptz`. Declare a text column with a nondeterministic collation in the mapping. If you
 * declare a column in `"C"` as `"binary"`, an ordinary index serves its order.
 *
 * @example
 * ```ts
 * const filter = parseFilter(customers, '{"state":"active","id":{"$in":[1,2]}}')
 * toSql(filter, postgres)
 * // { text: '("state" = $1::text AND "id" = ANY($2::bigint[]))', values: ["active", [1, 2]] }
 * ```
 */
export const postgres: Dialect = dialect

/** An equality. If more values are equal in the form that an index serves, it is tested in the exact form too. */
function isEqual(
  { name, type: { exact, indexed, indexedUnless, unreadEnum } }: Column<PostgresType>,
  test: (name: string, form: Form) => Fragment,
): Fragment {
  if (unreadEnum !== undefined)
    return sql`${name}::${unreadEnum} = ANY(ARRAY(SELECT label FROM unnest(enum_range(NULL::${unreadEnum})) AS label WHERE ${test("label", exact)}))`
  if (indexed === undefined) return test(name, exact)
  const inIndex = test(name, indexed)
  return sql`(${indexedUnless === undefined ? inIndex : sql`(${inIndex} OR ${indexedUnless})`} AND ${test(name, exact)})`
}

function parameter(value: SqlValue, form: Form): Fragment {
  return [new Parameter(value), castOf(form, [value], "")]
}

/** The cast of a parameter, or of a list. A value that the driver could damage is sent as text. */
function castOf({ cast, needsText }: Form, values: readonly SqlValue[], list: "" | "[]"): string {
  const asText = needsText !== undefined && values.some(needsText)
  return `${asText ? `::text${list}` : ""}::${cast}${list}`
}

/** A list. A bigint goes as its digits, because some drivers derive the type of an array from its first item. */
function list(values: readonly SqlValue[], form: Form, { type }: Column<PostgresType>): Fragment {
  if (type.bindsItems) return sql`ARRAY[${commas(values.map((value) => parameter(value, form)))}]`
  const items = values.map((value) => (typeof value === "bigint" ? String(value) : value))
  return [
    new Parameter(items as Exclude<SqlValue, string | number | bigint | boolean>),
    castOf(form, items, "[]"),
  ]
}
