import type { NameNode } from "../syntax/syntax-tree.ts"
import { quote } from "../text/quote.ts"
import type { Objection } from "./rule.ts"

/**
 * No name stands twice in one object. Names are compared decoded, as `"a"` is `"\u0061"`. JSON.parse
 * would keep the last one, other parsers the first: two programs would read one text differently.
 */
export function uniqueNames(members: readonly { readonly name: NameNode }[]): readonly Objection[] {
  if (areFewAndDiffer(members)) return NONE
  const seen = new Set<string>()
  const objections: Objection[] = []
  for (const { name } of members) {
    if (seen.has(name.text)) objections.push(objectionTo(name))
    seen.add(name.text)
  }
  return objections
}

const NONE: readonly Objection[] = []
const FEW = 8

/** Whether there are so few names that comparing each with each is soonest done, and no two are the same. */
function areFewAndDiffer(members: readonly { readonly name: NameNode }[]): boolean {
  if (members.length > FEW) return false
  for (let i = 1; i < members.length; i++)
    for (let j = 0; j < i; j++) if (members[i]?.name.text === members[j]?.name.text) return false
  return true
}

function objectionTo({ text, span }: NameNode): Objection {
  return {
    code: "duplicate-key",
    message: `${quote(text)} stands twice in one object`,
    hint: text.startsWith("$")
      ? 'write both as filters of an "$and"'
      : `to ask for both, join them: {"$and":[{${quote(text)}:…},{${quote(text)}:…}]}`,
    span,
    path: [text],
  }
}
