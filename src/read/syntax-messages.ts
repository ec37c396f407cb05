import type { SyntaxMistake } from "../../grammar/recovery/mistakes.ts"
import { Kind } from "../../grammar/scanner.ts"
import { scanString } from "../../grammar/strings.ts"
import type { Span } from "../syntax/span.ts"
import { isHidden } from "../text/hidden.ts"
import { quoteSource } from "../text/quote.ts"
import { hintFor, hintForRemedy } from "./syntax-hints.ts"

/** A syntax error in words: where it is, what is wrong, and what to write instead. */
export interface SyntaxMessage extends Span {
  readonly message: string
  readonly hint?: string | undefined
}

/** Describes a syntax error of a text. */
export function describeMistake(text: string, mistake: SyntaxMistake): SyntaxMessage {
  const { token, expected } = mistake
  const { start, end } = token
  if (token.kind === Kind.End) return describeEnd(text, mistake)
  if (token.kind === Kind.InvalidString) return describeString(text, start)
  const hint = hintFor(text, mistake)
  if (token.kind === Kind.Invalid) {
    const character = characterAt(text, start)
    const message = `Unexpected character ${nameOfCharacter(character)}`
    return { message, hint, start, end: start + character.length }
  }
  return { message: `Expected ${expected}, not ${quoteSource(text.slice(start, end))}`, hint, start, end }
}

function describeEnd(text: string, mistake: SyntaxMistake): SyntaxMessage {
  const at = { start: text.length, end: text.length }
  return text.trim() === ""
    ? { message: "The text is empty", hint: "write {} to match every record", ...at }
    : {
        message: `The text ends too early: expected ${mistake.expected}`,
        hint: hintForRemedy(text, mistake),
        ...at,
      }
}

function describeString(text: string, start: number): SyntaxMessage {
  const { end: validTo, closed } = scanString(text, start)
  const invalid = text.slice(validTo, validTo + 1)
  const escaped = characterAt(text, validTo + 1)
  // A closing quote that recovery takes for the opening quote of the next string.
  if (closed || invalid === "" || (invalid === "\\" && escaped === "")) {
    return {
      message: "The string that begins here has no closing quote",
      hint: `add the closing "${closed ? "" : "; in the query of a URL, write & as %26, because a raw & ends the filter"}`,
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

/** The code point at the offset as a string. Empty at the end of the text. */
function characterAt(text: string, offset: number): string {
  const code = text.codePointAt(offset)
  return code === undefined ? "" : String.fromCodePoint(code)
}

/** Its code, and the character itself if it can be shown. */
function nameOfCharacter(character: string): string {
  const code = `U+${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, "0")}`
  return isHidden(character) || /\s/.test(character) ? code : `${character} (${code})`
}
