import { CLOSING, OPENING } from "../../../grammar/brackets.ts"
import { Kind } from "../../../grammar/scanner.ts"
import { type Extent, extentsOf, offsetsOnOneLine } from "./measure.ts"
import type { Token } from "./tokens-of.ts"

/** The most characters of a line that has more than one value. */
const MAX_WIDTH = 80
/** Deeper parts stay on one line: their indentation would grow with the square of the depth. */
const MAX_LEVELS = 100

/** What follows a comma: a space; a new line; or a new line only if the next item does not fit. */
type Separation = "space" | "line" | "fill"

/** Lays out the tokens of a JSON text. It takes linear time and does not call itself. */
export class Layout {
  readonly #extents: ReadonlyMap<number, Extent>
  readonly #offsets: readonly number[]
  /** The separation in each open object and list. */
  readonly #open: Separation[] = []
  #written = ""
  /** The number of characters in the last line. */
  #column = 0

  constructor(
    private readonly source: string,
    private readonly tokens: readonly Token[],
    private readonly indentation: string,
  ) {
    this.#extents = extentsOf(tokens)
    this.#offsets = offsetsOnOneLine(tokens)
  }

  write(): string {
    this.tokens.forEach((token, at) => {
      if (OPENING.includes(token.kind)) this.#writeOpening(token, at)
      else if (CLOSING.includes(token.kind)) this.#writeClosing(token)
      else this.#writeToken(token)
      if (token.kind === Kind.Comma) this.#separate(at)
      if (token.kind === Kind.Colon) this.#append(" ")
    })
    return this.#written
  }

  #writeOpening(token: Token, at: number): void {
    const separation = this.#separationIn(at)
    this.#writeToken(token)
    this.#open.push(separation)
    if (separation !== "space") this.#breakLine()
  }

  #writeClosing(token: Token): void {
    if (this.#open.pop() !== "space") this.#breakLine()
    this.#writeToken(token)
  }

  #separate(comma: number): void {
    const separation = this.#open.at(-1)
    const fits = separation === "space" || (separation === "fill" && this.#fits(comma + 1, comma + 1, 1))
    if (fits) this.#append(" ")
    else this.#breakLine()
  }

  /** How to separate the members or items of the object or list that begins with a token. */
  #separationIn(opening: number): Separation {
    const { end, hasObjectInList, isFlat } = this.#extents.get(opening) as Extent
    const isInLine = this.#open.at(-1) === "space" || this.#open.length === MAX_LEVELS
    if (isInLine || end === opening + 1) return "space"
    const { kind } = this.tokens[opening] as Token
    if (this.#open.length === 0 && kind === Kind.LBrace) return "line"
    if (!hasObjectInList && this.#fits(opening, end)) return "space"
    return isFlat && kind === Kind.LBracket ? "fill" : "line"
  }

  /** Whether the tokens fit in the line, with the comma that may follow and after this many spaces. */
  #fits(first: number, last: number, spaces = 0): boolean {
    const comma = this.tokens[last + 1]?.kind === Kind.Comma ? 1 : 0
    const width = (this.#offsets[last + 1] as number) - (this.#offsets[first] as number)
    return this.#column + spaces + width + comma <= MAX_WIDTH
  }

  #writeToken({ start, end }: Token): void {
    this.#append(this.source.slice(start, end))
  }

  #append(text: string): void {
    this.#written += text
    this.#column += text.length
  }

  #breakLine(): void {
    const indentation = this.indentation.repeat(this.#open.length)
    this.#written += `\n${indentation}`
    this.#column = indentation.length
  }
}
