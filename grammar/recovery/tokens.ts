import type { Span } from "../../src/syntax/span.ts"
import { Code } from "../code.ts"
import { type Bounds, Kind, Scanner } from "../scanner.ts"

/** A token of a text that has syntax errors. */
export interface Token extends Span {
  readonly kind: Kind
  /** The decoded text of a string. */
  readonly text: string
  /** A number as the scanner reads it. */
  readonly digits?: number | string
}

/**
 * The tokens of a text, scanned when they are asked for. Unlike the scanner it reads on after an invalid character, and
 * finds where an invalid string ends. The last token is the end of the text.
 */
export class Tokens extends Scanner {
  readonly #tokens: Token[] = []
  #next: Token
  #exceeded: { readonly bound: keyof Bounds; readonly at: Span } | undefined

  constructor(text: string, bounds: Bounds) {
    super(withoutShellQuote(text), bounds)
    this.#next = this.#scan()
  }

  /** The bound that the text exceeds, and where it does. The tokens end there. */
  get exceededAt(): { readonly bound: keyof Bounds; readonly at: Span } | undefined {
    return this.#exceeded
  }

  /** The token at an index. Beyond the last one it is the end of the text. */
  at(index: number): Token {
    for (;;) {
      const token = this.#tokens[index]
      if (token !== undefined) return token
      const last = this.#tokens.at(-1)
      if (last?.kind === Kind.End) return last
      this.#tokens.push(this.#read())
    }
  }

  /** Whether a repair must keep the token at an index. */
  isKept(_index: number): boolean {
    return false
  }

  /** The text of a token. */
  textOf(token: Token): string {
    return textOf(this.source, token)
  }

  #read(): Token {
    const token = this.#next
    let { end } = token
    if (token.kind === Kind.End) return token
    this.#next = this.#scan()
    // Words and invalid characters without white space between them are one mistake.
    while (isOutsideStrings(token.kind) && isOutsideStrings(this.#next.kind) && this.#next.start === end) {
      end = this.#next.end
      this.#next = this.#scan()
    }
    return { ...token, end }
  }

  #scan(): Token {
    this.advance()
    const { text, digits, start, exceeded } = this
    if (exceeded !== undefined) {
      this.#exceeded = { bound: exceeded, at: { start, end: this.end } }
      return { kind: Kind.End, text: "", start, end: start }
    }
    const end = endOfUnreadable[this.kind]?.(this.source, start, this.end)
    if (end === undefined) return { kind: this.kind, text, digits, start, end: this.end }
    this.end = end
    return { kind: KIND_OF_UNREADABLE[this.kind] ?? this.kind, text, start, end }
  }
}

/** The text of a token; of one that JSON does not have, the text that stands between its quotation marks. */
export function textOf(source: string, { kind, text, start, end }: Token): string {
  const isSource = kind === Kind.Number || isUnreadable(kind)
  return isSource ? source.slice(start, end).replace(QUOTATION_MARKS, "") : text
}

/** Whether a token is in no rule, but can stand for a name or a value. */
export function isUnreadable(kind: Kind): boolean {
  return kind === Kind.InvalidString || isOutsideStrings(kind)
}

function isOutsideStrings(kind: Kind): boolean {
  return kind === Kind.Invalid || kind === Kind.Word
}

/** Quotation marks of any sort around a text. */
const QUOTATION_MARKS = /^["'`“”„«»‘’]|["'`“”„«»‘’]$/g
/** A text between two quotation marks of any sort. */
const QUOTED = /["'`“”„«»‘’][^"'`“”„«»‘’\n\r]*["'`“”„«»‘’](?=[ \t\n\r]*(?:[,:}\]]|$))/y
/** A word that ends with a quote, because the quote before it is missing. */
const HALF_QUOTED = /[\w$.-]+"(?=[ \t\n\r]*(?:[,:}\]]|$))/y
/** A part of what begins like a number, such as 0x10 or 2024-01-31. */
const LIKE_NUMBER = /[\w.+'-]+/y
/** What follows a string in JSON. */
const AFTER_STRING = /[ \t\n\r]*(?:[,:}\]]|$)/y

/** What a token turns out to be that JSON does not have, if the scanner took its beginning for one of JSON. */
const KIND_OF_UNREADABLE: Partial<Readonly<Record<Kind, Kind>>> = {
  [Kind.String]: Kind.InvalidString,
  [Kind.Number]: Kind.Word,
}

type FindEnd = (source: string, start: number, end: number) => number | undefined

/**
 * Finds where a token ends that JSON does not have, by the kind that the scanner gives its beginning. Undefined if JSON
 * has the token.
 */
const endOfUnreadable: Partial<Readonly<Record<Kind, FindEnd>>> = {
  [Kind.String]: (source, start, end) => {
    // A letter behind the closing quote: more likely the quote opens the next string, and this one is not closed.
    const content = /[\w$]/.test(source.charAt(end)) ? endWithout(" ,:{}[]", source, start, end - 1) : end - 1
    return content === end - 1 ? undefined : content
  },
  [Kind.InvalidString]: endOfInvalidString,
  [Kind.Number]: (source, start, end) => {
    let like = endOf(LIKE_NUMBER, source, start) as number
    while (isInTime(source, start, like)) like = endOf(LIKE_NUMBER, source, like + 1) as number
    return like === end ? undefined : like
  },
  [Kind.Word]: (source, start, end) =>
    endOf(QUOTED, source, start) ?? endOf(HALF_QUOTED, source, start) ?? end,
  [Kind.Invalid]: (source, start, end) => endOf(QUOTED, source, start) ?? endOfComment(source, start) ?? end,
}

/** Whether the colon at an offset is one of a time, as in 2024-01-31T10:00. A digit follows it. */
function isInTime(source: string, start: number, at: number): boolean {
  return (
    /[Tt]\d\d(?::\d\d)?$/.test(source.slice(Math.max(start, at - 6), at)) &&
    /^:\d/.test(source.slice(at, at + 2))
  )
}

function endOf(pattern: RegExp, source: string, start: number): number | undefined {
  pattern.lastIndex = start
  return pattern.test(source) ? pattern.lastIndex : undefined
}

/** The end without the characters that stand before it. */
function endWithout(characters: string, source: string, start: number, end: number): number {
  let last = end
  while (last > start && characters.includes(source.charAt(last - 1))) last--
  return last
}

function endOfComment(source: string, start: number): number | undefined {
  if (source.startsWith("//", start)) return endOf(/.*/y, source, start)
  if (!source.startsWith("/*", start)) return undefined
  const end = source.indexOf("*/", start + 2)
  return end === -1 ? source.length : end + 2
}

/** How far into the next lines to look for the closing quote of a string. */
const MAX_LOOKAHEAD = 1000

/**
 * The end of an invalid string: after its closing quote, or at the end of the line if the string is not closed.
 *
 * @param from the first character that makes the string invalid
 */
function endOfInvalidString(source: string, start: number, from: number): number {
  let endOfLine: number | undefined
  for (let at = from; at < Math.min(source.length, (endOfLine ?? source.length) + MAX_LOOKAHEAD); at++) {
    const code = source.charCodeAt(at)
    if (code === Code.LineFeed || code === Code.CarriageReturn) endOfLine ??= at
    else if (code === Code.Backslash) at++
    else if (code === Code.Quote)
      // On a later line, the quote more likely begins the next string.
      return endOfLine === undefined || endOf(AFTER_STRING, source, at + 1) !== undefined ? at + 1 : endOfLine
  }
  // The brackets at the end of the text close what is open.
  return endOfLine ?? endWithout(" \t}]", source, start + 1, source.length)
}

/** The text without its last quote if such quotes are around the whole text: then both are one mistake. */
function withoutShellQuote(text: string): string {
  const quote = /^\s*(["'`])\s*[{[]/.exec(text)?.[1]
  const trimmed = text.trimEnd()
  return quote !== undefined && trimmed.endsWith(quote) ? trimmed.slice(0, -1) : text
}
