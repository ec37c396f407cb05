import { inBackticks } from "../dialect/quoting.ts"
import type { Ask, InspectedColumn, SessionNote } from "../inspect/catalog.ts"
import { textIn } from "../inspect/row.ts"
import type { SqliteType } from "./column-type.ts"

/** Enough to find what a program writes, and few enough for the start of a server. */
const ROWS = 1000

/** What is found about the values of columns. SQLite takes any value in any column, so that the type does not say all. */
export async function valueNotes(
  ask: Ask,
  columns: readonly InspectedColumn<SqliteType>[],
): Promise<SessionNote[]> {
  const notes: SessionNote[] = []
  for (const column of columns) {
    const name = inBackticks(column.name)
    const table = column.table.map(inBackticks).join(".")
    const [row] = await ask(
      `SELECT typeof(${name}) AS kind FROM (SELECT ${name} FROM ${table} LIMIT ${ROWS}) WHERE ${name} IS NOT NULL AND NOT (${column.type.expected(name)}) LIMIT 1`,
    )
    if (row !== undefined) notes.push(noteOf(column, String(textIn(row, "kind"))))
  }
  return notes
}

function noteOf(column: InspectedColumn<SqliteType>, kind: string): SessionNote {
  const { field, datetimeStorage, scale, lowerCase } = column.facts
  const as = [
    datetimeStorage === undefined ? [] : [`the datetimeStorage "${datetimeStorage}"`],
    scale === undefined ? [] : [`the scale ${scale}`],
    lowerCase ? ["lowerCase"] : [],
  ].flat()
  const by = as.length === 0 ? "" : ` with ${as.join(" and ")}`
  return {
    column,
    code: "stored-values",
    message: `Among the first ${ROWS} rows is a value, of type ${kind}, that a field of type ${field.type}${by} does not have in SQLite`,
    hint: column.type.hint?.(inBackticks(column.name)) ?? HINT,
  }
}

const HINT = "correct the value, or say in the mapping how the column holds its values"
