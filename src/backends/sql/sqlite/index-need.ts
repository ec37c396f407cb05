import type { OperatorTest } from "../../../schema/operators.ts"
import { inBackticks } from "../dialect/quoting.ts"
import type { IndexNeed, InspectedColumn } from "../inspect/catalog.ts"
import { freeName } from "../inspect/free-name.ts"
import type { Form, SqliteType } from "./column-type.ts"

/** The index that serves a test of a column. */
export function indexFor(
  column: InspectedColumn<SqliteType>,
  test: OperatorTest,
  taken: readonly string[],
): IndexNeed | undefined {
  return needs[test](column, taken)
}

type Need = (column: InspectedColumn<SqliteType>, taken: readonly string[]) => IndexNeed | undefined

const needs: Readonly<Record<OperatorTest, Need>> = {
  // The column's own collation serves equality in the form that is not exact, whatever the collation is.
  equality: (column, taken) =>
    column.type.indexed === undefined
      ? inForm(column, column.type.exact, taken)
      : need(column, ["NOCASE", "RTRIM"], "", taken),
  order: (column, taken) => inForm(column, column.type.ordered, taken),
  text: () => undefined,
}

function inForm(
  column: InspectedColumn<SqliteType>,
  form: Form,
  taken: readonly string[],
): IndexNeed | undefined {
  if (form.operand(column.name) !== column.name) return undefined
  const [, collation = "BINARY"] = / COLLATE (\w+)/.exec(form.collation) ?? []
  return need(column, [collation], form.collation, taken)
}

function need(
  { table, name, type }: InspectedColumn<SqliteType>,
  collations: readonly string[],
  suffix: string,
  taken: readonly string[],
): IndexNeed {
  const key = name.toLowerCase()
  // Equality has an index of the plain name.
  const label = type.indexed !== undefined && suffix !== "" ? `${name}_binary` : name
  return {
    keys: collations.map((collation) => (collation === "BINARY" ? key : `${key} COLLATE ${collation}`)),
    create: createIndex(table, label, inBackticks(name) + suffix, taken),
  }
}

/** The index is in the schema of the table, so that only its own name is written with it. */
export function createIndex(
  table: readonly string[],
  label: string,
  keys: string,
  taken: readonly string[] = [],
): string {
  const [name = "", ...schema] = [...table].reverse()
  const index = [...schema, freeName(`${name}_${label}`, taken)].map(inBackticks).join(".")
  return `CREATE INDEX ${index} ON ${inBackticks(name)} (${keys})`
}
