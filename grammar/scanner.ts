import { Code } from "./code.ts"
import { NUMBER as NUMBER_PATTERN, WORD as WORD_PATTERN } from "./patterns.ts"
import { scanString } from "./strings.ts"

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
  /** The most levels of nested objects and lists. */
  readonly maxDepth: number
  /** The most members of all objects together. Each has one colon. */
  readonly maxNodes: number
  /** The most items of one list. Members of an object are not items. */
  readonly maxListLength: number
}

/** Bounds that no text exceeds. */
export const UNBOUNDED: Bounds = { maxDepth: Infinity, maxNodes: Infinity, maxListLength: Infinity }

/** A JavaScript number holds every integer of up to this many digits exactly. */
const EXACT_DIGITS = 15

/** The initial comma count of an object. No text has enough commas to reach a bound from here. */
const UNCOUNTED = -1_073_741_824

const NUMBER = /* @__PURE__ */ new RegExp(NUMBER_PATTERN, "y")
const WORD = /* @__PURE__ */ new RegExp(WORD_PATTERN, "y")
const PUNCTUATION: Readonly<Record<string, Kind>> = {
  '"': Kind.String,
  "{": Kind.LBrace,
  "}": Kind.RBrace,
  "[": Kind.LBracket,
  "]": Kind.RBracket,
  ":": Kind.Colon,
  ",": Kind.Comma,
}
/** The kind of the token that a character may begin, by its code. A string, a number or a word may turn out to be of another kind. */
const KINDS: readonly Kind[] = /* @__PURE__ */ Array.from({ length: 128 }, (_, code) =>
  isDigit(code) || code === Code.Minus ? Kind.Number : (PUNCTUATION[String.fromCharCode(code)] ?? Kind.Word),
)

/** The character that begins a token of a kind. Undefined if different characters do. */
export function characterOf(kind: Kind): string | undefined {
  return Object.keys(PUNCTUATION).find((character) => PUNCTUATION[character] === kind)
}

function isSpace(code: number): boolean {
  return (
    code <= Code.Space &&
    (code === Code.Space || code === Code.LineFeed || code === Code.CarriageReturn || code === Code.Tab)
  )
}

function isDigit(code: number): boolean {
  return code >= Code.Digit0 && code <= Code.Digit9
}

function isFractionOrExponent(code: number): boolean {
  return code === Code.Point || code === Code.LowerE || code === Code.UpperE
}

/** The kind of the token of a string. */
export function kindOfString(text: string): Kind {
  if (text.length === 0 || text.charCodeAt(0) !== Code.Dollar) return Kind.String
  return text === "$and" || text === "$or" ? Kind.LogicalName : Kind.OperatorName
}

/**
 * Splits a text into the tokens of the vocabulary, one at a time. It is hand-written for speed. A test compares it with
 * Chevrotain's lexer.
 */
export class Scanner {
  protected kind = Kind.Invalid
  /** The decoded text of a string, or the source text of a word. */
  protected text = ""
  /** A number: an integer of up to 15 digits as such, because a number holds it exactly; any other as its source text. */
  protected digits: number | string = 0
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
    const kind = KINDS[first]
    switch (kind) {
      case undefined:
        return Kind.Invalid
      case Kind.String:
        return this.scanQuoted()
      case Kind.Number:
        return this.scanNumber(first)
      case Kind.Word:
        return this.scanWord()
      default:
        return this.isWithinBounds(kind) ? kind : Kind.Invalid
    }
  }

  /** Counts a token of one character and returns whether it is within the bounds. */
  private isWithinBounds(punctuation: Kind): boolean {
    const { bounds } = this
    switch (punctuation) {
      case Kind.Comma: {
        const commas = (this.commas[this.depth] as number) + 1
        this.commas[this.depth] = commas
        return commas < bounds.maxListLength || this.exceed("maxListLength")
      }
      case Kind.Colon:
        return ++this.colons <= bounds.maxNodes || this.exceed("maxNodes")
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
    return this.depth <= this.bounds.maxDepth || this.exceed("maxDepth")
  }

  private exceed(bound: keyof Bounds): false {
    this.exceededBound = bound
    return false
  }

  private scanQuoted(): Kind {
    const { source, start } = this
    const { end, closed, escaped } = scanString(source, start)
    this.end = end
    if (!closed) return Kind.InvalidString
    this.text = escaped ? JSON.parse(source.slice(start, end)) : source.slice(start + 1, end - 1)
    return kindOfString(this.text)
  }

  private scanNumber(first: number): Kind {
    const end = this.scanInteger(first === Code.Minus)
    if (end !== undefined) {
      this.end = end
      return Kind.Number
    }
    const { source, start } = this
    NUMBER.lastIndex = start
    if (!NUMBER.test(source)) return Kind.Invalid
    this.end = NUMBER.lastIndex
    this.digits = source.slice(start, this.end)
    return Kind.Number
  }

  /**
   * Scans an integer of up to 15 digits without a leading zero, which is the usual number. Returns where it ends, or
   * undefined if the token is anything else.
   */
  private scanInteger(isNegative: boolean): number | undefined {
    const { source } = this
    const first = isNegative ? this.start + 1 : this.start
    if (source.charCodeAt(first) === Code.Digit0) return undefined
    const limit = Math.min(source.length, first + EXACT_DIGITS + 1)
    let value = 0
    let end = first
    for (; end < limit; end++) {
      const code = source.charCodeAt(end)
      if (!isDigit(code)) {
        if (isFractionOrExponent(code)) return undefined
        break
      }
      value = value * 10 + (code - Code.Digit0)
    }
    if (end === first || end - first > EXACT_DIGITS) return undefined
    this.digits = isNegative ? -value : value
    return end
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
