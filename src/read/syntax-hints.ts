import type { SyntaxMistake } from "../../grammar/recovery/mistakes.ts"
import { textOf } from "../../grammar/recovery/tokens.ts"
import { Kind } from "../../grammar/scanner.ts"
import type { Remedy } from "../diagnostics/params.ts"
import { quote, quoteSource } from "../text/quote.ts"
import { queryLanguageHint } from "./query-language-hint.ts"

/** What to write instead of a token that cannot stand where it does. Undefined if there is no advice. */
export function hintFor(text: string, mistake: SyntaxMistake): string | undefined {
  const { token, previous, isName, isAfterEnd } = mistake
  const { kind, start, end } = token
  const source = text.slice(start, end)
  if (previous === undefined && /^["'`]$/.test(source))
    return "the quotes around the text are for a shell: leave them out"
  if (previous?.kind === Kind.LBracket && text.startsWith("[object ", previous.start))
    return "an object was turned into text: use JSON.stringify"
  const language = previous === undefined ? queryLanguageHint(text) : undefined
  if (language !== undefined) return language
  const digits = separatedDigits(text, mistake)
  if (digits !== undefined) return `write ${digits}: numbers have no separators`
  if (kind === Kind.Word && /^-?\d/.test(source)) return hintForNumber(source)
  if (isScalar(kind) && previous !== undefined && isScalar(previous.kind) && !isName && !isAfterEnd)
    return hintForRemedy(remedyFor(text, mistake)) ?? "separate values by commas"
  return (
    (kind === Kind.Invalid || (kind === Kind.Word && !isName) ? hintForSource(source) : undefined) ??
    hintForPunctuation(kind, previous?.kind) ??
    (isAfterEnd ? hintAfterEnd(text, mistake) : undefined) ??
    (kind === Kind.Word ? hintForWord(text, mistake) : undefined) ??
    hintForRemedy(remedyFor(text, mistake))
  )
}

/** The digits of a number with thousands separators: 1,000 is read as a number and a word that begins with zero. */
function separatedDigits(text: string, { token, isName }: SyntaxMistake): string | undefined {
  const { kind, start, end } = token
  const group = text.slice(start, end)
  if (!/^\d{3}$/.test(group) || (kind !== Kind.Word && !isName)) return undefined
  const before = /(?<![\w.])-?[1-9]\d{0,2}(?:[, ]\d{3})*[, ]$/.exec(
    text.slice(Math.max(0, start - 20), start),
  )
  return before === null ? undefined : before[0].replace(/[, ]/g, "") + group
}

function isScalar(kind: Kind): boolean {
  return kind >= Kind.String && kind <= Kind.Null
}

/** The decimal number that a number in the notation of a program means. */
export function decimalOf(source: string): string | undefined {
  if (/^0[xob][\da-f]+$/i.test(source) && Number.isSafeInteger(Number(source))) return String(Number(source))
  return /^-?\d[\d_]{0,40}n?$/.test(source) ? source.replace(/[_n]|(?<=^-?)0+(?=\d)/g, "") : undefined
}

/** A hint for what begins like a number. */
function hintForNumber(source: string): string {
  if (/^-?0\d+$/.test(source)) return "remove the leading zero"
  const decimal = decimalOf(source)
  if (decimal !== undefined)
    return `${source.startsWith("0") ? "numbers must be decimal: " : ""}write ${decimal}`
  return `write a number such as 5, -5, 0.5 or 5e3, or a string: ${quote(source)}`
}

function hintForWord(text: string, { token, previous }: SyntaxMistake): string {
  return previous === undefined
    ? 'write a filter in braces, such as {"id":5}, and nothing before it'
    : `names and strings need double quotes: write ${quote(textOf(text, token))}`
}

function hintAfterEnd(text: string, mistake: SyntaxMistake): string {
  const isFilter = text.slice(mistake.token.start).replace(",", "").trimStart().startsWith("{")
  if (isFilter) return 'to join filters, write {"$and":[{…},{…}]}'
  return hintForRemedy(remedyFor(text, mistake)) ?? "remove what follows the filter"
}

const NUMBERS = "write numbers as 5, -5, 0.5 or 5e3"

/** Hints for what is outside of strings in other languages. */
const SOURCES: readonly (readonly [pattern: RegExp, hint: string])[] = [
  [/^undefined$/, "JSON has no undefined: write null, or leave the member out"],
  [/^[+-]?(?:NaN|Infinity)$/, "JSON has no NaN and no Infinity: write a number or null"],
  [/^[“”„«»‘’]/, 'use straight double quotes: "'],
  [/^\ufeff/, "remove the byte order mark"],
  [/^[+.-]/, NUMBERS],
  [/^%/, "the text seems to be percent-encoded: decode it first"],
  [/^\/[/*]/, "remove comments: JSON has none"],
  [/^new$|\($/, "JSON has no functions: write a string or a number"],
  [/^=/, 'write ":" between a name and its value'],
  [/^;/, 'write ","'],
  [/^\s/, "use plain spaces"],
]

/** The value of JSON that a word of other languages means. */
export function valueOfWord(word: string): string | undefined {
  const value = word.toLowerCase().replace(/^(?:none|nil)$/, "null")
  return /^(?:true|false|null)$/.test(value) ? value : undefined
}

function hintForSource(source: string): string | undefined {
  const value = valueOfWord(source)
  return value ? `write ${value}` : SOURCES.find(([pattern]) => pattern.test(source))?.[1]
}

function hintForPunctuation(kind: Kind, previous: Kind | undefined): string | undefined {
  if (kind === Kind.RBrace || kind === Kind.RBracket)
    return previous === Kind.Comma ? "remove the trailing comma" : undefined
  if (kind !== Kind.Comma || (previous !== Kind.Comma && previous !== Kind.Colon)) return undefined
  return previous === Kind.Colon ? "write a value before the comma" : "remove the comma"
}

/**
 * The one change that corrects the mistake, if there is one.
 *
 * @param text the whole text
 */
export function remedyFor(text: string, { token, remedy }: SyntaxMistake): Remedy | undefined {
  if (remedy === undefined) return undefined
  if ("start" in remedy) return { remove: quoteSource(text.slice(remedy.start, remedy.end)) }
  const { add, before } = remedy
  const next = text.slice(before, before === token.start ? token.end : token.start).trim()
  return /^[\]}\s]*$/.test(next) && token.kind === Kind.End ? { add } : { add, before: quoteSource(next) }
}

/** The change in words. */
export function hintForRemedy(remedy: Remedy | undefined): string | undefined {
  if (remedy === undefined) return undefined
  if ("remove" in remedy) return `remove ${remedy.remove}`
  return `add ${remedy.add}${remedy.before === undefined ? "" : ` before ${remedy.before}`}`
}
