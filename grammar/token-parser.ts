import { FilterParser, type NodeFactory, type NodeTypes } from "./generated/parser.ts"
import { type Kind, UNBOUNDED } from "./scanner.ts"

/** A token that was not scanned. */
export interface GivenToken {
  readonly kind: Kind
  readonly text: string
  readonly digits?: number | string | undefined
  readonly start?: number
  readonly end?: number
}

/** Parses the tokens that it is given, not a text. They must end with the end of the text. */
export class TokenParser<T extends NodeTypes> extends FilterParser<T> {
  constructor(
    make: NodeFactory<T>,
    private readonly tokens: Iterator<GivenToken>,
    spans: boolean,
  ) {
    super(make, "", UNBOUNDED, spans)
  }

  protected override advance(): void {
    Object.assign(this, this.tokens.next().value)
  }
}
