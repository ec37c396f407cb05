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
    const { kind, text, digits, start, end, exceeded } = this
    if (exceeded !== undefined) {
      this.#exceeded = { bound: exceeded, at: { start, end } }
      return { kind: Kind.End, text: "", start, end: start }
    }
    if (kind === Kind.InvalidString) this.end = endOfInvalidString(this.source, end)
    else if (isOutsideStrings(kind)) this.end = endOfQuoted(this.source, start) ?? end
    return { kind, text, digits, start, end: this.end }
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
const QUOTED = /["'`“”„«»‘’][^"'`“”„«»‘’\n\r]*["'`“”„«»‘’]/y

const LINE_BREAK = /[\n\r]|$/g
/** What follows a string in JSON. */
const AFTER_STRING = /[ \t\n\r]*(?:[,:}\]]|$)/y

/**
 * The end of an invalid string: after its closing quote, or at the end of the line if the string is not closed.
 *
 * @param from the first character that makes the string invalid
 */
function endOfInvalidString(source: string, from: number): number {
  LINE_BREAK.lastIndex = from
  const endOfLine = LINE_BREAK.exec(source)?.index ?? source.length
  for (let at = from; at < source.length; at++) {
    const code = source.charCodeAt(at)
    if (code === Code.Backslash) at++
    else if (code === Code.Quote) {
      AFTER_STRING.lastIndex = at + 1
      // On a later line, the quote more likely begins the next string.
      return at < endOfLine || AFTER_STRING.test(source) ? at + 1 : endOfLine
    }
  }
  return endOfLine
}

/** The end of a text in quotation marks that JSON does not know. Undefined if there is none. */
function endOfQuoted(source: string, start: number): number | undefined {
  QUOTED.lastIndex = start
  if (!QUOTED.test(source)) return undefined
  AFTER_STRING.lastIndex = QUOTED.lastIndex
  return AFTER_STRING.test(source) ? QUOTED.lastIndex : undefined
}

/** The text without its last quote if such quotes are around the whole text: then both are one mistake. */
function withoutShellQuote(text: string): string {
  const quote = /^\s*(['`])\s*[{[]/.exec(text)?.[1]
  const trimmed = text.trimEnd()
  return quote !== undefined && trimmed.endsWith(quote) ? trimmed.slice(0, -1) : text
}
