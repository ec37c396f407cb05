import { type Condition, conditionValues, matchesNull } from "../../filter/filter.ts"
import { comparableOf } from "../../schema/comparable.ts"
import type { Field } from "../../schema/field.ts"
import type { Value } from "../../schema/field-type.ts"
import { factsOf, isNegative, negationOf, type Operator, type OrderOperator } from "../../schema/operators.ts"
import { quote } from "../../text/quote.ts"
import type { Column, Dialect, RelatedRows, Stored } from "./dialect.ts"
import { type Fragment, type SqlValue, sql } from "./fragment.ts"
import type { MappedColumn, SqlMapping } from "./mapping.ts"

/** A dialect, whatever its drivers take. */
type AnyDialect = Dialect<unknown>

/** The values of an operator. */
type Operands = readonly (Value | null)[]

/** A condition on a field: on a column of the table itself, or on the related rows of a relation. */
export function onField(
  condition: Condition,
  dialect: AnyDialect,
  mapping: SqlMapping | undefined,
): Fragment {
  const { field, operator } = condition
  const operands = conditionValues(condition)
  const mapped = mapping === undefined ? unmapped(field) : mapping.columns.get(field)
  if (mapped === undefined) {
    throw new TypeError(`Field ${quote(field.name)} is not in the mapping: see relations of sqlMapping`)
  }
  const table = mapping?.table ?? []
  const testIn = (table: readonly string[], operator: Operator) =>
    tests[operator](
      {
        name: path([...table, mapped.name], dialect),
        field,
        collation: mapped.collation,
        datetimeStorage: mapping?.datetimeStorage,
      },
      operands,
      dialect,
    )
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

/**
 * The alias of the related table. It is short, because PostgreSQL truncates names to 63 bytes. It differs from
 * the table's own name, because conditions on the related rows would otherwise test the table's own columns.
 */
function aliasBeside(table: string | undefined): string {
  return table?.toLowerCase() === "related" ? "related_rows" : "related"
}

/** Without a mapping, a field is in the column of its name, and the fields of relations are nowhere. */
function unmapped(field: Field): MappedColumn | undefined {
  return field.relation === undefined ? { name: field.name, collation: undefined } : undefined
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

/** Tests a column with one operator. */
type Test = (column: Column, operands: Operands, dialect: AnyDialect) => Fragment

/** The test of each operator. */
const tests: Readonly<Record<Operator, Test>> = {
  $eq: (column, [operand = null], dialect) => {
    if (operand === null) return isNull(column)
    const { value, exact } = store(operand, column, dialect)
    return exact && value !== undefined ? dialect.equal(column, value) : dialect.never
  },
  $ne: (column, [operand = null], dialect) => {
    if (operand === null) return isNotNull(column)
    const { value, exact } = store(operand, column, dialect)
    return exact && value !== undefined ? dialect.notEqual(column, value) : dialect.always
  },
  $in: (column, operands, dialect) => {
    const values = storableValues(operands, column, dialect)
    return either(
      [
        ...(operands.includes(null) ? [isNull(column)] : []),
        ...(values.length > 0 ? [dialect.among(column, values)] : []),
      ],
      dialect,
    )
  },
  $nin: (column, operands, dialect) => {
    const values = storableValues(operands, column, dialect)
    if (values.length === 0) return operands.includes(null) ? isNotNull(column) : dialect.always
    const noneOf = dialect.notAmong(column, values)
    return operands.includes(null) ? noneOf : either([isNull(column), noneOf], dialect)
  },
  $lt: (column, operands, dialect) => ordered("$lt", column, operands, dialect),
  $lte: (column, operands, dialect) => ordered("$lte", column, operands, dialect),
  $gt: (column, operands, dialect) => ordered("$gt", column, operands, dialect),
  $gte: (column, operands, dialect) => ordered("$gte", column, operands, dialect),
  $contains: (column, [operand = null], dialect) =>
    operand === null ? dialect.never : dialect.contains(column, String(comparableOf(column.field, operand))),
}

/**
 * The operator to use with f, the greatest value below v that the column can hold, if it cannot hold v itself:
 * values below v are at most f, and values above v are greater than f.
 */
const BESIDE_FLOOR: Readonly<Record<"below" | "above", OrderOperator>> = { below: "$lte", above: "$gt" }

function ordered(
  operator: OrderOperator,
  column: Column,
  [operand = null]: Operands,
  dialect: AnyDialect,
): Fragment {
  if (operand === null) return dialect.never
  const { value, exact } = store(operand, column, dialect)
  const { side } = factsOf(operator).range
  if (value !== undefined) return dialect.order(column, exact ? operator : BESIDE_FLOOR[side], value)
  // Every value that the column can hold is above the operand.
  return side === "above" ? isNotNull(column) : dialect.never
}

function store(operand: Value, column: Column, dialect: AnyDialect): Stored {
  const { field } = column
  return dialect.types[field.type].store(comparableOf(field, operand), column, operand)
}

/** The values that the column can hold. The others, and null, are in no list. */
function storableValues(operands: Operands, column: Column, dialect: AnyDialect): SqlValue[] {
  return operands.flatMap((operand) => {
    if (operand === null) return []
    const { value, exact } = store(operand, column, dialect)
    return exact && value !== undefined ? [value] : []
  })
}

function isNull({ name }: Column): Fragment {
  return `${name} IS NULL`
}

function isNotNull({ name }: Column): Fragment {
  return `${name} IS NOT NULL`
}

function either([first, ...more]: readonly Fragment[], dialect: AnyDialect): Fragment {
  if (first === undefined) return dialect.never
  return more.length === 0 ? first : sql`(${first} OR ${more})`
}

function path(names: readonly string[], dialect: AnyDialect): string {
  return names.map((name) => dialect.identifier(name)).join(".")
}
