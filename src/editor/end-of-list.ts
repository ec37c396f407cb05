import { Kind, Scanner, UNBOUNDED } from "../../grammar/scanner.ts"

/** The tokens between the name of `$and` or `$or`, or its last filter, and the bracket that closes its list. */
const SKIPPED: ReadonlySet<Kind> = /* @__PURE__ */ new Set([Kind.Colon, Kind.LBracket, Kind.Comma])

/** Finds where a list of filters ends, because its node has no span. */
export class ListEnds extends Scanner {
  constructor(text: string) {
    super(text, UNBOUNDED)
  }

  /** The end of the list whose last filter, or else name, ends at an offset. That offset if no bracket closes the list there. */
  after(offset: number): number {
    this.end = offset
    do this.advance()
    while (SKIPPED.has(this.kind))
    return this.kind === Kind.RBracket ? this.end : offset
  }
}
