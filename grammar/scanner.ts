import { BACKSLASH, decodeString, QUOTE, scanString } from "./strings.ts"
import { Number_, Word } from "./tokens.ts"

/** What stands at a place: a token of the vocabulary, by its name, or none. */
export enum Kind {
  /** A character that begins no token, or a token beyond the bounds. */
  Stray,
  /** The end of the text. */
  End,
  LBrace,
  RBrace,
  LBracket,
  RBracket,
  Colon,
  Comma,
  LogicalName,
  OperatorName,
  String,
  Number,
  True,
  False,
  Null,
  BrokenString,
  Word,
}

/** How large a text may be: a scanner finds no token beyond. */
export interface Bounds {
  /** Objects and lists inside one another. */
  readonly depth: number
  readonly colons: number
  /** Commas of one list; those of an object are not counted, as each goes with a colon. */
  readonly commas: number
}

/** As large as it is. */
export const UNBOUNDED: Bounds = { depth: Infinity, colons: Infinity, commas: Infinity }

const DOLLAR = 0x24
const SPACE = 0x20
const TAB = 0x09
const LINE_FEED = 0x0a
const CARRIAGE_RETURN = 0x0d
const MINUS = 0x2d
const DIGIT_0 = 0x30
const DIGIT_9 = 0x39
const POINT = 0x2e
const LOWER_E = 0x65
const UPPER_E = 0x45

/** Where the count of an object's commas begins: so far down that they never become too many. */
const NOT_COUNTED = -(2 ** 30)

/** The tokens of one character, by its code. */
const MARKS: readonly Kind[] = byCode({
  "{": Kind.LBrace,
  "}": Kind.RBrace,
  "[": Kind.LBracket,
  "]": Kind.RBracket,
  ":": Kind.Colon,
  ",": Kind.Comma,
})
const NUMBER = new RegExp(Number_.PATTERN as RegExp, "y")
const WORD = new RegExp(Word.PATTERN as RegExp, "y")

function byCode(marks: Readonly<Record<string, Kind>>): Kind[] {
  return Array.from({ length: 128 }, (_, code) => marks[String.fromCharCode(code)] ?? Kind.Stray)
}

function isSpace(code: number): boolean {
  return code <= SPACE && (code === SPACE || code === LINE_FEED || code === CARRIAGE_RETURN || code === TAB)
}

function isDigit(code: number): boolean {
  return code >= DIGIT_0 && code <= DIGIT_9
}

function endOfDigits(text: string, start: number): number {
  let end = start
  while (end < text.length && isDigit(text.charCodeAt(end))) end++
  return end
}

function isFractionOrExponent(code: number): boolean {
  return code === POINT || code === LOWER_E || code === UPPER_E
}

/**
 * Cuts a text into tokens as the vocabulary says, one at a time. It is written by hand because a lexer for
 * vocabularies of all kinds takes many times as long; a test compares the two. Its loops never look behind the end of
 * the text: an engine that has seen that once makes a call of every look at a character.
 */
export class Scanner {
  protected kind = Kind.Stray
  /** The text that a string stands for; a number or a word as it is written. */
  protected text = ""
  /** Where the token begins, in UTF-16 units. */
  protected start = 0
  /** Where it ends, which is behind its last character. */
  protected end = 0

  private depth = 0
  private colons = 0
  /** How many commas each object or list that is open has had, by its depth. */
  private readonly commas = [NOT_COUNTED]
  private bound: keyof Bounds | undefined

  constructor(
    protected readonly source: string,
    private readonly bounds: Bounds,
  ) {}

  /** The bound that the token is beyond, if it is beyond one. */
  get exceeded(): keyof Bounds | undefined {
    return this.bound
  }

  /** Goes to the next token. */
  protected advance(): void {
    this.kind = this.scan()
  }

  private scan(): Kind {
    const { source } = this
    for (let at = this.end; at < source.length; at++) {
      const code = source.charCodeAt(at)
      if (!isSpace(code)) return this.scanToken(at, code)
    }
    this.start = source.length
    this.end = source.length
    return Kind.End
  }

  private scanToken(start: number, first: number): Kind {
    this.start = start
    this.end = start + 1
    if (first === QUOTE) return this.scanQuoted()
    const mark = MARKS[first < MARKS.length ? first : 0] as Kind
    if (mark !== Kind.Stray) return this.fits(mark) ? mark : Kind.Stray
    return first === MINUS || isDigit(first) ? this.scanNumber(first) : this.scanWord()
  }

  /** Counts a token of one character, and says whether it is within the bounds. */
  private fits(mark: Kind): boolean {
    const { bounds } = this
    switch (mark) {
      case Kind.Comma: {
        const commas = (this.commas[this.depth] as number) + 1
        this.commas[this.depth] = commas
        return commas <= bounds.commas || this.exceeds("commas")
      }
      case Kind.Colon:
        return ++this.colons <= bounds.colons || this.exceeds("colons")
      case Kind.LBrace:
        return this.opens(NOT_COUNTED)
      case Kind.LBracket:
        return this.opens(0)
      default:
        // A text may close what it has not opened.
        if (this.depth > 0) this.depth--
        return true
    }
  }

  private opens(commas: number): boolean {
    this.depth++
    this.commas[this.depth] = commas
    return this.depth <= this.bounds.depth || this.exceeds("depth")
  }

  private exceeds(bound: keyof Bounds): false {
    this.bound = bound
    return false
  }

  private scanQuoted(): Kind {
    const { source, start } = this
    for (let end = start + 1; end < source.length; end++) {
      const code = source.charCodeAt(end)
      if (code === QUOTE) return this.scanned(source.slice(start + 1, end), end + 1)
      if (code === BACKSLASH || code < SPACE) break
    }
    return this.scanEscaped()
  }

  /** A string that has escapes in it, or that is none. */
  private scanEscaped(): Kind {
    const { source, start } = this
    const { end, closed } = scanString(source, start)
    if (closed) return this.scanned(decodeString(source.slice(start, end)), end)
    this.end = end
    return Kind.BrokenString
  }

  private scanned(text: string, end: number): Kind {
    this.text = text
    this.end = end
    if (text.length === 0 || text.charCodeAt(0) !== DOLLAR) return Kind.String
    return text === "$and" || text === "$or" ? Kind.LogicalName : Kind.OperatorName
  }

  private scanNumber(first: number): Kind {
    const { source, start } = this
    const end = isDigit(first) && first !== DIGIT_0 ? endOfDigits(source, start) : start
    // What is no more than digits, and has no leading zero, is a number as it is.
    const isWhole = end > start && !(end < source.length && isFractionOrExponent(source.charCodeAt(end)))
    NUMBER.lastIndex = start
    if (!isWhole && !NUMBER.test(source)) return this.scanWord()
    this.end = isWhole ? end : NUMBER.lastIndex
    this.text = source.slice(start, this.end)
    return Kind.Number
  }

  private scanWord(): Kind {
    const { source, start } = this
    WORD.lastIndex = start
    if (!WORD.test(source)) return Kind.Stray
    this.end = WORD.lastIndex
    this.text = source.slice(start, this.end)
    switch (this.text) {
      case "true":
        return Kind.True
      case "false":
        return Kind.False
      case "null":
        return Kind.Null
      default:
        return Kind.Word
    }
  }
}
