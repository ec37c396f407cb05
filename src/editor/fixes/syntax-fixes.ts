import type { SyntaxMistake } from "../../../grammar/recovery/mistakes.ts"
import { textOf } from "../../../grammar/recovery/tokens.ts"
import { Kind } from "../../../grammar/scanner.ts"
import type { DiagnosticOf } from "../../diagnostics/diagnostic.ts"
import { decimalOf, valueOfWord } from "../../read/syntax-hints.ts"
import type { Span } from "../../syntax/span.ts"
import { quote, quoteSource } from "../../text/quote.ts"
import type { Fix } from "./fix.ts"
import type { FixContext } from "./fix-context.ts"

/** Corrects a syntax error. */
export function syntaxFixes({ params, span }: DiagnosticOf<"syntax">, context: FixContext): readonly Fix[] {
  const { start, end } = span as Span
  if (params.reason === "unescaped-character") {
    const { replacement } = params
    return [{ title: `Write ${replacement}`, edits: [{ start, end, text: replacement }] }]
  }
  return context
    .mistakesAt(start)
    .flatMap((mistake) =>
      mistake.isAfterEnd && isFilter(mistake, context)
        ? [joinFix(mistake, context)]
        : [...trailingCommaFixes(mistake), ...remedyFixes(mistake, context), ...tokenFixes(mistake, context)],
    )
}

/** Whether another filter follows the first one. */
function isFilter({ token }: SyntaxMistake, { text }: FixContext): boolean {
  return text
    .slice(token.kind === Kind.Comma ? token.end : token.start)
    .trimStart()
    .startsWith("{")
}

function joinFix({ token, previous }: SyntaxMistake, { text }: FixContext): Fix {
  const start = (previous as Span).end
  const end = token.kind === Kind.Comma ? token.end : start
  return {
    title: "Join with $and",
    edits: [
      { start: 0, end: 0, text: '{"$and":[' },
      { start, end, text: "," },
      { start: text.length, end: text.length, text: "]}" },
    ],
  }
}

/** A comma before a closing bracket. */
function trailingCommaFixes({ token, previous }: SyntaxMistake): readonly Fix[] {
  const isClosing = token.kind === Kind.RBrace || token.kind === Kind.RBracket
  if (!isClosing || previous?.kind !== Kind.Comma) return []
  return [{ title: 'Remove ","', edits: [{ start: previous.start, end: previous.end, text: "" }] }]
}

/** The one change that recovery has found. */
function remedyFixes({ remedy }: SyntaxMistake, { text }: FixContext): readonly Fix[] {
  if (remedy === undefined) return []
  if ("start" in remedy) {
    const { start, end } = remedy
    return [{ title: `Remove "${quoteSource(text.slice(start, end))}"`, edits: [{ start, end, text: "" }] }]
  }
  const { add, before } = remedy
  // The end of the text is behind its white space.
  const at = text.slice(0, before).trimEnd().length
  return [{ title: `Add "${add}"`, edits: [{ start: at, end: at, text: add }] }]
}

/** Punctuation of other languages for that of JSON. */
const PUNCTUATION: Readonly<Record<string, string>> = { "=": ":", "=>": ":", ";": "," }

/** Changes of the token that JSON does not have. */
function tokenFixes({ token, isName }: SyntaxMistake, { text }: FixContext): readonly Fix[] {
  const { kind, start, end } = token
  const source = text.slice(start, end)
  const replace = (by: string): Fix => ({
    title: `Write ${quoteSource(by)}`,
    edits: [{ start, end, text: by }],
  })
  if (kind === Kind.InvalidString)
    return [{ title: 'Add the closing "', edits: [{ start: end, end, text: '"' }] }]
  if (kind !== Kind.Word && kind !== Kind.Invalid) return []
  const punctuation = Object.hasOwn(PUNCTUATION, source) ? PUNCTUATION[source] : undefined
  if (punctuation !== undefined) return [{ ...replace(punctuation), title: `Write "${punctuation}"` }]
  const value = isName ? undefined : (valueOfWord(source) ?? decimalOf(source))
  const written = textOf(text, token)
  return [replace(value ?? JSON.stringify(written))].map((fix) =>
    value === undefined ? { ...fix, title: `Write ${quote(written)}` } : fix,
  )
}
