import type { IToken, TokenType } from "chevrotain"
import type { Span } from "../src/syntax/span.ts"
import { Kind, Scanner, UNBOUNDED } from "./scanner.ts"
import { vocabulary } from "./tokens.ts"

/** A token for Chevrotain. */
export class Token implements IToken, Span {
  readonly tokenTypeIdx: number

  constructor(
    private readonly source: string,
    readonly tokenType: TokenType,
    readonly start: number,
    readonly end: number,
  ) {
    this.tokenTypeIdx = tokenType.tokenTypeIdx as number
  }

  get startOffset(): number {
    return this.start
  }

  /** The source text, sliced on demand: only messages need it. */
  get image(): string {
    return this.source.slice(this.start, this.end)
  }
}

/** The result of {@link tokenize}. */
export interface Tokenization {
  /** The tokens up to the first invalid character. */
  readonly tokens: Token[]
  /** The offset of the first character that cannot begin a token. Undefined if there is none. */
  readonly invalidAt: number | undefined
}

const TYPES: ReadonlyMap<string, TokenType> = new Map(vocabulary.map((type) => [type.name, type]))

class TokenScanner extends Scanner {
  tokenizeTo(end: number): Tokenization {
    const tokens: Token[] = []
    for (this.advance(); this.kind !== Kind.End && this.start < end; this.advance()) {
      const type = TYPES.get(Kind[this.kind])
      if (type === undefined) return { tokens, invalidAt: this.start }
      tokens.push(new Token(this.source, type, this.start, this.end))
    }
    return { tokens, invalidAt: undefined }
  }
}

/** Splits a text into the tokens that begin before an offset. */
export function tokenize(text: string, end = text.length): Tokenization {
  return new TokenScanner(text, UNBOUNDED).tokenizeTo(end)
}
