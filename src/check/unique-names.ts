import { quote } from "../diagnostics/quote.ts"
import type { NameNode } from "../syntax-tree.ts"
import type { Objection } from "./context.ts"

/**
 * No name stands twice in one object. Names are compared decoded, as `"a"` is `"\u0061"`. JSON.parse
 * would keep the last one, other parsers the first: two programs would read one text differently.
 */
export function uniqueNames(names: readonly NameNode[]): Objection[] {
  const seen = new Set<string>()
  const objections: Objection[] = []
  for (const { text, span } of names) {
    if (seen.has(text)) {
      objections.push({
        code: "duplicate-key",
        message: `${quote(text)} stands twice in one object`,
        hint: text.startsWith("$")
          ? 'write both as filters of an "$and"'
          : `to ask for both, join them: {"$and":[{${quote(text)}:…},{${quote(text)}:…}]}`,
        span,
        path: [text],
      })
    }
    seen.add(text)
  }
  return objections
}
