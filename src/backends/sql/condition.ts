import { type Condition, conditionValues, matchesNull } from "../../filter/filter.ts"
import type { Field } from "../../schema/field.ts"
import type { Value } from "../../schema/field-type.ts"
import { isNegative, negationOf, type Operator, type OrderOperator } from "../../schema/operators.ts"
import { readInstant } from "../../text/datetime.ts"
import { quote } from "../../text/quote.ts"
import type { Column, Dialect, RelatedRows, Stored } from "./dialect.ts"
import { type Fragment, sql } from "./fragment.ts"
import type { MappedColumn, SqlMapping } from "./mapping.ts"

/** A dialect, whatever its drivers take. */
type AnyDialect = Dialect<unknown>

/** What a condition asks of a value: its operator may be the contrary of the one that was written. */
interface Question {
  readonly operator: Operator
  readonly values: readonly (Value | null)[]
}

/** A condition on a field: on a column of the table itself, or on the rows that a relation leads to. */
export function onField(
  condition: Condition,
  dialect: AnyDialect,
  mapping: SqlMapping | undefined,
): Fragment {
  const { field, operator } = condition
  const values = conditionValues(condition)
  const mapped = mapping === undefined ? unmapped(field) : mapping.columns.get(field)
  if (mapped === undefined) {
    throw new TypeError(`Field ${quote(field.name)} is not in the mapping: see relations of sqlMapping`)
  }
  const table = mapping?.table ?? []
  const ask = (operator: Operator, table: readonly string[]) =>
    onColumn(
      { operator, values },
      { name: path([...table, mapped.name], dialect), field, collation: mapped.collation },
      dialect,
      mapping,
    )
  const relation = field.relation && mapping?.relations.get(field.relation.name)
  if (relation === undefined) return ask(operator, table)

  const alias = aliasBeside(table.at(-1))
  const rows: RelatedRows = {
    table: path(relation.table, dialect),
    alias: path([alias], dialect),
    on: [...relation.on].map(([here, there]) => [
      path([...table, here], dialect),
      path([alias, there], dialect),
    ]),
  }
  const exists = (operator: Operator) => dialect.exists(rows, ask(operator, [alias]))
  const negation = negationOf(operator)
  return negation !== undefined && holdsWithoutRows(condition)
    ? sql`NOT ${exists(negation)}`
    : exists(operator)
}

/**
 * What the related rows are called: short, so that no database cuts it, and never as the table itself, or
 * their conditions would be about the table's own columns. PostgreSQL cuts names to 63 bytes.
 */
function aliasBeside(table: string | undefined): string {
  return table?.toLowerCase() === "related" ? "related_rows" : "related"
}

/** Without a mapping a field is in the column of its name; a relation's is nowhere. */
function unmapped(field: Field): MappedColumn | undefined {
  return field.relation === undefined ? { name: field.name, collation: undefined } : undefined
}

/**
 * Whether the condition holds for a record that has no related one; then it says that none there is
 * satisfies its contrary. A relation to many asks for ANY but with `$ne` and `$nin`, which ask for
 * NONE; a relation to one has no value when there is no record.
 */
function holdsWithoutRows(condition: Condition): boolean {
  return condition.field.relation?.cardinality === "many"
    ? isNegative(condition.operator)
    : matchesNull(condition)
}

function onColumn(
  { operator, values }: Question,
  column: Column,
  dialect: AnyDialect,
  mapping: SqlMapping | undefined,
): Fragment {
  const stored = values
    .filter((value) => value !== null)
    .map((value) => storedAs(column.field, value, dialect, mapping))
  const exact = stored.flatMap(({ value, exact }) => (exact && value !== undefined ? [value] : []))
  const [first] = stored
  switch (operator) {
    case "$eq":
      if (first === undefined) return `${column.name} IS NULL`
      return exact[0] === undefined ? dialect.never : dialect.equal(column, exact[0])
    case "$ne":
      if (first === undefined) return `${column.name} IS NOT NULL`
      return exact[0] === undefined ? dialect.always : dialect.notEqual(column, exact[0])
    case "$in": {
      const tests: Fragment[] = values.includes(null) ? [`${column.name} IS NULL`] : []
      if (exact.length > 0) tests.push(dialect.among(column, exact))
      return either(tests, dialect)
    }
    case "$nin": {
      if (values.includes(null))
        return exact.length > 0 ? dialect.notAmong(column, exact) : `${column.name} IS NOT NULL`
      return exact.length > 0
        ? either([`${column.name} IS NULL`, dialect.notAmong(column, exact)], dialect)
        : dialect.always
    }
    case "$contains":
      return dialect.contains(column, String(values[0]))
    default:
      if (first === undefined) return dialect.never
      if (first.value === undefined)
        return operator === "$gt" || operator === "$gte" ? `${column.name} IS NOT NULL` : dialect.never
      return dialect.order(column, first.exact ? operator : BESIDE_FLOOR[operator], first.value)
  }
}

/** With f the greatest value below v that the column can hold, and v not one of those: what is below v is no more than f. */
const BESIDE_FLOOR: Readonly<Record<OrderOperator, OrderOperator>> = {
  $lt: "$lte",
  $lte: "$lte",
  $gt: "$gt",
  $gte: "$gt",
}

function storedAs(field: Field, value: Value, dialect: AnyDialect, mapping: SqlMapping | undefined): Stored {
  const instant = field.type === "datetime" ? readInstant(String(value)) : undefined
  return instant === undefined
    ? { value: dialect.value(field, value), exact: true }
    : dialect.instant(instant, mapping?.datetimeStorage)
}

function either([first, ...more]: readonly Fragment[], dialect: AnyDialect): Fragment {
  if (first === undefined) return dialect.never
  return more.length === 0 ? first : sql`(${first} OR ${more})`
}

function path(names: readonly string[], dialect: AnyDialect): string {
  return names.map((name) => dialect.identifier(name)).join(".")
}
