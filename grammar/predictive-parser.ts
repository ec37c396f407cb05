import type { Span } from "../src/syntax/span.ts"
import { type Bounds, Kind, Scanner } from "./scanner.ts"

/** Thrown at a syntax error or an exceeded bound. It never leaves this class. */
const REJECTED: unique symbol = Symbol("rejected")

/**
 * The base of a recursive descent parser with one token of lookahead. The parser makes a tree or rejects the text. It
 * does not say why: `syntaxErrorIn` in grammar.ts does.
 */
export abstract class PredictiveParser extends Scanner {
  /** The end of the last token that was consumed. */
  private consumedTo = 0

  /** @param spans whether nodes get their spans, which only error messages need */
  constructor(
    text: string,
    bounds: Bounds,
    private readonly spans: boolean,
  ) {
    super(text, bounds)
  }

  /** The span of the lookahead token. After a text was rejected, this is the token at fault. */
  get lookahead(): Span {
    return { start: this.start, end: this.end }
  }

  /** The tree that the rule makes of the whole text. Undefined if the parser rejects the text. */
  protected parseWhole<Tree>(rule: () => Tree): Tree | undefined {
    try {
      this.advance()
      const tree = rule()
      return this.kind === Kind.End ? tree : undefined
    } catch (error) {
      if (error === REJECTED) return undefined
      throw error
    }
  }

  /** Consumes a token of this kind. Rejects the text if the next token is of another kind. */
  protected expect(kind: Kind): void {
    if (!this.accept(kind)) this.reject()
  }

  /** Consumes the next token if it is of this kind. */
  protected accept(kind: Kind): boolean {
    if (this.kind !== kind) return false
    this.consumedTo = this.end
    this.advance()
    return true
  }

  /** The span from an offset to the end of the last token that was consumed. */
  protected spanFrom(start: number): Span | undefined {
    return this.spans ? { start, end: this.consumedTo } : undefined
  }

  protected reject(): never {
    throw REJECTED
  }
}
