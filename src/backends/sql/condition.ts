import { type Condition, conditionValues, matchesNull } from "../../filter/filter.ts"
import type { Field } from "../../schema/field.ts"
import { isNegative, negationOf, type Operator } from "../../schema/operators.ts"
import { quote } from "../../text/quote.ts"
import { testColumn } from "./column-test.ts"
import { columnTypes, defaultType } from "./column-types.ts"
import type { Dialect, RelatedRows } from "./dialect/dialect.ts"
import type { AnySqlMapping, MappedColumn } from "./mapping.ts"
import { type Built, type Related, written } from "./related.ts"

/** A dialect, whatever its drivers take. */
type AnyDialect = Dialect<unknown>

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
  const type = (mapping && columnTypes(mapping, dialect).get(field)) ?? defaultType(field, dialect)
  const table = mapping?.table ?? []
  const testIn = (table: readonly string[], operator: Operator) =>
    testColumn({ name: columnIn(table, mapped, dialect), field, type }, operator, operands, dialect)
  const relation = field.relation && mapping?.relations.get(field.relation.name)
  if (field.relation === undefined || relation === undefined) return testIn(table, operator)

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
    tests: [testIn([alias], negation ?? operator)],
  }
  // A missing record of a relation to one satisfies the condition itself, not only a complement of it.
  const isAlone = negation !== undefined && field.relation.cardinality === "one"
  return isAlone ? written(related, dialect) : related
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

/** What begins a comment to the end of a line. */
const COMMENT = /--|#/

/** The column in the database's quoting, or its expression in parentheses. */
function columnIn(table: readonly string[], { name, expression }: MappedColumn, dialect: AnyDialect): string {
  // A comment at the end of an expression must not reach the parenthesis.
  return expression === undefined
    ? path([...table, name], dialect)
    : `(${expression}${COMMENT.test(expression) ? "\n" : ""})`
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

function path(names: readonly string[], dialect: AnyDialect): string {
  return names.map((name) => dialect.identifier(name)).join(".")
}
