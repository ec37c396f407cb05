import type { FieldTypeName } from "../../../schema/field.ts"
import { bindBoolean, bindComparable, bindValue } from "../dialect/bind.ts"
import { storeNative } from "../dialect/datetimes.ts"
import {
  type Column,
  type Dialect,
  ORDER,
  type OrderOperator,
  type StoredType,
  UNLIMITED,
} from "../dialect/dialect.ts"
import { exists } from "../dialect/exists.ts"
import { foldByTranslate } from "../dialect/fold-ascii.ts"
import { commas, type Fragment, Parameter, type SqlValue, sql } from "../dialect/fragment.ts"
import { inDoubleQuotes } from "../dialect/quoting.ts"

interface PostgresType extends StoredType {
  /** The type that a parameter is cast to, so that neither driver nor server has to guess. */
  readonly cast: string
  /** Whether values compare as texts, so that the column's collation matters. */
  readonly isText?: true
  /** Whether each item of a list is a parameter. Otherwise the list is one parameter. */
  readonly bindsItems?: true
  /** Whether a driver that sees the type may lose digits of this value. */
  losesDigits?(value: SqlValue): boolean
}

const bigint: PostgresType = { cast: "bigint", store: bindComparable }
const text: PostgresType = { cast: "text", isText: true, store: bindComparable }

const types: Readonly<Record<FieldTypeName, PostgresType>> = {
  integer: bigint,
  number: { cast: "double precision", store: bindComparable },
  string: text,
  // Some drivers derive the type of an array from its first item, and fail on booleans.
  boolean: { cast: "boolean", bindsItems: true, store: bindBoolean },
  enum: text,
  datetime: {
    cast: "timestamptz",
    store: (comparable, column) =>
      // PostgreSQL has no year 0. It calls the year before 1 "1 BC".
      storeNative(comparable, column, "PostgreSQL", "timestamptz", (text) =>
        text.startsWith("0000") ? `0001${text.slice(4)}Z BC` : `${text}Z`,
      ),
    // A driver may make a Date of the text, as postgres.js does, and a Date holds milliseconds.
    losesDigits: (value) => !String(value).endsWith("000Z"),
  },
  reference: bigint,
  opaque: text,
  uuid: { cast: "uuid", store: bindComparable },
  decimal: { cast: "numeric", store: bindValue, losesDigits: () => true },
  date: {
    cast: "date",
    store: (comparable) => {
      const date = String(comparable)
      return { value: date.startsWith("0000") ? `0001${date.slice(4)} BC` : date, exact: true }
    },
    // A driver may make a Date of the text, in a time zone.
    losesDigits: () => true,
  },
}

/** The pattern operators compare bytes under every collation, and the order of UTF-8 bytes is code point order. */
const TEXT_ORDER = { $lt: "~<~", $lte: "~<=~", $gt: "~>~", $gte: "~>=~" } as const satisfies Readonly<
  Record<OrderOperator, string>
>

/**
 * PostgreSQL and databases that speak its SQL. Date-times are in columns of type `timestamptz`, which
 * hold microseconds. Declare a text column with a nondeterministic collation in the mapping. If you
 * declare a column in `"C"` as `"binary"`, an ordinary index serves its order.
 *
 * @example
 * ```ts
 * const filter = parseFilter(customers, '{"state":"active","id":{"$in":[1,2]}}')
 * toSql(filter, postgres)
 * // { text: '("state" = $1::text AND "id" = ANY($2::bigint[]))', values: ["active", [1, 2]] }
 * ```
 */
export const postgres: Dialect = {
  name: "PostgreSQL",
  binding: "position",
  maxParameters: 65_535,
  maxDepth: UNLIMITED,
  types,
  placeholder: (position) => `$${position}`,
  values: (values) => values,
  identifier: inDoubleQuotes,
  always: "TRUE",
  never: "FALSE",
  equal: (column, value) => equalTo(column, (operand) => sql`${operand} = ${typedParameter(value, column)}`),
  notEqual: (column, value) => sql`${exactOperand(column)} IS DISTINCT FROM ${typedParameter(value, column)}`,
  // An array is one parameter, so that the statement is the same for lists of any length.
  among: (column, values) =>
    equalTo(column, (operand) => sql`${operand} = ANY(${typedArray(values, column)})`),
  notAmong: (column, values) => sql`${exactOperand(column)} <> ALL(${typedArray(values, column)})`,
  order: (column, operator, value) => {
    const byPattern = types[column.field.type].isText && column.collation !== "binary"
    return sql`${foldedOperand(column)} ${(byPattern ? TEXT_ORDER : ORDER)[operator]} ${typedParameter(value, column)}`
  },
  position: (column, part) => sql`strpos(${exactOperand(column)}, ${typedParameter(part, column)})`,
  exists,
}

/** The column, with ASCII letters folded if the field ignores case. */
function foldedOperand({ name, field }: Column): string {
  return field.caseSensitive ? name : foldByTranslate(name)
}

/** The column under a collation in which only identical texts are equal. */
function exactOperand(column: Column): string {
  return mayEqualOthers(column) ? `${foldedOperand(column)} COLLATE "C"` : foldedOperand(column)
}

/** An equality. If different texts may be equal, it is tested twice: as the index serves it, and exactly. */
function equalTo(column: Column, test: (operand: string) => Fragment): Fragment {
  const operand = foldedOperand(column)
  return mayEqualOthers(column) ? sql`(${test(operand)} AND ${test(exactOperand(column))})` : test(operand)
}

/** Whether different texts of the column may be equal. */
function mayEqualOthers({ collation, field }: Column): boolean {
  return collation === "nondeterministic" && types[field.type].isText === true
}

function typedParameter(value: SqlValue, column: Column): Fragment {
  return [new Parameter(value), castOf(column, [value], "")]
}

/** The cast of a parameter, or of a list. A value that the driver could damage is sent as text. */
function castOf({ field }: Column, values: readonly SqlValue[], list: "" | "[]"): string {
  const type = types[field.type]
  const asText = type.losesDigits !== undefined && values.some(type.losesDigits)
  return `${asText ? `::text${list}` : ""}::${type.cast}${list}`
}

/** A list. A bigint goes as its digits, because some drivers derive the type of an array from its first item. */
function typedArray(values: readonly SqlValue[], column: Column): Fragment {
  if (types[column.field.type].bindsItems)
    return sql`ARRAY[${commas(values.map((value) => typedParameter(value, column)))}]`
  const items = values.map((value) => (typeof value === "bigint" ? String(value) : value))
  return [
    new Parameter(items as Exclude<SqlValue, string | number | bigint | boolean>),
    castOf(column, items, "[]"),
  ]
}
