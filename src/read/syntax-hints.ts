import type { SyntaxMistake } from "../../grammar/recovery/mistakes.ts"
import { textOf } from "../../grammar/recovery/tokens.ts"
import { Kind } from "../../grammar/scanner.ts"
import { quote, quoteSource } from "../text/quote.ts"

/** What to write instead of a token that cannot stand where it does. Undefined if there is no advice. */
export function hintFor(text: string, mistake: SyntaxMistake): string | undefined {
  const { token, previous, isName, isAfterEnd } = mistake
  const { kind, start, end } = token
  const source = text.slice(start, end)
  if (previous === undefined && /^['`]$/.test(source))
    return "the quotes around the text are for a shell: leave them out"
  if (previous?.kind === Kind.LBracket && text.startsWith("[object ", previous.start))
    return "an object was turned into text: use JSON.stringify"
  const isInNumber =
    previous?.kind === Kind.Number && previous.end === start && (kind === Kind.Word || kind === Kind.Number)
  return (
    (kind === Kind.Invalid || (kind === Kind.Word && !isName) ? hintForSource(source) : undefined) ??
    (isInNumber ? hintForNumber(text, previous.start) : undefined) ??
    (isAfterEnd ? hintAfterEnd(kind) : undefined) ??
    (kind === Kind.Word
      ? `names and strings need double quotes: write ${quote(textOf(text, token))}`
      : undefined) ??
    hintForPunctuation(kind, previous?.kind) ??
    hintForMissing(text, mistake)
  )
}

/** A hint for a number that JSON does not know. Its beginning is a number of JSON. */
function hintForNumber(text: string, start: number): string {
  const [number] = /^(?:[^\s,:{}[\]"]|:\d)+/.exec(text.slice(start, start + 60)) as RegExpExecArray
  if (/^-?0\d/.test(number)) return "remove the leading zero"
  if (/^0[xob][\da-f]+$/i.test(number) && Number.isSafeInteger(Number(number)))
    return `numbers must be decimal: write ${Number(number)}`
  if (/^\d[\d_]*n?$/.test(number)) return `write ${number.replace(/[_n]/g, "")}`
  return `write a number without anything after it, or a string: ${quote(number)}`
}

function hintAfterEnd(kind: Kind): string {
  return kind === Kind.Comma || kind === Kind.LBrace
    ? 'to join filters, write {"$and":[{…},{…}]}'
    : "remove what follows the filter"
}

const NUMBERS = "write numbers as 5, -5, 0.5 or 5e3"

/** Hints for what is outside of strings in other languages. */
const SOURCES: readonly (readonly [pattern: RegExp, hint: string])[] = [
  [/^True$/, "write true"],
  [/^False$/, "write false"],
  [/^(?:None|nil)$/, "write null"],
  [/^undefined$/, "JSON has no undefined: write null, or leave the member out"],
  [/^[+-]?(?:NaN|Infinity)$/, "JSON has no NaN and no Infinity: write a number or null"],
  [/^[“”„«»‘’]/, 'use straight double quotes: "'],
  [/^\ufeff/, "remove the byte order mark"],
  [/^[+.-]/, NUMBERS],
  [/^%/, "the text seems to be percent-encoded: decode it first"],
  [/^\//, "remove comments: JSON has none"],
  [/^=/, 'write ":" between a name and its value'],
  [/^;/, 'write ","'],
  [/^\s/, "use plain spaces"],
]

function hintForSource(source: string): string | undefined {
  return SOURCES.find(([pattern]) => pattern.test(source))?.[1]
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
