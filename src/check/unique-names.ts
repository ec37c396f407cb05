import type { NameNode } from "../syntax/syntax-tree.ts"
import { quote } from "../text/quote.ts"
import type { NodeKinds, Objection, Rule } from "./rule.ts"

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
    for (const member of members) {
      if (member.kind === "gap") continue
      const { name } = member
      if (seen.has(name.text)) objections.push(objectionTo(name))
      seen.add(name.text)
    }
    return objections.length === 0 ? undefined : objections
  },
}

type Member = NodeKinds["members"]["node"][number]

/** Up to this many names, comparing every pair is faster than making a Set. */
const FEW = 8

function areDistinct(members: readonly Member[]): boolean {
  for (let i = 1; i < members.length; i++)
    for (let j = 0; j < i; j++) if (nameOf(members[i]) === nameOf(members[j])) return false
  return true
}

function nameOf(member: Member | undefined): string | undefined {
  return member === undefined || member.kind === "gap" ? undefined : member.name.text
}

function objectionTo({ text, span }: NameNode): Objection {
  const found = quote(text)
  return {
    code: "duplicate-key",
    message: `${found} appears more than once in one object`,
    params: { reason: "name", found },
    hint: text.startsWith("$")
      ? "put each in a separate filter, and join the filters with $and"
      : `to apply both, join them: {"$and":[{${found}:…},{${found}:…}]}`,
    span,
    path: [text],
  }
}
