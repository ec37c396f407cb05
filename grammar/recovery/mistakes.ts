import type { Expectation } from "../../src/syntax/expectation.ts"
import type { Span } from "../../src/syntax/span.ts"
import { expectationAt } from "../generated/parse-table.ts"
import { characterOf, Kind } from "../scanner.ts"
import type { Edit } from "./edit.ts"
import type { Repair } from "./repair.ts"
import { isAtName, isKind, type Stack } from "./stack.ts"
import type { Token, Tokens } from "./tokens.ts"

/** A syntax error: a token that cannot stand where it does. */
export interface SyntaxMistake {
  readonly token: Token
  readonly previous: Token | undefined
  /** What the text must have instead: one of these. */
  readonly expected: readonly Expectation[]
  /** Whether the token is in the place of a name. */
  readonly isName: boolean
  /** Whether the text must end there. */
  readonly isAfterEnd: boolean
  /** What to add before an offset, or the part of the text to remove. Undefined if several changes are needed. */
  readonly remedy: { readonly add: string; readonly before: number } | Span | undefined
}

/**
 * The mistakes that a repair corrects. A mistake stands at the first token that cannot follow the text before it, with
 * the earlier mistakes corrected. That may be later than the change: a bracket may be missing long before anything shows
 * it. All changes up to there belong to the mistake.
 */
export function mistakesIn(tokens: Tokens, { edits, end, isCut }: Repair): SyntaxMistake[] {
  const mistakes: SyntaxMistake[] = []
  let mistakenTo = -1
  for (const [index, { at, continues, before }] of edits.entries()) {
    // What is open where reading ended is no mistake.
    if (continues || at <= mistakenTo || (isCut && at === end)) continue
    const [stack, place] = firstMismatch(tokens, before, at)
    mistakenTo = place
    mistakes.push({
      token: tokens.at(place),
      previous: place === 0 ? undefined : tokens.at(place - 1),
      expected: expectedOn(stack),
      isName: isAtName(stack),
      isAfterEnd: stack.top === Kind.End,
      remedy: remedyIn(tokens, edits, index),
    })
  }
  return mistakes
}

/** The stack at the first token that cannot follow the text before it, and the index of the token. */
function firstMismatch(tokens: Tokens, start: Stack, from: number): readonly [Stack, number] {
  let stack = start
  for (let at = from; ; at++) {
    const { kind } = tokens.at(at)
    const next = stack.shift(kind)
    if (next === undefined) return [stack, at]
    if (kind === Kind.End) return [start, from]
    stack = next.stack
  }
}

function expectedOn({ top }: Stack): readonly Expectation[] {
  if (isKind(top)) return [top === Kind.Colon ? ":" : "end"]
  return expectationAt(top)
}

/** @param index the first change of a mistake */
function remedyIn(tokens: Tokens, edits: readonly Edit[], index: number): SyntaxMistake["remedy"] {
  const { start } = tokens.at((edits[index] as Edit).at)
  let end = start
  let add = ""
  for (let i = index; i === index || edits[i]?.continues; i++) {
    const { at, removes, inserts } = edits[i] as Edit
    const isDeletion = removes === "token" && inserts === undefined
    const added = removes === "nothing" && inserts !== undefined ? characterOf(inserts) : undefined
    if (!isDeletion && added === undefined) return undefined
    if (isDeletion) end = tokens.at(at).end
    add += added ?? ""
  }
  if (end === start) return { add, before: start }
  return add === "" ? { start, end } : undefined
}
