import { OPENING } from "../brackets.ts"
import { type Bounds, Kind } from "../scanner.ts"
import { Stack } from "./stack.ts"
import { isUnreadable, type Token, Tokens } from "./tokens.ts"

/** The text of the string that stands for what a user writes. */
export const CURSOR = "\0cursor"

/** The tokens of a text, with a string at an offset: a new one, or in the place of the token around the offset. */
export class TokensAt extends Tokens {
  /** The index of the string. */
  readonly index: number
  /** The string. */
  readonly cursor: Token
  /** The token that the string takes the place of. */
  readonly replaced: Token | undefined
  /** Whether the tokens around the offset belong together, so that nothing can come between them. */
  readonly isFilled: boolean
  /** How many more tokens the text has up to the one after the string. */
  readonly #shift: number

  constructor(text: string, offset: number, bounds: Bounds) {
    super(text, bounds)
    let next = 0
    while (isBefore(super.at(next), offset)) next++
    const index = this.#unclosedBefore(next, offset) ?? next
    const token = super.at(index)
    const previous = index === 0 ? undefined : super.at(index - 1)
    const isAround = isText(token) && (token.start < offset || previous?.kind === Kind.Colon)
    const { start, end } = isAround ? token : { start: offset, end: offset }
    // What a user writes at the offset includes it.
    const span = { start: Math.min(start, offset), end: Math.max(end, offset) }
    this.cursor = { kind: Kind.String, text: CURSOR, ...span }
    this.replaced = isAround ? token : undefined
    this.#shift = isAround ? Math.max(next - 1 - index, 0) : -1
    this.isFilled = previous === undefined ? isOpening(token) : isPair(previous, token)
    this.index = index
  }

  /** The tokens before the string, if they have no mistake: the string must not change what they mean. */
  validBeginning(): { readonly stack: Stack; readonly at: number } | undefined {
    let stack: Stack | undefined = Stack.start()
    for (let at = 0; at < this.index; at++) stack = stack?.shift(this.at(at).kind)?.stack
    return stack && { stack, at: this.index }
  }

  override at(index: number): Token {
    // The constructor of the base class has not set the index yet.
    if (this.index === undefined || index < this.index) return super.at(index)
    return index === this.index ? this.cursor : super.at(index + this.#shift)
  }

  override isKept(index: number): boolean {
    return index === this.index
  }

  /** The index of a string without a closing quote that goes on up to the offset: only brackets and spaces follow it. */
  #unclosedBefore(next: number, offset: number): number | undefined {
    for (let index = next - 1; index >= 0; index--) {
      const { kind, end } = super.at(index)
      if (kind === Kind.InvalidString)
        return /^[ \t}\]]*$/.test(this.source.slice(end, offset)) ? index : undefined
      if (kind !== Kind.RBrace && kind !== Kind.RBracket) return undefined
    }
    return undefined
  }
}

/** Whether a user who writes at the offset writes a later token. */
function isBefore({ kind, end }: Token, offset: number): boolean {
  if (kind === Kind.End) return false
  return end < offset || (end === offset && !isUnfinished(kind))
}

/** Whether a token may go on at its end. */
function isUnfinished(kind: Kind): boolean {
  return isUnreadable(kind) || (kind >= Kind.Number && kind <= Kind.Null)
}

/** Whether a token is a name or a scalar, and no punctuation. */
function isText({ kind }: Token): boolean {
  return kind >= Kind.LogicalName || kind === Kind.Invalid
}

function isOpening({ kind }: Token): boolean {
  return OPENING.includes(kind)
}

/** Whether nothing can come between two tokens: a name and its colon, or a colon and the object or list after it. */
function isPair(previous: Token, next: Token): boolean {
  return previous.kind === Kind.Colon ? isOpening(next) : isText(previous) && next.kind === Kind.Colon
}
