import { type Condition, conditionValues, matchesNull } from "../../filter/filter.ts"
import { comparableOf } from "../../schema/comparable.ts"
import type { Field } from "../../schema/field.ts"
import type { Value } from "../../schema/field-type.ts"
import { isNegative, negationOf, type Operator, type OrderOperator, rangeOf } from "../../schema/operators.ts"
import { quote } from "../../text/quote.ts"
import type { Column, Dialect, RelatedRows, Stored } from "./dialect/dialect.ts"
import { type Fragment, type SqlValue, sql } from "./dialect/fragment.ts"
import type { Written } from "./joined.ts"
import type { AnySqlMapping, MappedColumn } from "./mapping.ts"
import { type Built, type Related, written } from "./related.ts"

/** A dialect, whatever its drivers take. */
type AnyDialect = Dialect<unknown>

/** The values of an operator. */
type Operands = readonly (Value | null)[]

/** A condition on a field: on a column of the table itself, or on the related rows of a relation. */
export function onField(
  condition: Condition,
  dialect: AnyDialect,
  mapping: AnySqlMapping | undefined,
): Built {
  const { field, operator } = condition
  const operands = conditionValues(condition)
  const mapped = mapping === undefined ? unmapped(field) : mapping.columns.get(field)
  if (mapped === undefined) throw new TypeError(whyUnmapped(field, mapping))
  const table = mapping?.table ?? []
  const testIn = <O extends Operator>(table: readonly string[], operator: O) =>
    tests[operator](
      {
        name: path([...table, mapped.name], dialect),
        field,
        collation: mapped.collation,
        datetimeStorage: mapping?.datetimeStorage,
      },
      operands,
      dialect,
      operator,
    )
  const relation = field.relation && mapping?.relations.get(field.relation.name)
  if (field.relation === undefined || relation === undefined) return ofColumn(testIn(table, operator))

  const alias = aliasBeside(table.at(-1))
  const rows: RelatedRows = {
    table: path(relation.table, dialect),
    alias: path([alias], dialect),
    on: [...relation.on].map(([here, there]) => [
      path([...table, here], dialect),
      path([alias, there], dialect),
    ]),
  }
  const negation = holdsWithoutRows(condition) ? negationOf(operator) : undefined
  const related: Related = {
    quantifier: negation === undefined ? "some" : "none",
    relation: field.relation.name,
    rows,
    tests: [ofColumn(testIn([alias], negation ?? operator))],
  }
  // A missing record of a relation to one satisfies the condition itself, not only a complement of it.
  const isAlone = negation !== undefined && field.relation.cardinality === "one"
  return isAlone ? written(related, dialect) : related
}

/** The greatest depth of one condition: NOT, EXISTS, its WHERE with two ANDs, an OR, a comparison, its operand and functions around it. */
const CONDITION_DEPTH = 10

function ofColumn(fragment: Fragment): Written {
  return { fragment, depth: CONDITION_DEPTH }
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

/** Tests a column with an operator. */
type Test<O extends Operator> = (
  column: Column,
  operands: Operands,
  dialect: AnyDialect,
  operator: O,
) => Fragment

/** The test of each operator. */
const tests: { readonly [O in Operator]: Test<O> } = {
  $eq(column, operands, dialect) {
    if (operands.includes(null)) return isNull(column)
    const [value] = storableValues(column, operands, dialect)
    return value === undefined ? dialect.never : dialect.equal(column, value)
  },
  $ne(column, operands, dialect) {
    if (operands.includes(null)) return isNotNull(column)
    const [value] = storableValues(column, operands, dialect)
    return value === undefined ? dialect.always : dialect.notEqual(column, value)
  },
  $in(column, operands, dialect) {
    const values = storableValues(column, operands, dialect)
    if (values.length === 0) return operands.includes(null) ? isNull(column) : dialect.never
    const oneOf = dialect.among(column, values)
    return operands.includes(null) ? either(isNull(column), oneOf) : oneOf
  },
  $nin(column, operands, dialect) {
    const values = storableValues(column, operands, dialect)
    if (values.length === 0) return operands.includes(null) ? isNotNull(column) : dialect.always
    const noneOf = dialect.notAmong(column, values)
    return operands.includes(null) ? noneOf : either(isNull(column), noneOf)
  },
  $lt: ordered,
  $lte: ordered,
  $gt: ordered,
  $gte: ordered,
  $contains: (column, [text], dialect) =>
    sql`${dialect.position(column, String(comparableOf(column.field, String(text))))} > 0`,
}

/**
 * The operator to use with f, the greatest value below v that the column can hold, if it cannot hold v itself:
 * values below v are at most f, and values above v are greater than f.
 */
const BESIDE_FLOOR: Readonly<Record<"below" | "above", OrderOperator>> = { below: "$lte", above: "$gt" }

function ordered(column: Column, operands: Operands, dialect: AnyDialect, operator: OrderOperator): Fragment {
  const { side } = rangeOf(operator)
  const [stored] = storedValues(column, operands, dialect)
  if (stored?.value !== undefined)
    return dialect.order(column, stored.exact ? operator : BESIDE_FLOOR[side], stored.value)
  // Every value that the column can hold is above the operand.
  return stored && side === "above" ? isNotNull(column) : dialect.never
}

/** The operands as the column holds them, without null. */
function storedValues(column: Column, operands: Operands, dialect: AnyDialect): Stored[] {
  const { field } = column
  const { types } = dialect
  return operands.flatMap((operand) =>
    operand === null ? [] : types[field.type].store(comparableOf(field, operand), column, operand),
  )
}

/** The operands that the column can hold exactly. No value of the column equals any other operand. */
function storableValues(column: Column, operands: Operands, dialect: AnyDialect): SqlValue[] {
  return storedValues(column, operands, dialect).flatMap(({ value, exact }) =>
    exact && value !== undefined ? [value] : [],
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
