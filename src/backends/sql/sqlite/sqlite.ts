import type { Comparable } from "../../../schema/comparison-form.ts"
import type { FieldTypeName } from "../../../schema/field.ts"
import type { Value } from "../../../schema/field-type.ts"
import { bindComparable } from "../dialect/bind.ts"
import type { Collation, Column, ColumnFacts, ColumnType } from "../dialect/column.ts"
import { integersOf, storeDecimal } from "../dialect/decimals.ts"
import { type Dialect, ORDER } from "../dialect/dialect.ts"
import { exists } from "../dialect/exists.ts"
import type { Refusal } from "../dialect/finding.ts"
import { commas, type Fragment, Parameter, type SqlValue, sql } from "../dialect/fragment.ts"
import { padded } from "../dialect/padded.ts"
import { inBackticks } from "../dialect/quoting.ts"
import { one, type Stored } from "../dialect/stored.ts"
import { storages } from "./datetimes.ts"

interface Shape extends Omit<ColumnType, "store"> {
  /** Why the column cannot answer. */
  refuse?(facts: ColumnFacts): Refusal | undefined
  store(comparable: Comparable, value: Value, facts: ColumnFacts): Stored
  /** Whether a list is one parameter, as JSON. Otherwise each item is a parameter. */
  readonly bindsJson: boolean
}

interface SqliteType extends ColumnType {
  readonly bindsJson: boolean
  readonly collation: Collation | undefined
}

const value: Shape = { bindsJson: true, store: bindComparable }
/** NOCASE folds both sides of a comparison, so that the value may stay as it is. */
const text: Shape = { bindsJson: true, store: (_, value) => one(value) }

const types: Readonly<Record<FieldTypeName, Shape>> = {
  integer: value,
  // SQLite does not read the digits of a double back from JSON exactly in every version.
  number: { bindsJson: false, store: bindComparable },
  string: text,
  boolean: value,
  enum: text,
  datetime: {
    bindsJson: true,
    store: (comparable, _, { datetimeStorage = "iso-millis" }) => storages[datetimeStorage](comparable),
  },
  reference: value,
  opaque: text,
  uuid: text,
  decimal: {
    bindsJson: true,
    refuse: ({ scale }) =>
      scale === undefined
        ? {
            refused: "missing-scale",
            message: "SQLite has no decimals",
            hint: "keep amounts as integers of the smallest unit, and say so in the mapping: scale: 2 for cents",
          }
        : undefined,
    store: (_, value, { scale = 0 }) => storeDecimal(String(value), { ...integersOf(64), scale }, safely),
  },
  date: text,
}

/** A number where it is exact. */
function safely(integer: bigint): SqlValue {
  return Number.isSafeInteger(Number(integer)) ? Number(integer) : integer
}

function columnType(facts: ColumnFacts): SqliteType | Refusal {
  const { bindsJson, store, refuse } = types[facts.field.type]
  return (
    refuse?.(facts) ?? {
      bindsJson,
      collation: facts.collation,
      store: (comparable, value) => store(comparable, value, facts),
    }
  )
}

const dialect: Dialect<SqlValue[], SqliteType> = {
  name: "SQLite",
  catalog: "sqlite",
  binding: "position",
  maxParameters: 32_766,
  maxDepth: 1000,
  columnType,
  placeholder: () => "?",
  values: (values) => values,
  // Not double quotes: SQLite reads a name in double quotes as a text if there is no such column.
  identifier: inBackticks,
  always: "1 = 1",
  never: "1 = 0",
  equal: (column, value) =>
    alsoExactly(column, value, (collation) => sql`${column.name} = ${new Parameter(value)}${collation}`),
  notEqual: (column, value) =>
    sql`${column.name} IS NOT ${new Parameter(value)}${collationFor(value, column)}`,
  among: (column, values) =>
    alsoExactly(
      column,
      values[0],
      (collation) => sql`${column.name}${collation} IN (${listOperand(values, column)})`,
    ),
  notAmong: (column, values) =>
    sql`${column.name}${collationFor(values[0], column)} NOT IN (${listOperand(values, column)})`,
  order: (column, operator, value) =>
    sql`${column.name} ${ORDER[operator]} ${new Parameter(value)}${collationFor(value, column)}`,
  // instr compares bytes. LIKE would fold ASCII letters and treat % and _ as wildcards.
  position: ({ name, field }, part) =>
    sql`instr(${field.caseSensitive ? name : `lower(${name})`}, ${new Parameter(part)})`,
  exists,
}

/**
 * SQLite 3.38 or newer. It has no type for date-times: `datetimeStorage` in the mapping says what
 * those columns hold. Booleans are 1 and 0, ids are in columns of type INTEGER, texts in columns of type TEXT.
 * A text column may have any collation. If it is not BINARY, map the column as `"nondeterministic"` so that
 * SQLite can use its index.
 *
 * @example
 * ```ts
 * const filter = parseFilter(customers, '{"trusted":true,"id":{"$in":[1,2]}}')
 * toSql(filter, sqlite)
 * // { text: "(`trusted` = ? AND `id` IN (SELECT value FROM json_each(?)))", values: [1, "[1,2]"] }
 * ```
 */
export const sqlite: Dialect = dialect

/** The collation of a comparison of texts, which overrides the column's: BINARY compares bytes, NOCASE folds ASCII letters first. */
function collationFor(value: SqlValue | undefined, { field }: Column<SqliteType>): string {
  if (typeof value !== "string") return ""
  return field.caseSensitive ? " COLLATE BINARY" : " COLLATE NOCASE"
}

/** An equality. If different texts of the column may be equal, it is tested twice: as the index serves it, and exactly. */
function alsoExactly(
  column: Column<SqliteType>,
  value: SqlValue | undefined,
  test: (collation: string) => Fragment,
): Fragment {
  const exact = test(collationFor(value, column))
  const isLoose = column.type.collation === "nondeterministic" && column.field.caseSensitive
  return isLoose && typeof value === "string" ? sql`(${test("")} AND ${exact})` : exact
}

/** A list for after IN. As JSON it is one parameter, so that the statement is the same for lists of any length. */
function listOperand(values: readonly SqlValue[], { type }: Column<SqliteType>): Fragment {
  if (!type.bindsJson) return commas(padded(values).map((value) => new Parameter(value)))
  const json = values.map((value) => (typeof value === "bigint" ? String(value) : JSON.stringify(value)))
  return sql`SELECT value FROM json_each(${new Parameter(`[${json.join()}]`)})`
}
