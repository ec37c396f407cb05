import { comparableOf } from "../../schema/comparable.ts"
import type { Value } from "../../schema/field-type.ts"
import { type Operator, type OrderOperator, rangeOf } from "../../schema/operators.ts"
import type { Column } from "./dialect/column.ts"
import type { Dialect } from "./dialect/dialect.ts"
import { type Fragment, type SqlValue, sql } from "./dialect/fragment.ts"
import type { Several, Stored } from "./dialect/stored.ts"
import { joined, type Written } from "./joined.ts"

/** A dialect, whatever its drivers take. */
type AnyDialect = Dialect<unknown>

/** The values of an operator. */
type Operands = readonly (Value | null)[]

/** Tests a column with an operator. */
export function testColumn<O extends Operator>(
  column: Column,
  operator: O,
  operands: Operands,
  dialect: AnyDialect,
): Written {
  return tests[operator](column, operands, dialect, operator)
}

/** The greatest depth of one condition: NOT, EXISTS, its WHERE with two ANDs, an OR, a comparison, its operand and functions around it. */
const CONDITION_DEPTH = 10

function flat(fragment: Fragment): Written {
  return { fragment, depth: CONDITION_DEPTH }
}

/** Writes an operator. */
type Test<O extends Operator> = (
  column: Column,
  operands: Operands,
  dialect: AnyDialect,
  operator: O,
) => Written

/** The test of each operator. */
const tests: { readonly [O in Operator]: Test<O> } = {
  $eq: (column, operands, dialect) =>
    oneOf(column, operands, dialect, ([value]) => dialect.equal(column, value)),
  $ne: (column, operands, dialect) => {
    const [stored] = storedValues(column, operands)
    return stored?.kind === "one"
      ? flat(dialect.notEqual(column, stored.value))
      : noneOf(column, operands, dialect)
  },
  $in: (column, operands, dialect) =>
    oneOf(column, operands, dialect, (values) => dialect.among(column, values)),
  $nin: noneOf,
  $lt: ordered,
  $lte: ordered,
  $gt: ordered,
  $gte: ordered,
  $contains: (column, [text], dialect) =>
    flat(sql`${dialect.position(column, String(comparableOf(column.field, String(text))))} > 0`),
}

/** The column has one of the operands. `test` finds those that the column can hold. */
function oneOf(
  column: Column,
  operands: Operands,
  dialect: AnyDialect,
  test: (values: readonly [SqlValue, ...SqlValue[]]) => Fragment,
): Written {
  const { values, intervals } = equalValues(column, operands)
  const [first, ...rest] = values
  const tests = intervals.map((interval) => within(column, interval, dialect))
  if (first !== undefined) tests.unshift(test([first, ...rest]))
  if (operands.includes(null)) tests.unshift(isNull(column))
  return joined(tests.map(flat), " OR ", dialect.never)
}

/** The column has none of the operands. */
function noneOf(column: Column, operands: Operands, dialect: AnyDialect): Written {
  const { values, intervals } = equalValues(column, operands)
  const tests = intervals.map((interval) => sql`NOT ${within(column, interval, dialect)}`)
  if (values.length > 0) tests.unshift(dialect.notAmong(column, values))
  const hasNull = operands.includes(null)
  if (tests.length === 0) return flat(hasNull ? isNotNull(column) : dialect.always)
  const outside = joined(tests.map(flat), " AND ", dialect.always)
  return hasNull ? outside : joined([flat(isNull(column)), outside], " OR ", dialect.never)
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

function ordered(column: Column, operands: Operands, dialect: AnyDialect, operator: OrderOperator): Written {
  const tests = storedValues(column, operands).map((stored) => beside(column, stored, dialect, operator))
  return joined(tests.map(flat), " AND ", dialect.never)
}

/** The values of the column on a side of those that equal the operand. */
function beside(column: Column, stored: Stored, dialect: AnyDialect, operator: OrderOperator): Fragment {
  const { side, inclusive = false } = rangeOf(operator)
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
      const operators = BESIDE[side]
      return dialect.order(
        column,
        inclusive === stored.inclusive ? operators.including : operators.without,
        edge,
      )
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
