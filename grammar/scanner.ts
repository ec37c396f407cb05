import type { IToken, TokenType } from "chevrotain"
import { decodeString, QUOTE, scanString } from "./strings.ts"
import {
  BrokenString,
  Colon,
  Comma,
  False,
  LBrace,
  LBracket,
  LogicalName,
  Null,
  Number_,
  OperatorName,
  RBrace,
  RBracket,
  String_,
  True,
  Word,
} from "./tokens.ts"

/** A type of token, and the number by which the parser tells types apart. */
interface Kind {
  readonly type: TokenType
  readonly index: number
}

/** A token, and the place in the text where it stands: offsets in UTF-16 units, the end exclusive. */
export class Token implements IToken {
  readonly tokenType: TokenType
  readonly tokenTypeIdx: number

  constructor(
    kind: Kind,
    /** The text that a string stands for; a word or a number as it is. */
    readonly value: string,
    readonly start: number,
    readonly end: number,
    private readonly text: string,
  ) {
    this.tokenType = kind.type
    this.tokenTypeIdx = kind.index
  }

  get startOffset(): number {
    return this.start
  }

  /** As it is written: cut out of the text when a message shows it, and not before. */
  get image(): string {
    return this.text.slice(this.start, this.end)
  }
}

/** A text as tokens, and what tells how large it is. */
export interface Scanned {
  /** All tokens, or those before the first character that begins none. */
  readonly tokens: Token[]
  /** Where that character is, if there is one. */
  readonly stray: number | undefined
  /** How many objects and lists are inside one another at most. */
  readonly depth: number
  readonly colons: number
  readonly commas: number
}

/** A token of one character, and what it adds to the size of the text. */
interface Mark {
  readonly kind: Kind
  readonly nesting: -1 | 0 | 1
  readonly colons: 0 | 1
  readonly commas: 0 | 1
  /** The one that stands for all of them when their places are not asked for. */
  readonly token: Token
}

const LOGICAL_NAME = kindOf(LogicalName)
const OPERATOR_NAME = kindOf(OperatorName)
const STRING = kindOf(String_)
const BROKEN_STRING = kindOf(BrokenString)
const NUMBER = kindOf(Number_)
const WORD = kindOf(Word)
const KEYWORDS = new Map([True, False, Null].map((type) => [type.PATTERN, kindOf(type)]))

/** The tokens of one character, by its code. */
const MARKS: readonly (Mark | undefined)[] = byCode([
  mark(LBrace, 1),
  mark(LBracket, 1),
  mark(RBrace, -1),
  mark(RBracket, -1),
  mark(Colon, 0),
  mark(Comma, 0),
])

const SPACES: readonly number[] = Array.from(" \t\n\r", (space) => space.charCodeAt(0))
const DOLLAR = 0x24
/** What makes a string stand for another text than it looks like, or for none. */
const NOT_PLAIN = /[\\\u0000-\u001f]/
const NUMBER_FORM = sticky(Number_)
const WORD_FORM = sticky(Word)

function kindOf(type: TokenType): Kind {
  return { type, index: type.tokenTypeIdx as number }
}

function mark(type: TokenType, nesting: Mark["nesting"]): Mark {
  const kind = kindOf(type)
  const token = new Token(kind, "", 0, 0, "")
  return { kind, nesting, colons: type === Colon ? 1 : 0, commas: type === Comma ? 1 : 0, token }
}

function byCode(marks: readonly Mark[]): (Mark | undefined)[] {
  return Array.from({ length: 128 }, (_, code) =>
    marks.find(({ kind }) => kind.type.PATTERN === String.fromCharCode(code)),
  )
}

function sticky({ PATTERN }: TokenType): RegExp {
  return new RegExp(PATTERN as RegExp, "y")
}

/**
 * Cuts a text into tokens as the vocabulary says. It is written by hand because a lexer for vocabularies
 * of all kinds takes three times as long; a test compares the two.
 *
 * @param places whether tokens of one character need to know where they stand; they are the most, and only
 * a mistake asks for it
 */
export function scan(text: string, places: boolean): Scanned {
  const tokens: Token[] = []
  let at = 0
  let nesting = 0
  let depth = 0
  let colons = 0
  let commas = 0
  while (at < text.length) {
    const code = text.charCodeAt(at)
    const mark = code < MARKS.length ? MARKS[code] : undefined
    if (mark !== undefined) {
      tokens.push(places ? new Token(mark.kind, "", at, at + 1, text) : mark.token)
      nesting += mark.nesting
      if (nesting > depth) depth = nesting
      colons += mark.colons
      commas += mark.commas
      at++
    } else if (code === QUOTE) {
      const token = quoted(text, at)
      tokens.push(token)
      at = token.end
    } else if (SPACES.includes(code)) at++
    else {
      const token = bare(text, at)
      if (token === undefined) return { tokens, stray: at, depth, colons, commas }
      tokens.push(token)
      at = token.end
    }
  }
  return { tokens, stray: undefined, depth, colons, commas }
}

/** What begins with a double quote. */
function quoted(text: string, start: number): Token {
  const quote = text.indexOf('"', start + 1)
  const plain = text.slice(start + 1, quote)
  if (quote !== -1 && !NOT_PLAIN.test(plain)) return string(plain, start, quote + 1, text)
  const { end, closed } = scanString(text, start)
  if (!closed) return new Token(BROKEN_STRING, "", start, end, text)
  return string(decodeString(text.slice(start, end)), start, end, text)
}

function string(value: string, start: number, end: number, text: string): Token {
  if (value.charCodeAt(0) !== DOLLAR) return new Token(STRING, value, start, end, text)
  const kind = value === "$and" || value === "$or" ? LOGICAL_NAME : OPERATOR_NAME
  return new Token(kind, value, start, end, text)
}

/** What stands without quotes: a number, a keyword or another word. */
function bare(text: string, start: number): Token | undefined {
  NUMBER_FORM.lastIndex = start
  if (NUMBER_FORM.test(text)) {
    const end = NUMBER_FORM.lastIndex
    return new Token(NUMBER, text.slice(start, end), start, end, text)
  }
  WORD_FORM.lastIndex = start
  if (!WORD_FORM.test(text)) return undefined
  const end = WORD_FORM.lastIndex
  const word = text.slice(start, end)
  return new Token(KEYWORDS.get(word) ?? WORD, word, start, end, text)
}
