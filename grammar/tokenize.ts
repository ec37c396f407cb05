import type { IToken, TokenType } from "chevrotain"
import { Kind, Scanner, UNBOUNDED } from "./scanner.ts"
import { vocabulary } from "./tokens.ts"

/** A token as Chevrotain takes it, and the place in the text where it stands: offsets in UTF-16 units, the end exclusive. */
export class Token implements IToken {
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

  /** As it is written: cut out of the text when a message shows it, and not before. */
  get image(): string {
    return this.source.slice(this.start, this.end)
  }
}

/** The beginning of a text as tokens. */
export interface Tokens {
  /** The tokens, up to the first character that begins none. */
  readonly tokens: Token[]
  /** Where that character is, if there is one. */
  readonly stray: number | undefined
}

const TYPES: ReadonlyMap<string, TokenType> = new Map(vocabulary.map((type) => [type.name, type]))

class TokenScanner extends Scanner {
  tokensTo(end: number): Tokens {
    const tokens: Token[] = []
    for (this.advance(); this.kind !== Kind.End && this.start < end; this.advance()) {
      const type = TYPES.get(Kind[this.kind])
      if (type === undefined) return { tokens, stray: this.start }
      tokens.push(new Token(this.source, type, this.start, this.end))
    }
    return { tokens, stray: undefined }
  }
}

/** The tokens of a text that begin before an offset. */
export function tokensOf(text: string, end = text.length): Tokens {
  return new TokenScanner(text, UNBOUNDED).tokensTo(end)
}
