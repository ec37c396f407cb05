import { didYouMean, suggest } from "../../../diagnostics/suggest.ts"
import { quote } from "../../../text/quote.ts"
import type { Note } from "./catalog.ts"
import type { KnownTable } from "./tables.ts"

/** The table does not have a column that the mapping names. */
export function missingColumn(column: string, { name, read }: KnownTable): Note {
  const names = [...read.columns.values()].map((known) => known.name)
  return {
    code: "missing-column",
    message: `Table ${quote(name.join("."))} has no column ${quote(column)}, or the user may not see it`,
    hint: didYouMean(suggest(column, names)) ?? "create the column, or correct its name in the mapping",
  }
}
