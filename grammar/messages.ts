import type { IParserErrorMessageProvider, IRecognitionException, IToken } from "chevrotain"
import { tokenMatcher } from "chevrotain"
import { BrokenString, Colon, Comma, LBrace, LBracket, Number_, RBrace, RBracket, Word } from "./tokens.ts"

/** Where a text stops being JSON, and why. Offsets are in UTF-16 units, the end exclusive. */
export interface SyntaxMistake {
  readonly message: string
  readonly hint?: string
  readonly start: number
  readonly end: number
}

/** What the parser was waiting for, as a phrase; `explain` makes the sentence. */
export const expectations: IParserErrorMessageProvider = {
  buildMismatchTokenMessage: ({ expected, previous }) => {
    if (expected !== RBrace && expected !== RBracket) return shown(expected.LABEL ?? expected.name, '"')
    const close = shown(expected.LABEL ?? "", '"')
    if (tokenMatcher(previous, LBrace)) return `a name in double quotes or ${close}`
    return tokenMatcher(previous, LBracket) ? `a value or ${close}` : `"," or ${close}`
  },
  buildNotAllInputParsedMessage: () => "the end of the text",
  buildNoViableAltMessage: ({ customUserDescription = "a value" }) => customUserDescription,
  buildEarlyExitMessage: () => "a value",
}

/**
 * The first mistake of a text, or undefined when there is none.
 *
 * @param stray where a character begins no token, if one does
 */
export function explain(
  text: string,
  stray: number | undefined,
  [unexpected]: readonly IRecognitionException[],
): SyntaxMistake | undefined {
  const at = unexpected === undefined ? text.length : startOf(unexpected.token, text)
  if (stray !== undefined && stray <= at) return strayCharacter(text, stray)
  return unexpected && unexpectedToken(text, unexpected)
}

function strayCharacter(text: string, start: number): SyntaxMistake {
  const character = String.fromCodePoint(text.codePointAt(start) ?? 0)
  const mistake = {
    message: `JSON has no place for the character ${nameOf(character)} here`,
    start,
    end: start + character.length,
  }
  const hint = characterHint(character)
  return hint === undefined ? mistake : { ...mistake, hint }
}

function characterHint(character: string): string | undefined {
  if ("“”„«»‘’".includes(character)) return 'use straight double quotes: "'
  if (character === "\ufeff") return "leave out the byte order mark"
  if (character === "+" || character === "." || character === "-") return "write numbers as 5, -5, 0.5 or 5e3"
  if (character === "%") return "the text seems to be percent-encoded still: decode it first"
  if (/\s/.test(character)) return "use plain spaces"
  return undefined
}

function unexpectedToken(
  text: string,
  { token, message: expected, previousToken }: MistakeAt,
): SyntaxMistake {
  const start = startOf(token, text)
  if (start === text.length) {
    return text.trim() === ""
      ? { message: "The text is empty", hint: "a filter that matches everything is {}", start, end: start }
      : { message: `The text ends where ${expected} should follow`, start, end: start }
  }
  const end = start + token.image.length
  if (tokenMatcher(token, BrokenString)) return brokenString(text, start, end)
  const mistake = { message: `Expected ${expected}, not ${shown(token.image)}`, start, end }
  const hint = tokenHint(token, previousToken)
  return hint === undefined ? mistake : { ...mistake, hint }
}

interface MistakeAt extends IRecognitionException {
  readonly previousToken?: IToken
}

function brokenString(text: string, start: number, end: number): SyntaxMistake {
  if (end === text.length) {
    return {
      message: "The string that begins here is not closed",
      hint: 'close it with "',
      start,
      end: start + 1,
    }
  }
  if (text[end] === "\\") {
    return {
      message: "JSON does not know this escape",
      hint: 'it knows \\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u with four hexadecimal digits; a backslash itself is \\\\',
      start: end,
      end: Math.min(end + 2, text.length),
    }
  }
  return {
    message: `A string cannot hold the character ${nameOf(text[end] ?? "")} as it is`,
    hint: "escape it: a line break is \\n, a tab is \\t",
    start: end,
    end: end + 1,
  }
}

const LITERALS: Readonly<Record<string, string>> = {
  True: "true",
  False: "false",
  None: "null",
  nil: "null",
  undefined: "null",
}

function tokenHint(token: IToken, previous: IToken | undefined): string | undefined {
  if (tokenMatcher(token, Word)) {
    const literal = Object.hasOwn(LITERALS, token.image) ? LITERALS[token.image] : undefined
    if (literal !== undefined) return `JSON writes ${literal}`
    return `JSON has names and texts in double quotes: write ${shown(token.image.replace(/^['\x60]|['\x60]$/g, ""), '"')}`
  }
  if (previous === undefined) return undefined
  if (tokenMatcher(token, Number_) && tokenMatcher(previous, Number_)) return "a number has no leading zero"
  const closes = tokenMatcher(token, RBrace) || tokenMatcher(token, RBracket)
  if (closes && tokenMatcher(previous, Comma)) return "leave out the comma after the last one"
  if (tokenMatcher(token, Comma) && tokenMatcher(previous, Colon))
    return "a value is missing before the comma"
  return undefined
}

/** The end of the text has no offset of its own: Chevrotain 11 says NaN and 13 says -1. */
function startOf(token: IToken, text: string): number {
  return token.startOffset >= 0 ? token.startOffset : text.length
}

function shown(image: string, quote = ""): string {
  return `${quote}${image.length <= 40 ? image : `${image.slice(0, 40)}…`}${quote}`
}

function nameOf(character: string): string {
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(character) ? `${character} (${code})` : code
}
