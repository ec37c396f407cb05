import { Kind, Scanner, UNBOUNDED } from "../../grammar/scanner.ts"

/** Finds where a list of filters ends, because its node has no span. */
export class ListEnds extends Scanner {
  constructor(text: string) {
    super(text, UNBOUNDED)
  }

  /**
   * The end of a list.
   *
   * @param offset where its last filter ends, or the name of `$and` or `$or` if it has none
   * @returns the offset after its closing bracket, or the same offset if no bracket closes it
   */
  after(offset: number): number {
    this.end = offset
    do this.advance()
    while (this.kind === Kind.Colon || this.kind === Kind.LBracket || this.kind === Kind.Comma)
    return this.kind === Kind.RBracket ? this.end : offset
  }
}
