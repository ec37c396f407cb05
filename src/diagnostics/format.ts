import { replaceHidden } from "../text/hidden.ts"
import { type Diagnostic, shownPath } from "./diagnostic.ts"
import type { FilterError } from "./filter-error.ts"

/** The most characters of a line to show: a filter is often one line of thousands. */
const WINDOW = 76

/**
 * Formats every mistake with its line of the text and carets under the mistake.
 *
 * @param text the text that was parsed
 * @param error the error that parsing the text threw
 * @returns lines for a person to read, without a line break at the end
 *
 * @example
 * ```ts
 * const text = '{"state":"active","stat":1}'
 * const result = safeParseFilter(customers, text)
 * if (!result.ok) console.error(formatDiagnostics(text, result.error))
 * ```
 */
export function formatDiagnostics(text: string, error: FilterError): string {
  return error.diagnostics.map((diagnostic) => formatDiagnostic(text, diagnostic)).join("\n\n")
}

function formatDiagnostic(text: string, { code, message, path, span, hint }: Diagnostic): string {
  const head = `${code}: ${printable(message)}`
  const tail = hint === undefined ? [] : [`  hint: ${printable(hint)}`]
  if (span === undefined) {
    const location = path.length === 0 ? [] : [`  at ${shownPath(path).join(" › ")}`]
    return [head, ...location, ...tail].join("\n")
  }
  const lineStart = span.start - (span.column - 1)
  const lineEnd = endOfLine(text, lineStart, span.start + WINDOW)
  // A long line is shown in part: the mistake begins a third of the way into the window.
  const from =
    lineEnd - lineStart <= WINDOW ? lineStart : Math.max(lineStart, span.start - Math.floor(WINDOW / 3))
  const to = Math.min(lineEnd, from + WINDOW)
  const before = `${from > lineStart ? "…" : ""}${printable(text.slice(from, span.start))}`
  const marked = printable(text.slice(span.start, Math.max(span.start, Math.min(span.end, to))))
  const after = `${printable(text.slice(Math.min(span.end, to), to))}${to < lineEnd ? "…" : ""}`
  const gutter = `${span.line} | `
  const indent = `${" ".repeat(gutter.length - 2)}| ${" ".repeat(columns(before))}`
  return [
    head,
    `${gutter}${before}${marked}${after}`,
    `${indent}${"^".repeat(Math.max(1, columns(marked)))}`,
    ...tail,
  ].join("\n")
}

/** The end of the line. The search stops beyond the part that is shown. */
function endOfLine(text: string, start: number, enough: number): number {
  const limit = Math.min(text.length, Math.max(enough, start + WINDOW + 1))
  for (let i = start; i < limit; i++) if (text[i] === "\n" || text[i] === "\r") return i
  return limit
}

/** Replaces each hidden character by a dot, so that the carets stay under the mistake. */
function printable(text: string): string {
  return replaceHidden(text, () => "·")
}

/** The width of a text in columns, by approximation: one for each code point. */
function columns(text: string): number {
  return Array.from(text).length
}
