import type { OperatorTest } from "../../../schema/operators.ts"
import { inDoubleQuotes } from "../dialect/quoting.ts"
import type { CatalogIndex, IndexNeed, InspectedColumn, Row } from "../inspect/catalog.ts"
import { flagIn, textIn } from "../inspect/row.ts"
import type { Form, PostgresType } from "./column-type.ts"

/** How an index is stored or ordered, if not as usual. */
const HASH = " USING hash"
const PATTERN = " text_pattern_ops"

/** The indexes of a table, from the rows of their keys. */
export function indexesIn(rows: readonly Row[]): CatalogIndex[] {
  const indexes = new Map<string, string[]>()
  for (const row of rows) {
    const name = textIn(row, "name") ?? ""
    indexes.set(name, [...(indexes.get(name) ?? []), keyIn(row)])
  }
  return [...indexes].map(([name, keys]) => ({ name, keys }))
}

function keyIn(row: Row): string {
  const suffix = textIn(row, "method") === "hash" ? HASH : flagIn(row, "pattern") ? PATTERN : ""
  const collation = textIn(row, "collation")
  const column = textIn(row, "column")
  if (column !== undefined) return column + (collation === undefined ? "" : ` COLLATE ${collation}`) + suffix
  const expression = textIn(row, "expression") ?? ""
  // The catalog tells the collation of an expression apart from it.
  const isInC = collation === "C" && !expression.includes("COLLATE")
  return spelled(isInC ? `${withoutParentheses(expression)} COLLATE C` : expression) + suffix
}

function withoutParentheses(expression: string): string {
  return expression.replace(/^\((.*)\)$/s, "$1")
}

/** An expression as both the catalog and a form spell it: without quotes, and without casts that change nothing. */
function spelled(expression: string): string {
  return withoutParentheses(expression).replaceAll('"', "").replace("::text COLLATE", " COLLATE")
}

type Inspected = InspectedColumn<PostgresType>

/** Which index serves a test of a column. */
export function indexFor(column: Inspected, test: OperatorTest): IndexNeed | undefined {
  return needs[test](column)
}

const needs: Readonly<Record<OperatorTest, (column: Inspected) => IndexNeed | undefined>> = {
  equality(column) {
    const { exact, indexed, order } = column.type
    const key = keyOf(column, indexed ?? exact)
    if (key === undefined) return undefined
    // In the order of bytes, an index does not find texts that a collation takes for equal.
    const keys = [key.read, key.read + HASH]
    // Equality is tested in the exact form too, so its index serves as well.
    const whole = keyOf(column, exact)
    if (whole !== undefined) keys.push(whole.read, whole.read + HASH, whole.read + PATTERN)
    if (whole !== undefined && order.$lt === "<") keys.push(...inC(whole.read, column))
    return { keys, create: createIndex(column.table, key.written) }
  },
  order(column) {
    const { ordered, order } = column.type
    const key = keyOf(column, ordered)
    if (key === undefined) return undefined
    const suffix = order.$lt === "<" ? "" : PATTERN
    const keys = [key.read + suffix]
    if (suffix === "") keys.push(...inC(key.read, column))
    return { keys, create: createIndex(column.table, key.written + suffix) }
  },
  text: () => undefined,
}

/** An expression of a column in "C" is in "C" too, and the catalog then says so of the index. */
function inC(read: string, { name }: Inspected): string[] {
  return read === name ? [] : [spelled(`${read} COLLATE C`)]
}

/** The key of an index on the operand of a form. Undefined if no index can have it. */
function keyOf(
  { name, facts, type }: Inspected,
  form: Form,
): { readonly read: string; readonly written: string } | undefined {
  const quoted = inDoubleQuotes(name)
  const operand = form.operand(quoted)
  // Both are the column itself: the enum, and the enum below a domain.
  if (operand === quoted || type.ofEnum === true) return { read: name, written: quoted }
  // The text of an enum may change, so it cannot be indexed.
  if (facts.labels !== undefined) return undefined
  const written = operand.endsWith(")") ? operand : `(${operand})`
  return { read: spelled(operand), written }
}

/** The statement that creates an index on these keys. */
export function createIndex(table: readonly string[], keys: string): string {
  return `CREATE INDEX ON ${table.map(inDoubleQuotes).join(".")} (${keys})`
}
