import { expectations } from "../generated/parse-table.ts"
import { Kind } from "../scanner.ts"
import type { Edit } from "./edit.ts"
import type { Repair } from "./repair.ts"
import { isAtName, isKind, Stack } from "./stack.ts"
import type { Token, Tokens } from "./tokens.ts"

/** A syntax error: a token that cannot stand where it does. */
export interface SyntaxMistake {
  readonly token: Token
  readonly previous: Token | undefined
  /** What the text must have instead, in words. */
  readonly expected: string
  /** Whether the token is in the place of a name. */
  readonly isName: boolean
  /** Whether the text must end there. */
  readonly isAfterEnd: boolean
  /** The punctuation that is missing, and where. Undefined if other changes are needed. */
  readonly missing: { readonly text: string; readonly before: number } | undefined
}

/**
 * The mistakes that a repair corrects, one for each sequence of changes without a token between them. A mistake stands
 * at the first token that cannot follow the text before it, with the earlier mistakes corrected. That may be later
 * than the change: a bracket may be missing long before anything shows it.
 */
export function mistakesIn(tokens: Tokens, { edits, end, isCut }: Repair): SyntaxMistake[] {
  const groups = groupsOf(edits)
  const mistakes: SyntaxMistake[] = []
  let stack = Stack.start()
  let at = 0
  for (const [index, group] of groups.entries()) {
    const [{ at: from }] = group
    // What is open where reading ended is no mistake.
    if (isCut && from === end) break
    for (; at < from; at++) stack = after(stack, tokens.at(at).kind)
    const place = firstMismatch(tokens, stack, from, groups[index + 1]?.[0].at ?? Number.POSITIVE_INFINITY)
    mistakes.push({ ...place, missing: missingIn(group, tokens) })
    for (const edit of group) {
      if (edit.inserts !== undefined) stack = after(stack, edit.inserts)
      if (edit.removes === "token") at++
    }
  }
  return mistakes
}

type Group = readonly [Edit, ...Edit[]]

function groupsOf(edits: readonly Edit[]): Group[] {
  const groups: [Edit, ...Edit[]][] = []
  for (const edit of edits) {
    const last = groups.at(-1)
    if (edit.continues && last !== undefined) last.push(edit)
    else groups.push([edit])
  }
  return groups
}

/** The first token that cannot follow the text before it. */
function firstMismatch(
  tokens: Tokens,
  start: Stack,
  from: number,
  to: number,
): Omit<SyntaxMistake, "missing"> {
  let stack = start
  for (let at = from; at <= to; at++) {
    const { kind } = tokens.at(at)
    const next = stack.shift(kind)
    if (next === undefined) return mismatch(tokens, stack, at)
    if (kind === Kind.End) break
    stack = next.stack
  }
  return mismatch(tokens, start, from)
}

function mismatch(tokens: Tokens, stack: Stack, at: number): Omit<SyntaxMistake, "missing"> {
  const { top } = stack
  return {
    token: tokens.at(at),
    previous: at === 0 ? undefined : tokens.at(at - 1),
    expected: isKind(top) ? WORDS[top as keyof typeof WORDS] : (expectations[top] ?? "a value"),
    isName: isAtName(stack),
    isAfterEnd: top === Kind.End,
  }
}

/** The tokens that a rule demands in its middle. */
const WORDS = { [Kind.Colon]: '":"', [Kind.End]: "the end of the text" } as const

const PUNCTUATION: Partial<Readonly<Record<Kind, string>>> = {
  [Kind.LBrace]: "{",
  [Kind.RBrace]: "}",
  [Kind.LBracket]: "[",
  [Kind.RBracket]: "]",
  [Kind.Colon]: ":",
  [Kind.Comma]: ",",
}

function missingIn(group: Group, tokens: Tokens): SyntaxMistake["missing"] {
  const before = tokens.at(group[0].at).start
  const texts = group.map(({ removes, inserts }) =>
    removes === "nothing" && inserts !== undefined ? PUNCTUATION[inserts] : undefined,
  )
  return texts.includes(undefined) ? undefined : { text: texts.join(""), before }
}

function after(stack: Stack, kind: Kind): Stack {
  const shifted = stack.shift(kind)
  if (shifted === undefined) throw new Error("A repair must make the text correct")
  return shifted.stack
}
