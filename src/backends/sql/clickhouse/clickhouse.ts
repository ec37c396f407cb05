import type { Column } from "../dialect/column.ts"
import { type Dialect, ORDER, UNLIMITED } from "../dialect/dialect.ts"
import { type Fragment, Parameter, type SqlValue, sql } from "../dialect/fragment.ts"
import { inBackticks } from "../dialect/quoting.ts"
import type { ClickhouseType, Form } from "./column-type.ts"
import { columnType } from "./column-types.ts"

const ALWAYS = "TRUE"
const NEVER = "FALSE"

const dialect: Dialect<Readonly<Record<string, SqlValue>>, ClickhouseType> = {
  name: "ClickHouse",
  catalog: "clickhouse",
  binding: "name",
  maxParameters: UNLIMITED,
  maxDepth: UNLIMITED,
  columnType,
  scaled: {},
  placeholder: (position, type) => `{p${position}:${type}}`,
  values: (values, firstParameter) =>
    Object.fromEntries(values.map((value, i) => [`p${firstParameter + i}`, value])),
  // A backslash escapes in quoted names too.
  identifier: (name) => inBackticks(name.replaceAll("\\", "\\\\")),
  always: ALWAYS,
  never: NEVER,
  equal: ({ name, type: { equality } }, value) =>
    canHold(equality, value) ? sql`${equality.operand(name)} = ${parameter(value, equality)}` : NEVER,
  notEqual: ({ name, type: { equality } }, value) =>
    canHold(equality, value)
      ? sql`(${name} IS NULL OR ${equality.operand(name)} <> ${parameter(value, equality)})`
      : ALWAYS,
  among: (column, values) => inList(column, "IN", values, NEVER),
  notAmong: (column, values) => inList(column, "NOT IN", values, `${column.name} IS NOT NULL`),
  order: ({ name, type: { ordered } }, operator, value) =>
    sql`${ordered.operand(name)} ${ORDER[operator]} ${parameter(value, ordered)}`,
  position: ({ name, type: { text } }, part) =>
    sql`position(${text.operand(name)}, ${parameter(part, text)})`,
  // Not EXISTS, which distributed tables reject. GLOBAL runs the subquery once for all shards. A null key is in no set.
  exists: ({ table, alias, on }, condition) => {
    const keys = (columns: readonly string[]) =>
      columns.length === 1 ? columns.join() : `(${columns.join(", ")})`
    const here = keys(on.map(([here]) => here))
    const there = on.map(([, there]) => there).join(", ")
    return sql`ifNull(${here} GLOBAL IN (SELECT ${there} FROM ${table} AS ${alias} WHERE ${condition}), 0)`
  },
}

/**
 * ClickHouse 25.8 or newer. Placeholders are `{p1:Type}`. The values are an object, as its clients take
 * them in `query_params`. Texts are UTF-8. Without a type in the mapping, date-times are in columns of type `DateTime`,
 * or of `DateTime64` with at most six digits.
 *
 * @example
 * ```ts
 * const filter = parseFilter(customers, '{"state":"active","id":{"$in":[1,2]}}')
 * toSql(filter, clickhouse)
 * // {
 * //   text: "(`state` = {p1:String} AND `id` IN {p2:Array(Int64)})",
 * //   values: { p1: "active", p2: [1, 2] },
 * // }
 * ```
 */
export const clickhouse: Dialect<Readonly<Record<string, SqlValue>>> = dialect

function canHold({ holds }: Form, value: SqlValue): boolean {
  return holds === undefined || holds(value)
}

function parameter(value: SqlValue, { parameter }: Form): Fragment {
  return new Parameter(value, parameter)
}

/** A search in those values of a list that the column can hold. The list is one parameter, so that the statement is the same for lists of any length. */
function inList(
  { name, type: { list } }: Column<ClickhouseType>,
  operator: "IN" | "NOT IN",
  values: readonly SqlValue[],
  ifEmpty: string,
): Fragment {
  const held = values.filter((value) => canHold(list, value))
  if (held.length === 0) return ifEmpty
  // A set distinguishes -0 from 0.
  const bound = list.bindsListAsText
    ? `[${held.flatMap((value) => (value === "0" ? ["0", "-0"] : [value])).join()}]`
    : (held as Exclude<SqlValue, string | number | bigint | boolean>)
  return sql`${list.operand(name)} ${operator} ${new Parameter(bound, `Array(${list.parameter})`)}`
}
