import type { SyntaxMistake } from "../../grammar/recovery/mistakes.ts"
import { Kind } from "../../grammar/scanner.ts"
import { scanString } from "../../grammar/strings.ts"
import type { DiagnosticParams } from "../diagnostics/params.ts"
import type { Span } from "../syntax/span.ts"
import { isHidden } from "../text/hidden.ts"
import { quoteSource } from "../text/quote.ts"
import { expectedWords } from "./expected-words.ts"
import { hintFor, hintForRemedy, remedyFor } from "./syntax-hints.ts"

/** A syntax error: where it is, what is wrong, and what to write instead. */
export interface SyntaxMessage extends Span {
  readonly message: string
  readonly params: DiagnosticParams["syntax"]
  readonly hint?: string | undefined
}

/** Describes a syntax error of a text. */
export function describeMistake(text: string, mistake: SyntaxMistake): SyntaxMessage {
  const { token, expected } = mistake
  const { start, end } = token
  if (token.kind === Kind.End) return describeEnd(text, mistake)
  if (token.kind === Kind.InvalidString) return describeString(text, start)
  const hint = hintFor(text, mistake)
  const change = remedyFor(text, mistake)
  const remedy = change && { remedy: change }
  if (token.kind === Kind.Invalid) {
    const character = characterAt(text, start)
    const found = nameOfCharacter(character)
    const params = { reason: "unexpected-character", expected, found, ...remedy } as const
    return { message: `Unexpected character ${found}`, params, hint, start, end: start + character.length }
  }
  const found = quoteSource(text.slice(start, end))
  const params = { reason: "unexpected-token", expected, found, ...remedy } as const
  return { message: `Expected ${expectedWords(expected)}, not ${found}`, params, hint, start, end }
}

function describeEnd(text: string, mistake: SyntaxMistake): SyntaxMessage {
  const at = { start: text.length, end: text.length }
  const { expected } = mistake
  const remedy = remedyFor(text, mistake)
  return text.trim() === ""
    ? {
        message: "The text is empty",
        params: { reason: "empty-text" },
        hint: "write {} to match every record",
        ...at,
      }
    : {
        message: `The text ends too early: expected ${expectedWords(expected)}`,
        params: { reason: "unexpected-end", expected, ...(remedy && { remedy }) },
        hint: hintForRemedy(remedy),
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
      params: { reason: "unclosed-string" },
      hint: `add the closing "${closed ? "" : "; in the query of a URL, write & as %26, because a raw & ends the filter"}`,
      start,
      end: start + 1,
    }
  }
  if (invalid === "\\") {
    const found = nameOfCharacter(escaped)
    return {
      message: `Invalid escape: a backslash followed by ${found}`,
      params: { reason: "invalid-escape", found },
      hint: 'use \\" \\\\ \\/ \\b \\f \\n \\r \\t, or \\u with four hexadecimal digits; a backslash itself is \\\\',
      start: validTo,
      end: validTo + 1 + escaped.length,
    }
  }
  const found = nameOfCharacter(invalid)
  const replacement = JSON.stringify(invalid).slice(1, -1)
  return {
    message: `A string cannot contain the character ${found} unescaped`,
    params: { reason: "unescaped-character", found, replacement },
    hint: `write ${replacement} instead`,
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
