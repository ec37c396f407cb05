import { type Condition, conditionValues, matchesNull } from "../../filter/filter.ts"
import { comparableOf } from "../../schema/comparable.ts"
import type { Field } from "../../schema/field.ts"
import type { Value } from "../../schema/field-type.ts"
import { isNegative, negationOf, type Operator, type OrderOperator, rangeOf } from "../../schema/operators.ts"
import { quote } from "../../text/quote.ts"
import { columnTypes, defaultType } from "./column-types.ts"
import type { Column } from "./dialect/column.ts"
import type { Dialect, RelatedRows } from "./dialect/dialect.ts"
import { type Fragment, type SqlValue, sql } from "./dialect/fragment.ts"
import type { Several, Stored } from "./dialect/stored.ts"
import { joinInGroups } from "./join.ts"
import type { AnySqlMapping, MappedColumn } from "./mapping.ts"

/** A dialect, whatever its drivers take. */
type AnyDialect = Dialect<unknown>

/** The values of an operator. */
type Operands = readonly (Value | null)[]

/** A condition on a field: on a column of the table itself, or on the related rows of a relation. */
export function onField(
  condition: Condition,
  dialect: AnyDialect,
  mapping: AnySqlMapping | undefined,
): Fragment {
  const { field, operator } = condition
  const operands = conditionValues(condition)
  const mapped = mapping === undefined ? unmapped(field) : mapping.columns.get(field)
  if (mapped === undefined) throw new TypeError(whyUnmapped(field, mapping))
  const type = (mapping && columnTypes(mapping, dialect).get(field)) ?? defaultType(field, dialect)
  const table = mapping?.table ?? []
  const testIn = <O extends Operator>(table: readonly string[], operator: O) =>
    tests[operator]({ name: columnIn(table, mapped, dialect), field, type }, operands, dialect, operator)
  const relation = field.relation && mapping?.relations.get(field.relation.name)
  if (relation === undefined) return testIn(table, operator)

  const alias = aliasBeside(table.at(-1))
  const rows: RelatedRows = {
    table: path(relation.table, dialect),
    alias: path([alias], dialect),
    on: [...relation.on].map(([here, there]) => [
      path([...table, here], dialect),
      path([alias, there], dialect),
    ]),
  }
  const exists = (operator: Operator) => dialect.exists(rows, testIn([alias], operator))
  const negation = negationOf(operator)
  return negation !== undefined && holdsWithoutRows(condition)
    ? sql`NOT ${exists(negation)}`
    : exists(operator)
}

/** Why a mapping has no column for a field. */
function whyUnmapped(field: Field, mapping: AnySqlMapping | undefined): string {
  const name = quote(field.name)
  const namesake = mapping?.schema.fields.get(field.name)
  if (mapping === undefined || namesake === field)
    return `Field ${name} belongs to a relation without a table: pass a mapping that has the relation in the relations of sqlMapping`
  return namesake === undefined
    ? `The mapping is of another schema, which has no field ${name}: pass a mapping of the schema of the filter`
    : `The mapping is of another schema, which has its own field ${name}: make the mapping and the filter with one schema object, of one copy of desk-filter`
}

/**
 * The alias of the related table. It is short, because PostgreSQL truncates names to 63 bytes. It differs from
 * the table's own name, because conditions on the related rows would otherwise test the table's own columns.
 */
function aliasBeside(table: string | undefined): string {
  return table?.toLowerCase() === "related" ? "related_rows" : "related"
}

/** Without a mapping, a field is in the column of its name, and the fields of relations are nowhere. */
function unmapped(field: Field): MappedColumn | undefined {
  return field.relation === undefined ? { name: field.name } : undefined
}

/** The column in the database's quoting, or its expression in parentheses. */
function columnIn(table: readonly string[], { name, expression }: MappedColumn, dialect: AnyDialect): string {
  return expression === undefined ? path([...table, name], dialect) : `(${expression})`
}

/**
 * Whether the condition holds for a record without related records. The SQL then says that no related record
 * satisfies the negation. On a relation to many, `$ne` and `$nin` mean that NO related record is equal. On a
 * relation to one, a missing record has no values.
 */
function holdsWithoutRows(condition: Condition): boolean {
  return condition.field.relation?.cardinality === "many"
    ? isNegative(condition.operator)
    : matchesNull(condition)
}

/** Tests a column with an operator. */
type Test<O extends Operator> = (
  column: Column,
  operands: Operands,
  dialect: AnyDialect,
  operator: O,
) => Fragment

/** The test of each operator. */
const tests: { readonly [O in Operator]: Test<O> } = {
  $eq: (column, operands, dialect) =>
    oneOf(column, operands, dialect, ([value]) => dialect.equal(column, value)),
  $ne: (column, operands, dialect) => {
    const [stored] = storedValues(column, operands)
    return stored?.kind === "one" ? dialect.notEqual(column, stored.value) : noneOf(column, operands, dialect)
  },
  $in: (column, operands, dialect) =>
    oneOf(column, operands, dialect, (values) => dialect.among(column, values)),
  $nin: noneOf,
  $lt: ordered,
  $lte: ordered,
  $gt: ordered,
  $gte: ordered,
  $contains: (column, [text], dialect) =>
    sql`${dialect.position(column, String(comparableOf(column.field, String(text))))} > 0`,
}

/** The column has one of the operands. `test` finds those that the column can hold. */
function oneOf(
  column: Column,
  operands: Operands,
  dialect: AnyDialect,
  test: (values: readonly [SqlValue, ...SqlValue[]]) => Fragment,
): Fragment {
  const { values, intervals } = equalValues(column, operands)
  const [first, ...rest] = values
  const tests = intervals.map((interval) => within(column, interval, dialect))
  if (first !== undefined) tests.unshift(test([first, ...rest]))
  if (operands.includes(null)) tests.unshift(isNull(column))
  return joinInGroups(tests, " OR ") ?? dialect.never
}

/** The column has none of the operands. */
function noneOf(column: Column, operands: Operands, dialect: AnyDialect): Fragment {
  const { values, intervals } = equalValues(column, operands)
  const tests = intervals.map((interval) => sql`NOT ${within(column, interval, dialect)}`)
  if (values.length > 0) tests.unshift(dialect.notAmong(column, values))
  const outside = joinInGroups(tests, " AND ")
  if (operands.includes(null)) return outside ?? isNotNull(column)
  return outside === undefined ? dialect.always : either(isNull(column), outside)
}

/** The values and the intervals of the column that equal some operand. The column can hold no value that equals another. */
function equalValues(column: Column, operands: Operands) {
  const values: SqlValue[] = []
  const intervals: Several[] = []
  for (const stored of storedValues(column, operands)) {
    if (stored.kind === "one") values.push(stored.value)
    else if (stored.kind === "several") intervals.push(stored)
  }
  return { values, intervals }
}

/** The column is in the interval. */
function within(column: Column, { from, to, inclusive }: Several, dialect: AnyDialect): Fragment {
  const key = inclusive ? "including" : "without"
  return sql`(${dialect.order(column, BESIDE.above[key], from)} AND ${dialect.order(column, BESIDE.below[key], to)})`
}

/** The operators of order by the side of the values, and by whether the operand itself is among them. */
const BESIDE = {
  below: { including: "$lte", without: "$lt" },
  above: { including: "$gte", without: "$gt" },
} as const satisfies Readonly<Record<"below" | "above", Readonly<Record<string, OrderOperator>>>>

function ordered(column: Column, operands: Operands, dialect: AnyDialect, operator: OrderOperator): Fragment {
  const { side, inclusive = false } = rangeOf(operator)
  const beside = BESIDE[side]
  const [stored] = storedValues(column, operands)
  if (stored === undefined) return dialect.never
  switch (stored.kind) {
    case "one":
      return dialect.order(column, operator, stored.value)
    case "none":
      // Values below the operand are at most its floor, and values above it are greater than the floor.
      if (stored.floor !== undefined)
        return dialect.order(column, side === "below" ? "$lte" : "$gt", stored.floor)
      return side === "above" ? isNotNull(column) : dialect.never
    case "several": {
      const edge = (side === "below") === inclusive ? stored.to : stored.from
      return dialect.order(column, inclusive === stored.inclusive ? beside.including : beside.without, edge)
    }
  }
}

/** The operands as the column holds them, without null. */
function storedValues(column: Column, operands: Operands): Stored[] {
  const { field, type } = column
  return operands.flatMap((operand) =>
    operand === null ? [] : [type.store(comparableOf(field, operand), operand)],
  )
}

function isNull({ name }: Column): Fragment {
  return `${name} IS NULL`
}

function isNotNull({ name }: Column): Fragment {
  return `${name} IS NOT NULL`
}

function either(one: Fragment, other: Fragment): Fragment {
  return sql`(${one} OR ${other})`
}

function path(names: readonly string[], dialect: AnyDialect): string {
  return names.map((name) => dialect.identifier(name)).join(".")
}
