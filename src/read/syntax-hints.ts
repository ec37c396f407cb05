import type { SyntaxMistake } from "../../grammar/recovery/mistakes.ts"
import { textOf } from "../../grammar/recovery/tokens.ts"
import { Kind } from "../../grammar/scanner.ts"
import { quote, quoteSource } from "../text/quote.ts"

/** What to write instead of a token that cannot stand where it does. Undefined if there is no advice. */
export function hintFor(text: string, mistake: SyntaxMistake): string | undefined {
  const { token, previous } = mistake
  const source = text.slice(token.start, token.end)
  return (
    hintForWholeText(text, mistake) ??
    hintForNumber(text, mistake) ??
    (token.kind === Kind.Invalid ? hintForCharacters(source) : undefined) ??
    (mistake.isAfterEnd ? hintAfterEnd(token.kind) : undefined) ??
    (token.kind === Kind.Word ? hintForWord(text, mistake) : undefined) ??
    hintForPunctuation(token.kind, previous?.kind) ??
    hintForMissing(text, mistake)
  )
}

function hintForWholeText(text: string, { token, previous }: SyntaxMistake): string | undefined {
  if (previous === undefined && /^['`]$/.test(text.slice(token.start, token.end)))
    return "the quotes around the text are for a shell: leave them out"
  if (previous?.kind === Kind.LBracket && text.startsWith("[object ", previous.start))
    return "an object was turned into text: use JSON.stringify"
  return undefined
}

/** Hints for a number that JSON does not know. The part of it that JSON does know is a token of its own. */
function hintForNumber(text: string, { token, previous }: SyntaxMistake): string | undefined {
  if (previous?.kind !== Kind.Number || previous.end !== token.start) return undefined
  const number = text.slice(previous.start, token.end)
  if (/^-?0\d/.test(number)) return "remove the leading zero"
  if (/^0[xob][\da-f]{1,16}$/i.test(number) && !Number.isNaN(Number(number)))
    return `numbers must be decimal: write ${BigInt(number)}`
  if (/^\d[\d_]*n?$/.test(number)) return `write ${quote(number.replace(/[_n]/g, "")).slice(1, -1)}`
  const date = /^\d{4}-\d\d-[\dTZ:.+-]*/i.exec(text.slice(previous.start, previous.start + 40))
  if (date !== null) return `dates need double quotes: write "${date[0]}"`
  return token.kind === Kind.Word ? `a text needs double quotes: write ${quote(number)}` : undefined
}

function hintAfterEnd(kind: Kind): string {
  return kind === Kind.Comma || kind === Kind.LBrace
    ? 'to join filters, write {"$and":[{…},{…}]}'
    : "remove what follows the filter"
}

/** Literals of other languages and what to write for each. */
const LITERALS: ReadonlyMap<string, string> = /* @__PURE__ */ new Map([
  ["True", "write true"],
  ["False", "write false"],
  ["None", "write null"],
  ["nil", "write null"],
  ["undefined", "JSON has no undefined: write null, or leave the member out"],
  ["NaN", "JSON has no NaN: write a number or null"],
  ["Infinity", "JSON has no Infinity: write a number or null"],
])

function hintForWord(text: string, { token, isName }: SyntaxMistake): string {
  const literal = isName ? undefined : LITERALS.get(text.slice(token.start, token.end))
  return literal ?? `names and strings need double quotes: write ${quote(textOf(text, token))}`
}

/** Hints for characters outside of strings, by what the text has there. */
const CHARACTERS: readonly (readonly [pattern: RegExp, hint: string])[] = [
  [/^[“”„«»‘’]/, 'use straight double quotes: "'],
  [/^\ufeff/, "remove the byte order mark"],
  [/^[+-]?Infinity$/, /* @__PURE__ */ LITERALS.get("Infinity") as string],
  [/^[+-]?NaN$/, /* @__PURE__ */ LITERALS.get("NaN") as string],
  [/^[+.-]/, "write numbers as 5, -5, 0.5 or 5e3"],
  [/^%/, "the text seems to be percent-encoded: decode it first"],
  [/^\//, "remove comments: JSON has none"],
  [/^=/, 'write ":" between a name and its value'],
  [/^;/, 'write ","'],
  [/^\s/, "use plain spaces"],
]

function hintForCharacters(source: string): string | undefined {
  return CHARACTERS.find(([pattern]) => pattern.test(source))?.[1]
}

function hintForPunctuation(kind: Kind, previous: Kind | undefined): string | undefined {
  if (kind === Kind.RBrace || kind === Kind.RBracket)
    return previous === Kind.Comma ? "remove the trailing comma" : undefined
  if (kind !== Kind.Comma || (previous !== Kind.Comma && previous !== Kind.Colon)) return undefined
  return previous === Kind.Colon ? "write a value before the comma" : "remove the comma"
}

/** @param text the whole text */
export function hintForMissing(text: string, { token, missing }: SyntaxMistake): string | undefined {
  if (missing === undefined) return undefined
  const next = text.slice(missing.before, missing.before === token.start ? token.end : token.start).trim()
  return next === "" ? `add ${missing.text}` : `add ${missing.text} before ${quoteSource(next)}`
}
