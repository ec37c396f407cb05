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
 * The mistakes that a repair corrects. A mistake stands at the first token that cannot follow the text before it, with
 * the earlier mistakes corrected. That may be later than the change: a bracket may be missing long before anything shows
 * it. All changes up to there belong to the mistake.
 */
export function mistakesIn(tokens: Tokens, { edits, end, isCut }: Repair): SyntaxMistake[] {
  const mistakes: SyntaxMistake[] = []
  let stack = Stack.start()
  let at = 0
  let mistakenTo = -1
  for (const edit of edits) {
    // What is open where reading ended is no mistake.
    if (isCut && edit.at === end && !edit.continues) break
    for (; at < edit.at; at++) stack = after(stack, tokens.at(at).kind)
    if (!edit.continues && at > mistakenTo) {
      const [place, index] = firstMismatch(tokens, stack, at)
      mistakes.push({ ...place, missing: missingIn(edits.slice(edits.indexOf(edit)), tokens) })
      mistakenTo = index
    }
    if (edit.inserts !== undefined) stack = after(stack, edit.inserts)
    if (edit.removes === "token") at++
  }
  return mistakes
}

/** The first token that cannot follow the text before it, and its index. */
function firstMismatch(
  tokens: Tokens,
  start: Stack,
  from: number,
): readonly [mistake: Omit<SyntaxMistake, "missing">, index: number] {
  let stack = start
  for (let at = from; ; at++) {
    const { kind } = tokens.at(at)
    const next = stack.shift(kind)
    if (next === undefined) return [mismatch(tokens, stack, at), at]
    if (kind === Kind.End) return [mismatch(tokens, start, from), from]
    stack = next.stack
  }
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

/** @param edits the changes from the first one of a mistake on */
function missingIn(edits: readonly Edit[], tokens: Tokens): SyntaxMistake["missing"] {
  const next = edits.findIndex(({ continues }, index) => index > 0 && !continues)
  const changes = next === -1 ? edits : edits.slice(0, next)
  const texts = changes.map(({ removes, inserts }) =>
    removes === "nothing" && inserts !== undefined ? PUNCTUATION[inserts] : undefined,
  )
  const before = tokens.at((edits[0] as Edit).at).start
  return texts.includes(undefined) ? undefined : { text: texts.join(""), before }
}

function after(stack: Stack, kind: Kind): Stack {
  const shifted = stack.shift(kind)
  if (shifted === undefined) throw new Error("A repair must make the text correct")
  return shifted.stack
}
