import { quote } from "../../../text/quote.ts"
import type { Ask, SessionNote } from "../inspect/catalog.ts"
import { textIn } from "../inspect/row.ts"

/** What is found about the encoding of the database. */
export async function encodingNotes(ask: Ask): Promise<SessionNote[]> {
  const [encoding = {}] = await ask("SELECT encoding AS encoding FROM pragma_encoding")
  const name = textIn(encoding, "encoding")
  // A program that answers no PRAGMA says nothing of the encoding.
  if (name === undefined || name === "UTF-8") return []
  return [
    {
      code: "database-encoding",
      message: `The database has the encoding ${quote(name)}, in which texts are not ordered by code point`,
      hint: "create the database with PRAGMA encoding = 'UTF-8', its default",
    },
  ]
}
