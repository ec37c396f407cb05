import type { Comparable } from "../../../schema/comparison-form.ts"
import type { FieldTypeName } from "../../../schema/field.ts"
import { bindBoolean, bindComparable, bindDigits } from "../dialect/bind.ts"
import type { Column, ColumnFacts, ColumnType } from "../dialect/column.ts"
import { refuseStorage, sqlTimestamp, storeDatetime } from "../dialect/datetimes.ts"
import { decimalsOf, storeDecimal } from "../dialect/decimals.ts"
import { type Dialect, ORDER, UNLIMITED } from "../dialect/dialect.ts"
import type { Refusal } from "../dialect/finding.ts"
import { commas, type Fragment, Parameter, type SqlValue, sql } from "../dialect/fragment.ts"
import { padded } from "../dialect/padded.ts"
import { inBackticks } from "../dialect/quoting.ts"
import { none, one, type Stored } from "../dialect/stored.ts"

interface ClickhouseType extends ColumnType {
  /** Why the column cannot answer. */
  refuse?(facts: ColumnFacts): Refusal | undefined
  /** The type of a parameter, which ClickHouse requires in the placeholder. */
  readonly parameter: string
  /** How a value is looked for in a list: in an array or among items by IN, or in an array by has. */
  readonly search: "in array" | "in items" | "has"
}

const int64: ClickhouseType = { parameter: "Int64", search: "in array", store: bindComparable }
const string: ClickhouseType = { parameter: "String", search: "in array", store: bindComparable }

const types: Readonly<Record<FieldTypeName, ClickhouseType>> = {
  integer: int64,
  // Some clients reject a number above 2^53, because they expect an integer that lost digits.
  number: { parameter: "Float64", search: "in items", store: bindDigits },
  string,
  boolean: { parameter: "Bool", search: "in array", store: bindBoolean },
  enum: string,
  datetime: {
    refuse: (facts) => refuseStorage(facts, "ClickHouse", "DateTime64"),
    parameter: "DateTime64(6, 'UTC')",
    // IN rejects a DateTime64 for a column of DateTime. has accepts it, and uses the primary key too.
    search: "has",
    // DateTime64 has no year 0, and reads year 0000 as 1970.
    store: (comparable) =>
      storeDatetime(comparable, 6, (text) => (text.startsWith("0000") ? undefined : sqlTimestamp(text))),
  },
  reference: int64,
  opaque: string,
  uuid: { parameter: "UUID", search: "in array", store: bindComparable },
  decimal: {
    parameter: "Decimal(38, 10)",
    // The text of an array cannot have decimals in quotes.
    search: "in items",
    store: (_, value) => storeDecimal(String(value), decimalsOf(38, 10)),
  },
  date: { parameter: "Date32", search: "has", store: storeDate32 },
}

/** Date32 has the years 1900 to 2299. */
function storeDate32(date: Comparable): Stored {
  const greatest = "2299-12-31"
  const text = String(date)
  if (text > greatest) return none(greatest)
  return text < "1900" ? none() : one(text)
}

function columnType(facts: ColumnFacts): ClickhouseType | Refusal {
  const { field } = facts
  return types[field.type].refuse?.(facts) ?? types[field.type]
}

const dialect: Dialect<Readonly<Record<string, SqlValue>>, ClickhouseType> = {
  name: "ClickHouse",
  catalog: "clickhouse",
  binding: "name",
  maxParameters: UNLIMITED,
  maxDepth: UNLIMITED,
  columnType,
  placeholder: (position, type) => `{p${position}:${type}}`,
  values: (values, firstParameter) =>
    Object.fromEntries(values.map((value, i) => [`p${firstParameter + i}`, value])),
  // A backslash escapes in quoted names too.
  identifier: (name) => inBackticks(name.replaceAll("\\", "\\\\")),
  always: "TRUE",
  never: "FALSE",
  equal: (column, value) => sql`${loweredOperand(column)} = ${typedPlaceholder(value, column)}`,
  notEqual: (column, value) =>
    sql`(${column.name} IS NULL OR ${loweredOperand(column)} <> ${typedPlaceholder(value, column)})`,
  among: (column, values) =>
    column.type.search === "has"
      ? hasColumn(column, values)
      : sql`${loweredOperand(column)} IN ${setOperand(values, column)}`,
  notAmong: (column, values) =>
    column.type.search === "has"
      ? sql`(${column.name} IS NOT NULL AND NOT ${hasColumn(column, values)})`
      : sql`${loweredOperand(column)} NOT IN ${setOperand(values, column)}`,
  order: (column, operator, value) =>
    sql`${loweredOperand(column)} ${ORDER[operator]} ${typedPlaceholder(value, column)}`,
  position: (column, part) => sql`position(${loweredOperand(column)}, ${typedPlaceholder(part, column)})`,
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
 * them in `query_params`. Texts are UTF-8. Date-times are in columns of type `DateTime`, or of
 * `DateTime64` with at most six digits.
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

/** The column, with ASCII letters folded if the field ignores case: lower() folds no other letters here. */
function loweredOperand({ name, field }: Column<ClickhouseType>): string {
  return field.caseSensitive ? name : `lower(${name})`
}

function typedPlaceholder(value: SqlValue, column: Column<ClickhouseType>): Fragment {
  return new Parameter(value, column.type.parameter)
}

function hasColumn(column: Column<ClickhouseType>, values: readonly SqlValue[]): Fragment {
  return sql`has(${arrayParameter(values, column)}, ${column.name})`
}

/** A list for after IN. An array is one parameter, so that the statement is the same for lists of any length. */
function setOperand(values: readonly SqlValue[], column: Column<ClickhouseType>): Fragment {
  if (column.type.search !== "in items") return arrayParameter(values, column)
  // Doubles are bound as texts, which an array does not take. A set distinguishes -0 from 0.
  const withBothZeros = values.flatMap((value) => (value === "0" ? [value, "-0"] : [value]))
  return sql`(${commas(padded(withBothZeros).map((value) => typedPlaceholder(value, column)))})`
}

function arrayParameter(values: readonly SqlValue[], column: Column<ClickhouseType>): Fragment {
  return new Parameter(
    values as Exclude<SqlValue, string | number | bigint | boolean>,
    `Array(${column.type.parameter})`,
  )
}
