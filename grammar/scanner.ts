import { NUMBER as NUMBER_PATTERN, WORD as WORD_PATTERN } from "./patterns.ts"
import { BACKSLASH, decodeString, QUOTE, scanString } from "./strings.ts"

/** The kind of a token. Names other than `Invalid` and `End` are those of the vocabulary. */
export enum Kind {
  /** A character that cannot begin a token, or a token that exceeds a bound. */
  Invalid,
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
  InvalidString,
  Word,
  /** A part that is missing. The scanner never finds it: error recovery inserts it. */
  Missing,
}

/** How large a text may be. A token that exceeds a bound is invalid. */
export interface Bounds {
  /** Nested objects and lists. */
  readonly depth: number
  /** Colons of the whole text. Each member of an object has one. */
  readonly colons: number
  /** Commas of one list. Commas of an object are not counted: its colons are. */
  readonly commas: number
}

/** Bounds that no text exceeds. */
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

/** The initial comma count of an object. No text has enough commas to reach a bound from here. */
const UNCOUNTED = -(2 ** 30)

/** The kinds of the tokens of one character, by its code. */
const PUNCTUATION: readonly Kind[] = byCode({
  "{": Kind.LBrace,
  "}": Kind.RBrace,
  "[": Kind.LBracket,
  "]": Kind.RBracket,
  ":": Kind.Colon,
  ",": Kind.Comma,
})
const NUMBER = new RegExp(NUMBER_PATTERN, "y")
const WORD = new RegExp(WORD_PATTERN, "y")

function byCode(kinds: Readonly<Record<string, Kind>>): Kind[] {
  return Array.from({ length: 128 }, (_, code) => kinds[String.fromCharCode(code)] ?? Kind.Invalid)
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

/** The kind of the token of a string. */
export function kindOfString(text: string): Kind {
  if (text.length === 0 || text.charCodeAt(0) !== DOLLAR) return Kind.String
  return text === "$and" || text === "$or" ? Kind.LogicalName : Kind.OperatorName
}

/**
 * Splits a text into the tokens of the vocabulary, one at a time. It is hand-written for speed. A test compares it with
 * Chevrotain's lexer.
 */
export class Scanner {
  protected kind = Kind.Invalid
  /** The decoded text of a string, or the source text of a number or a word. */
  protected text = ""
  /** Offset of the first UTF-16 unit of the token. */
  protected start = 0
  /** Offset after the last UTF-16 unit of the token. */
  protected end = 0

  private depth = 0
  private colons = 0
  /** The comma count of each open object and list, by its depth. */
  private readonly commas = [UNCOUNTED]
  private exceededBound: keyof Bounds | undefined

  constructor(
    protected readonly source: string,
    private readonly bounds: Bounds,
  ) {}

  /** The bound that the text exceeds. Undefined as long as it exceeds none. */
  get exceeded(): keyof Bounds | undefined {
    return this.exceededBound
  }

  /** Moves to the next token. */
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
    const punctuation = PUNCTUATION[first < PUNCTUATION.length ? first : 0] as Kind
    if (punctuation !== Kind.Invalid) return this.isWithinBounds(punctuation) ? punctuation : Kind.Invalid
    return first === MINUS || isDigit(first) ? this.scanNumber(first) : this.scanWord()
  }

  /** Counts a token of one character and returns whether it is within the bounds. */
  private isWithinBounds(punctuation: Kind): boolean {
    const { bounds } = this
    switch (punctuation) {
      case Kind.Comma: {
        const commas = (this.commas[this.depth] as number) + 1
        this.commas[this.depth] = commas
        return commas <= bounds.commas || this.exceed("commas")
      }
      case Kind.Colon:
        return ++this.colons <= bounds.colons || this.exceed("colons")
      case Kind.LBrace:
        return this.open(UNCOUNTED)
      case Kind.LBracket:
        return this.open(0)
      default:
        // A text can have a closing bracket without an opening one.
        if (this.depth > 0) this.depth--
        return true
    }
  }

  private open(commas: number): boolean {
    this.depth++
    this.commas[this.depth] = commas
    return this.depth <= this.bounds.depth || this.exceed("depth")
  }

  private exceed(bound: keyof Bounds): false {
    this.exceededBound = bound
    return false
  }

  private scanQuoted(): Kind {
    const { source, start } = this
    for (let end = start + 1; end < source.length; end++) {
      const code = source.charCodeAt(end)
      if (code === QUOTE) return this.finishString(source.slice(start + 1, end), end + 1)
      if (code === BACKSLASH || code < SPACE) break
    }
    return this.scanEscaped()
  }

  /** Scans a string that has escapes, is not closed or contains a control character. */
  private scanEscaped(): Kind {
    const { source, start } = this
    const { end, closed } = scanString(source, start)
    if (closed) return this.finishString(decodeString(source.slice(start, end)), end)
    this.end = end
    return Kind.InvalidString
  }

  private finishString(text: string, end: number): Kind {
    this.text = text
    this.end = end
    return kindOfString(text)
  }

  private scanNumber(first: number): Kind {
    const { source, start } = this
    const end = isDigit(first) && first !== DIGIT_0 ? endOfDigits(source, start) : start
    // Fast path: digits without a leading zero, fraction or exponent need no regular expression.
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
    if (!WORD.test(source)) return Kind.Invalid
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
