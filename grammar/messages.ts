import {
  defaultParserErrorProvider,
  type IParserErrorMessageProvider,
  type IRecognitionException,
  type IToken,
  tokenLabel,
  tokenMatcher,
} from "chevrotain"
import type { Span } from "../src/syntax/span.ts"
import {
  Colon,
  Comma,
  InvalidString,
  LBrace,
  LBracket,
  NumberToken,
  RBrace,
  RBracket,
  Word,
} from "./tokens.ts"

/** A syntax error: where it is, what is wrong, and what to write instead. */
export interface SyntaxDiagnostic extends Span {
  readonly message: string
  readonly hint?: string | undefined
}

/** An error of Chevrotain. Its message is one of the {@link expectations}. */
interface UnexpectedToken extends IRecognitionException {
  readonly previousToken?: IToken
}

/** What the parser expected, as a phrase for the message `Expected …`. */
export const expectations: IParserErrorMessageProvider = {
  ...defaultParserErrorProvider,
  buildMismatchTokenMessage: ({ expected, previous }) => {
    const token = `"${tokenLabel(expected)}"`
    if (expected !== RBrace && expected !== RBracket) return token
    if (tokenMatcher(previous, LBrace)) return `a name in double quotes or ${token}`
    return tokenMatcher(previous, LBracket) ? `a value or ${token}` : `"," or ${token}`
  },
  buildNotAllInputParsedMessage: () => "the end of the text",
  buildNoViableAltMessage: ({ customUserDescription = "a value" }) => customUserDescription,
}

/**
 * Describes the first syntax error of a text. Returns undefined if there is none.
 *
 * @param invalidAt the offset of the first character that cannot begin a token
 * @param unexpected the first error of the parser
 */
export function describeSyntaxError(
  text: string,
  invalidAt: number | undefined,
  unexpected: UnexpectedToken | undefined,
): SyntaxDiagnostic | undefined {
  const parsedTo = unexpected === undefined ? text.length : startOf(unexpected.token, text)
  if (invalidAt !== undefined && invalidAt <= parsedTo) return describeInvalidCharacter(text, invalidAt)
  return unexpected && describeUnexpectedToken(text, unexpected)
}

function describeInvalidCharacter(text: string, start: number): SyntaxDiagnostic {
  const character = characterAt(text, start)
  return {
    message: `Unexpected character ${nameOfCharacter(character)}`,
    hint: hintForCharacter(character),
    start,
    end: start + character.length,
  }
}

function hintForCharacter(character: string): string | undefined {
  if ("“”„«»‘’".includes(character)) return 'use straight double quotes: "'
  if (character === "\ufeff") return "remove the byte order mark"
  if (character === "+" || character === "." || character === "-") return "write numbers as 5, -5, 0.5 or 5e3"
  if (character === "%") return "the text seems to be percent-encoded: decode it first"
  if (/\s/.test(character)) return "use plain spaces"
  return undefined
}

function describeUnexpectedToken(
  text: string,
  { token, message: expected, previousToken }: UnexpectedToken,
): SyntaxDiagnostic {
  const start = startOf(token, text)
  if (start === text.length) {
    return text.trim() === ""
      ? { message: "The text is empty", hint: "write {} to match every record", start, end: start }
      : { message: `The text ends too early: expected ${expected}`, start, end: start }
  }
  const end = start + token.image.length
  if (tokenMatcher(token, InvalidString)) return describeInvalidString(text, start, end)
  return {
    message: `Expected ${expected}, not ${shorten(token.image)}`,
    hint: hintForToken(token, previousToken),
    start,
    end,
  }
}

/** @param validTo the offset of the first character that makes the string invalid */
function describeInvalidString(text: string, start: number, validTo: number): SyntaxDiagnostic {
  const invalid = text.slice(validTo, validTo + 1)
  const escaped = characterAt(text, validTo + 1)
  if (invalid === "" || (invalid === "\\" && escaped === "")) {
    return {
      message: "The string that begins here has no closing quote",
      hint: 'add the closing "',
      start,
      end: start + 1,
    }
  }
  if (invalid === "\\") {
    return {
      message: `Invalid escape: a backslash followed by ${nameOfCharacter(escaped)}`,
      hint: 'use \\" \\\\ \\/ \\b \\f \\n \\r \\t, or \\u with four hexadecimal digits; a backslash itself is \\\\',
      start: validTo,
      end: validTo + 1 + escaped.length,
    }
  }
  return {
    message: `A string cannot contain the character ${nameOfCharacter(invalid)} unescaped`,
    hint: `write ${JSON.stringify(invalid).slice(1, -1)} instead`,
    start: validTo,
    end: validTo + 1,
  }
}

/** Literals of other languages and the JSON literal for each. */
const LITERALS: ReadonlyMap<string, string> = new Map([
  ["True", "true"],
  ["False", "false"],
  ["None", "null"],
  ["nil", "null"],
  ["undefined", "null"],
])

function hintForToken(token: IToken, previous: IToken | undefined): string | undefined {
  if (tokenMatcher(token, Word)) return hintForWord(token.image)
  if (previous === undefined) return undefined
  if (tokenMatcher(token, NumberToken) && isLeadingZero(previous, token)) return "remove the leading zero"
  const closes = tokenMatcher(token, RBrace) || tokenMatcher(token, RBracket)
  if (closes && tokenMatcher(previous, Comma)) return "remove the trailing comma"
  if (tokenMatcher(token, Comma) && tokenMatcher(previous, Colon)) return "write a value before the comma"
  return undefined
}

function hintForWord(word: string): string {
  const literal = LITERALS.get(word)
  if (literal !== undefined) return `write ${literal}`
  return `names and strings need double quotes: write "${shorten(word.replace(/^['\x60]|['\x60]$/g, ""))}"`
}

/** Whether the two tokens are a number with a leading zero, such as the `0` and the `5` of `05`. */
function isLeadingZero(zero: IToken, { startOffset }: IToken): boolean {
  return /^-?0$/.test(zero.image) && zero.startOffset + zero.image.length === startOffset
}

/** The offset of a token. The end of the text has none: Chevrotain 11 gives it NaN, and Chevrotain 13 gives it -1. */
function startOf(token: IToken, text: string): number {
  return token.startOffset >= 0 ? token.startOffset : text.length
}

function shorten(image: string): string {
  return image.length <= 40 ? image : `${image.slice(0, 40)}…`
}

/** The code point at the offset as a string. Empty at the end of the text. */
function characterAt(text: string, offset: number): string {
  const code = text.codePointAt(offset)
  return code === undefined ? "" : String.fromCodePoint(code)
}

/** Its code, and the character itself if it is visible. */
function nameOfCharacter(character: string): string {
  const code = `U+${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, "0")}`
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(character) ? `${character} (${code})` : code
}
