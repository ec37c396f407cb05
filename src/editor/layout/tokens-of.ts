import { accepts } from "../../../grammar/accepts.ts"
import { Kind, Scanner, UNBOUNDED } from "../../../grammar/scanner.ts"
import type { Span } from "../../syntax/span.ts"

/** A token of a text without syntax errors. */
export interface Token extends Span {
  readonly kind: Kind
}

class Lister extends Scanner {
  /** The tokens up to the end of the text, or up to the first that is in no rule. */
  list(): readonly Token[] {
    const tokens: Token[] = []
    do {
      this.advance()
      tokens.push({ kind: this.kind, start: this.start, end: this.end })
    } while (this.kind !== Kind.End && this.kind !== Kind.Invalid && this.kind !== Kind.InvalidString)
    return tokens
  }
}

/** The tokens of a text of any size. Undefined if the text is not JSON. */
export function tokensOf(text: string): readonly Token[] | undefined {
  const tokens = new Lister(text, UNBOUNDED).list()
  return accepts(tokens) ? tokens.slice(0, -1) : undefined
}
