import type { Span } from "../../src/syntax/span.ts"
import type { NodeFactory, NodeTypes, Root } from "../generated/parser.ts"
import { type Bounds, Kind } from "../scanner.ts"
import { TokenParser } from "../token-parser.ts"
import { repaired } from "./recover.ts"
import { repair } from "./repair.ts"
import { Stack } from "./stack.ts"
import { isUnreadable, type Token, Tokens } from "./tokens.ts"

/** The text of the string that stands for what a user writes. */
export const CURSOR = "\0cursor"

/** A text in which a string is written at an offset. */
export interface RecoveredAt<Tree> {
  /** The tree. It has a string with the text {@link CURSOR} and the span of the cursor. */
  readonly tree: Tree
  /** Where the string stands. It has no length if it is a new token. */
  readonly cursor: Span
  /** The token that the string takes the place of. */
  readonly replaced: Token | undefined
  /** The tokens that the text lacks directly before the string. */
  readonly before: readonly Kind[]
  /** The tokens that the text lacks directly after it. */
  readonly after: readonly Kind[]
  /** Whether the text has no other mistake than what it lacks there. */
  readonly isElsewhereValid: boolean
}

/**
 * Reads a text in which a user writes at an offset: a string stands for what comes there. It takes the place of a token
 * around the offset. Undefined if nothing can be written there, or if the text exceeds a bound.
 */
export function recoverAt<T extends NodeTypes>(
  make: NodeFactory<T>,
  text: string,
  offset: number,
  bounds: Bounds,
): RecoveredAt<Root<T>> | undefined {
  const tokens = new TokensAt(text, offset, bounds)
  if (tokens.isFilled) return undefined
  const beginning = tokens.validBeginning()
  const found = repair(tokens, Infinity, beginning)
  if (tokens.exceededAt !== undefined || found.end < tokens.index) return undefined
  const { edits } = found
  // What is too much around the string may be what the user means: then nothing is known about the position.
  if (
    edits.some(({ removes, at }) =>
      removes === "rest" ? at <= tokens.index : removes === "token" && at === tokens.index + 1,
    )
  )
    return undefined
  const tree = new TokenParser(make, repaired(tokens, found), true).parse()
  if (tree === undefined) return undefined
  const lacking = (before: number) =>
    edits.flatMap(({ at, removes, inserts }) =>
      at === before && removes === "nothing" && inserts !== undefined ? [inserts] : [],
    )
  const { cursor, replaced, index } = tokens
  const before = lacking(index)
  const after = lacking(index + 1)
  const isLast = tokens.at(index + 1).kind === Kind.End
  if (
    !SEPARATORS.includes(before.join()) ||
    !(isLast || SEPARATORS.includes(after.filter(isSeparate).join()))
  )
    return undefined
  const isElsewhereValid = beginning !== undefined && before.length + after.length === edits.length
  return { tree, cursor, replaced, before, after, isElsewhereValid }
}

/** The tokens of a text, and a string at an offset. */
/** What a string may lack before it, and after it: nothing, a comma or a colon. If it lacks more, so does the text before. */
const SEPARATORS: readonly string[] = ["", String(Kind.Comma), String(Kind.Colon)]

/** Whether */
function isSeparate(kind: Kind): boolean {
  return kind !== Kind.Colon && kind !== Kind.Missing
}

class TokensAt extends Tokens {
  /** The index of the string. */
  readonly index: number
  readonly cursor: Token
  /** Whether the tokens around the offset belong together, so that nothing can come between them. */
  readonly isFilled: boolean
  readonly replaced: Token | undefined

  constructor(text: string, offset: number, bounds: Bounds) {
    super(text, bounds)
    let index = 0
    while (isBefore(super.at(index), offset)) index++
    if (index > 0 && goesOn(super.at(index - 1), text, offset)) index--
    const token = super.at(index)
    const previous = index === 0 ? undefined : super.at(index - 1)
    this.replaced = isAround(token, offset, previous) ? token : undefined
    this.isFilled =
      ((previous === undefined || previous.kind === Kind.Colon) && OPENING.includes(token.kind)) ||
      (previous !== undefined && isText(previous.kind) && token.kind === Kind.Colon)
    const { start, end } = this.replaced ?? { start: offset, end: offset }
    this.index = index
    this.cursor = { kind: Kind.String, text: CURSOR, start, end: Math.max(end, offset), isKept: true }
  }

  /** The tokens before the string, if they have no mistake: the string must not change what they mean. */
  validBeginning(): { readonly stack: Stack; readonly at: number } | undefined {
    let stack: Stack | undefined = Stack.start()
    for (let at = 0; at < this.index; at++) stack = stack?.shift(this.at(at).kind)?.stack
    return stack && { stack, at: this.index }
  }

  override at(index: number): Token {
    if (this.index === undefined || index < this.index) return super.at(index)
    return index === this.index ? this.cursor : super.at(this.replaced === undefined ? index - 1 : index)
  }
}

/** Whether a user who writes at the offset writes a later token. */
function isBefore({ kind, end }: Token, offset: number): boolean {
  if (kind === Kind.End) return false
  return end < offset || (end === offset && !isUnfinished(kind))
}

/** Whether a string without a closing quote goes on up to the offset, because only spaces are between them. */
function goesOn({ kind, end }: Token, text: string, offset: number): boolean {
  return kind === Kind.InvalidString && /^[ \t]+$/.test(text.slice(end, offset))
}

/** Whether a token may go on at its end. */
function isUnfinished(kind: Kind): boolean {
  return isUnreadable(kind) || (kind >= Kind.Number && kind <= Kind.Null)
}

/** Whether the user changes the token. Before it, the user writes a new one, unless it is the value of a member. */
function isAround({ kind, start }: Token, offset: number, previous: Token | undefined): boolean {
  return isText(kind) && (start < offset || previous?.kind === Kind.Colon)
}

/** Whether a token is a name or a scalar, and no punctuation. */
function isText(kind: Kind): boolean {
  return kind >= Kind.LogicalName || kind === Kind.Invalid
}

const OPENING: readonly Kind[] = [Kind.LBrace, Kind.LBracket]
