import { createToken, Lexer } from "chevrotain"
import { NUMBER, WORD } from "./patterns.ts"

/** The content of a string of RFC 8259. */
const STRING_CONTENT = String.raw`(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*`

/** A pattern for a character of a JSON string: the character itself or its `\u` escape. */
const spelling = (character: string) =>
  String.raw`(?:${character === "$" ? "\\$" : character}|\\u00${hex(character)})`
const hex = (character: string) =>
  character
    .charCodeAt(0)
    .toString(16)
    .replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`)
const spelled = (word: string) => Array.from(word, spelling).join("")

export const WhiteSpace = createToken({
  name: "WhiteSpace",
  label: "white space",
  pattern: /[ \t\n\r]+/,
  group: Lexer.SKIPPED,
})
export const LBrace = createToken({ name: "LBrace", label: "{", pattern: "{" })
export const RBrace = createToken({ name: "RBrace", label: "}", pattern: "}" })
export const LBracket = createToken({ name: "LBracket", label: "[", pattern: "[" })
export const RBracket = createToken({ name: "RBracket", label: "]", pattern: "]" })
export const Colon = createToken({ name: "Colon", label: ":", pattern: ":" })
export const Comma = createToken({ name: "Comma", label: ",", pattern: "," })
/** `"$and"` or `"$or"`. Each character may be escaped. */
export const LogicalName = createToken({
  name: "LogicalName",
  label: '"$and" or "$or"',
  pattern: new RegExp(`"${spelling("$")}(?:${spelled("and")}|${spelled("or")})"`),
})
/** Any other string that begins with `$`. */
export const OperatorName = createToken({
  name: "OperatorName",
  label: 'an operator such as "$eq"',
  pattern: new RegExp(`"${spelling("$")}${STRING_CONTENT}"`),
})
/** Any other string. The name ends in `Token` because `String` is a global of JavaScript. */
export const StringToken = createToken({
  name: "String",
  label: "a string in double quotes",
  pattern: new RegExp(`"${STRING_CONTENT}"`),
})
/** A JSON number. The name ends in `Token` because `Number` is a global of JavaScript. */
export const NumberToken = createToken({
  name: "Number",
  label: "a number",
  pattern: NUMBER,
})
/** The valid beginning of an invalid string. No rule accepts it. */
export const InvalidString = createToken({
  name: "InvalidString",
  label: "an invalid string",
  pattern: new RegExp(`"${STRING_CONTENT}`),
})
/** A word without quotes, such as a key in the notation of the Mongo shell. No rule accepts it. */
export const Word = createToken({
  name: "Word",
  label: "a word without quotes",
  pattern: WORD,
})

/** A value or a name that is missing. No text contains it: error recovery puts it where one belongs. */
export const Missing = createToken({ name: "Missing", label: "a missing part", pattern: Lexer.NA })

export const True = createToken({ name: "True", label: "true", pattern: "true", longer_alt: Word })
export const False = createToken({ name: "False", label: "false", pattern: "false", longer_alt: Word })
export const Null = createToken({ name: "Null", label: "null", pattern: "null", longer_alt: Word })

/** All tokens by precedence: the first one that matches wins, but `trueish` is a word and not `true`. */
export const vocabulary = [
  WhiteSpace,
  LBrace,
  RBrace,
  LBracket,
  RBracket,
  Colon,
  Comma,
  LogicalName,
  OperatorName,
  StringToken,
  NumberToken,
  True,
  False,
  Null,
  InvalidString,
  Word,
  Missing,
]
