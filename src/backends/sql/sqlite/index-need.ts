import type { OperatorTest } from "../../../schema/operators.ts"
import { inBackticks } from "../dialect/quoting.ts"
import type { IndexNeed, InspectedColumn } from "../inspect/catalog.ts"
import type { Form, SqliteType } from "./column-type.ts"

/** The index that serves a test of a column. */
export function indexFor(column: InspectedColumn<SqliteType>, test: OperatorTest): IndexNeed | undefined {
  return needs[test](column)
}

type Need = (column: InspectedColumn<SqliteType>) => IndexNeed | undefined

const needs: Readonly<Record<OperatorTest, Need>> = {
  // The column's own collation serves equality in the form that is not exact, whatever the collation is.
  equality: (column) =>
    column.type.indexed === undefined
      ? inForm(column, column.type.exact)
      : need(column, ["NOCASE", "RTRIM"], ""),
  order: (column) => inForm(column, column.type.ordered),
  text: () => undefined,
}

function inForm(column: InspectedColumn<SqliteType>, form: Form): IndexNeed | undefined {
  if (form.operand(column.name) !== column.name) return undefined
  const [, collation = "BINARY"] = / COLLATE (\w+)/.exec(form.collation) ?? []
  return need(column, [collation], form.collation)
}

function need({ table, name }: InspectedColumn, collations: readonly string[], suffix: string): IndexNeed {
  const key = name.toLowerCase()
  return {
    keys: collations.map((collation) => (collation === "BINARY" ? key : `${key} COLLATE ${collation}`)),
    create: createIndex(table, name, `${inBackticks(name)}${suffix}`),
  }
}

export function createIndex(table: readonly string[], column: string, keys: string): string {
  const [name = ""] = [...table].reverse()
  return `CREATE INDEX ${inBackticks(`${name}_${column}`)} ON ${inBackticks(name)} (${keys})`
}
