import type { NameNode } from "../syntax/syntax-tree.ts"
import { quote } from "../text/quote.ts"
import type { Objection, Rule } from "./rule.ts"

/**
 * No name appears twice in one object. Names are compared after decoding: `"a"` equals `"\u0061"`. JSON.parse
 * keeps the last of two members, and other parsers keep the first. Two programs could then read the same
 * text differently.
 */
export const uniqueNames: Rule<"members"> = {
  on: "members",
  check(members) {
    if (members.length <= FEW && areDistinct(members)) return undefined
    const seen = new Set<string>()
    const objections: Objection[] = []
    for (const { name } of members) {
      if (seen.has(name.text)) objections.push(objectionTo(name))
      seen.add(name.text)
    }
    return objections.length === 0 ? undefined : objections
  },
}

/** Up to this many names, comparing every pair is faster than making a Set. */
const FEW = 8

function areDistinct(members: readonly { readonly name: NameNode }[]): boolean {
  for (let i = 1; i < members.length; i++)
    for (let j = 0; j < i; j++) if (members[i]?.name.text === members[j]?.name.text) return false
  return true
}

function objectionTo({ text, span }: NameNode): Objection {
  return {
    code: "duplicate-key",
    message: `${quote(text)} appears more than once in one object`,
    hint: text.startsWith("$")
      ? "put each in a separate filter, and join the filters with $and"
      : `to apply both, join them: {"$and":[{${quote(text)}:…},{${quote(text)}:…}]}`,
    span,
    path: [text],
  }
}
