import { type Bounds, Kind, Scanner } from "./scanner.ts"

/** Where something stands: offsets in UTF-16 units, the end exclusive. */
export interface Place {
  readonly start: number
  readonly end: number
}

/** Thrown where the text is not, or may not be, a sentence of the grammar. Never seen outside. */
const REFUSAL: unique symbol = Symbol("refusal")

/**
 * What a parser is made of that looks at one token to know what comes. It says yes, and makes a tree, or no; why it
 * says no is not its affair.
 */
export abstract class PredictiveParser extends Scanner {
  private takenTo = 0

  /** @param places whether nodes are to know where they stand, which only a mistake asks for */
  constructor(
    text: string,
    bounds: Bounds,
    private readonly places: boolean,
  ) {
    super(text, bounds)
  }

  /** The token that was looked at last: of a text that is refused, the one that it is refused for. */
  get last(): Place {
    return { start: this.start, end: this.end }
  }

  /** What the rule makes of the whole text, or undefined where it is refused. */
  protected whole<Tree>(rule: () => Tree): Tree | undefined {
    try {
      this.advance()
      const tree = rule()
      return this.kind === Kind.End ? tree : undefined
    } catch (error) {
      if (error === REFUSAL) return undefined
      throw error
    }
  }

  protected take(kind: Kind): void {
    if (this.kind !== kind) this.refuse()
    this.takenTo = this.end
    this.advance()
  }

  /** Takes a token if it is there. */
  protected took(kind: Kind): boolean {
    if (this.kind !== kind) return false
    this.takenTo = this.end
    this.advance()
    return true
  }

  /** The place from there to the last token that was taken. */
  protected placeFrom(start: number): Place | undefined {
    return this.places ? { start, end: this.takenTo } : undefined
  }

  protected refuse(): never {
    throw REFUSAL
  }
}
