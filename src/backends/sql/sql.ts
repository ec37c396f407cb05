import { readInstant } from "../../datetime.ts"
import { quote } from "../../diagnostics/suggest.ts"
import type { Condition, Filter } from "../../filter.ts"
import { type Contrariable, contrary, hasContrary, type Operator } from "../../operators.ts"
import type { Field } from "../../schema/field.ts"
import type { Value } from "../../schema/field-type.ts"
import { compile, defineBackend } from "../backend.ts"
import type { Dialect, OrderOperator, Stored } from "./dialect.ts"
import { type Fragment, flatten, type SqlValue, sql } from "./fragment.ts"
import type { SqlMapping } from "./mapping.ts"

/** A condition and the values of its parameters, as pg, PGlite, better-sqlite3 and sql.js take them. */
export interface SqlCondition {
  readonly text: string
  readonly values: SqlValue[]
}

/** A condition as the arguments of a template tag: ``sql(strings, ...values)``. */
export interface SqlTemplate {
  readonly strings: TemplateStringsArray
  readonly values: SqlValue[]
}

/** How {@link toSql} numbers parameters. */
export interface SqlOptions {
  /** The number of the first parameter, where the statement has others before it. Default: 1. */
  readonly firstParameter?: number
}

/**
 * Compiles a filter to a condition for after WHERE. It is never empty, stands beside AND without
 * parentheses of its own, binds every value and quotes every name.
 *
 * @param filter a checked filter
 * @param dialect the database
 * @param mapping where the fields are; by default in columns of their names
 * @param options the number of the first parameter
 * @returns the text, and the values to bind in order
 * @throws TypeError when the filter is not one that parsing or the builder made, or a field is not mapped
 *
 * @example
 * ```ts
 * const filter = parseFilter(customers, '{"firstName":{"$ne":"Ann"}}')
 * const { text, values } = toSql(filter, postgres, undefined, { firstParameter: 2 })
 * text // '"firstName" IS DISTINCT FROM $2::text'
 * values // ["Ann"]
 * ```
 */
export function toSql(
  filter: Filter,
  dialect: Dialect,
  mapping?: SqlMapping,
  { firstParameter = 1 }: SqlOptions = {},
): SqlCondition {
  const { strings, values } = flatten(compileSql(filter, dialect, mapping))
  const text = strings
    .map((string, i) => (i === 0 ? string : dialect.placeholder(firstParameter + i - 1) + string))
    .join("")
  return { text, values }
}

/**
 * Compiles a filter to the arguments of a template tag, such as the `sql` of Kysely, Drizzle,
 * postgres.js or sql-template-tag, which then writes the placeholders.
 *
 * @param filter a checked filter
 * @param dialect the database
 * @param mapping where the fields are; by default in columns of their names
 * @returns the texts around the values, and the values
 * @throws TypeError when the filter is not one that parsing or the builder made, or a field is not mapped
 *
 * @example
 * ```ts
 * const { strings, values } = toSqlTemplate(parseFilter(customers, '{"id":7}'), postgres)
 * Array.from(strings) // ['"id" = ', '::bigint']
 * values // [7]
 * ```
 */
export function toSqlTemplate(filter: Filter, dialect: Dialect, mapping?: SqlMapping): SqlTemplate {
  const { strings, values } = flatten(compileSql(filter, dialect, mapping))
  const raw = Object.freeze([...strings])
  return { strings: Object.freeze(Object.assign(strings, { raw })), values }
}

function compileSql(filter: Filter, dialect: Dialect, mapping: SqlMapping | undefined): Fragment {
  const condition = (node: Condition) => onField(node, dialect, mapping)
  const backend = defineBackend<Fragment>({
    and: (operands) => joined(operands, " AND ", dialect.always),
    or: (operands) => joined(operands, " OR ", dialect.never),
    compare: condition,
    in: condition,
    contains: condition,
  })
  return compile(filter, backend)
}

/** More operands than this are joined in groups: SQLite counts a chain of n as n deep, and 1000 deep is its limit. */
const GROUP = 64

function joined(operands: readonly Fragment[], word: string, empty: string): Fragment {
  if (operands.length === 0) return empty
  if (operands.length > GROUP) {
    const size = Math.max(GROUP, Math.ceil(operands.length / GROUP))
    const groups: Fragment[] = []
    for (let i = 0; i < operands.length; i += size)
      groups.push(joined(operands.slice(i, i + size), word, empty))
    return joined(groups, word, empty)
  }
  return sql`(${operands.flatMap((operand, i) => (i === 0 ? [operand] : [word, operand]))})`
}

/** A condition on a field: on a column of the table itself, or on the rows that a relation leads to. */
function onField(condition: Condition, dialect: Dialect, mapping: SqlMapping | undefined): Fragment {
  const { field } = condition
  const column =
    mapping === undefined && field.relation === undefined ? field.name : mapping?.columns.get(field)
  if (column === undefined) {
    throw new TypeError(`Field ${quote(field.name)} is not in the mapping: see relations of sqlMapping`)
  }
  const table = mapping?.table ?? []
  const test = (operator: Operator, name: readonly string[]) =>
    onColumn({ ...condition, operator, values: valuesOf(condition) }, path(name, dialect), dialect, mapping)
  const relation = field.relation && mapping?.relations.get(field.relation.name)
  if (relation === undefined) return test(condition.operator, [...table, column])

  const alias = `${table.at(-1)}_${field.relation?.name}`
  const pairs = [...relation.on].map(
    ([here, there]) => `${path([alias, there], dialect)} = ${path([...table, here], dialect)} AND `,
  )
  const exists = (operator: Operator) =>
    sql`EXISTS (SELECT 1 FROM ${path(relation.table, dialect)} AS ${path([alias], dialect)} WHERE ${pairs}${test(operator, [alias, column])})`
  return holdsWithoutRows(condition)
    ? sql`NOT ${exists(contrary[condition.operator])}`
    : exists(condition.operator)
}

/**
 * Whether the condition holds for a record that has no related one; then it says that none there is
 * satisfies its contrary. A relation to many asks for ANY but with `$ne` and `$nin`, which ask for
 * NONE; a relation to one has no value when there is no record.
 */
function holdsWithoutRows(condition: Condition): condition is Condition & { operator: Contrariable } {
  const { operator, field } = condition
  if (!hasContrary(operator)) return false
  const negative = operator === "$ne" || operator === "$nin"
  return field.relation?.cardinality === "many" ? negative : negative !== valuesOf(condition).includes(null)
}

interface ColumnCondition {
  readonly operator: Operator
  readonly field: Field
  readonly values: readonly (Value | null)[]
}

function onColumn(
  condition: ColumnCondition,
  column: string,
  dialect: Dialect,
  mapping: SqlMapping | undefined,
): Fragment {
  const { operator, field, values } = condition
  const stored = values
    .filter((value) => value !== null)
    .map((value) => storedAs(field, value, dialect, mapping))
  const exact = stored.filter((value) => value.exact).map(({ value }) => value)
  const [first] = stored
  switch (operator) {
    case "$eq":
      if (first === undefined) return `${column} IS NULL`
      return first.exact ? dialect.equal(column, first.value, field) : dialect.never
    case "$ne":
      if (first === undefined) return `${column} IS NOT NULL`
      return first.exact ? dialect.notEqual(column, first.value, field) : dialect.always
    case "$in": {
      const tests: Fragment[] = values.includes(null) ? [`${column} IS NULL`] : []
      if (exact.length > 0) tests.push(dialect.among(column, exact, field))
      return either(tests, dialect)
    }
    case "$nin": {
      if (values.includes(null))
        return exact.length > 0 ? dialect.notAmong(column, exact, field) : `${column} IS NOT NULL`
      return exact.length > 0
        ? either([`${column} IS NULL`, dialect.notAmong(column, exact, field)], dialect)
        : dialect.always
    }
    case "$contains":
      return dialect.contains(column, String(values[0]), field)
    default:
      if (first === undefined) return dialect.never
      return dialect.order(column, first.exact ? operator : BESIDE_FLOOR[operator], first.value, field)
  }
}

/** With f the greatest value below v that the column can hold, and v not one of those: what is below v is no more than f. */
const BESIDE_FLOOR: Readonly<Record<OrderOperator, OrderOperator>> = {
  $lt: "$lte",
  $lte: "$lte",
  $gt: "$gt",
  $gte: "$gt",
}

function storedAs(field: Field, value: Value, dialect: Dialect, mapping: SqlMapping | undefined): Stored {
  const instant = field.type === "datetime" ? readInstant(String(value)) : undefined
  return instant === undefined
    ? { value: dialect.value(field, value), exact: true }
    : dialect.instant(instant, mapping?.datetimeStorage)
}

function either([first, ...more]: readonly Fragment[], dialect: Dialect): Fragment {
  if (first === undefined) return dialect.never
  return more.length === 0 ? first : sql`(${first} OR ${more})`
}

function valuesOf(condition: Condition): readonly (Value | null)[] {
  return condition.kind === "in" ? condition.values : [condition.value]
}

function path(names: readonly string[], dialect: Dialect): string {
  return names.map((name) => dialect.identifier(name)).join(".")
}
