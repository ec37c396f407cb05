import { createToken, Lexer } from "chevrotain"

/** The inside of a string of RFC 8259. */
const BODY = String.raw`(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*`

/** A character as it may stand in a JSON string: itself, or escaped by its number. */
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
/** `"$and"` or `"$or"`, each character in either spelling. */
export const LogicalName = createToken({
  name: "LogicalName",
  label: '"$and" or "$or"',
  pattern: new RegExp(`"${spelling("$")}(?:${spelled("and")}|${spelled("or")})"`),
})
/** Any other string whose first character is `$`. */
export const OperatorName = createToken({
  name: "OperatorName",
  label: 'an operator such as "$eq"',
  pattern: new RegExp(`"${spelling("$")}${BODY}"`),
})
/** Any string that is no operator's name. */
export const String_ = createToken({
  name: "String",
  label: "a string in double quotes",
  pattern: new RegExp(`"${BODY}"`),
})
export const Number_ = createToken({
  name: "Number",
  label: "a number",
  pattern: /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/,
})
/** A string that never ends, or that holds what JSON forbids. No rule takes it. */
export const BrokenString = createToken({
  name: "BrokenString",
  label: "a string that is not closed",
  pattern: new RegExp(`"${BODY}`),
})
/** A word without quotes, such as a key in the notation of the Mongo shell. No rule takes it. */
export const Word = createToken({
  name: "Word",
  label: "a word without quotes",
  pattern: /[A-Za-z_$'`][\w$.'`-]*/,
})

export const True = createToken({ name: "True", label: "true", pattern: "true", longer_alt: Word })
export const False = createToken({ name: "False", label: "false", pattern: "false", longer_alt: Word })
export const Null = createToken({ name: "Null", label: "null", pattern: "null", longer_alt: Word })

/** The vocabulary: at any place the first of these that is there, but for a word that goes on. */
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
  String_,
  Number_,
  True,
  False,
  Null,
  BrokenString,
  Word,
]
