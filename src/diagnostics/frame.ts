import { replaceHidden } from "../text/hidden.ts"
import type { DiagnosticSpan } from "./diagnostic.ts"

/** The most characters of a line to show: a filter is often one line of thousands. */
const WINDOW = 76

/** The line of the text where the span begins, and a line with carets under the span. */
export function frameOf(text: string, span: DiagnosticSpan): string {
  const lineStart = span.start - (span.column - 1)
  const lineEnd = endOfLine(text, lineStart, span.start + WINDOW)
  // A long line is shown in part: the span begins a third of the way into the window.
  const from =
    lineEnd - lineStart <= WINDOW ? lineStart : Math.max(lineStart, span.start - Math.floor(WINDOW / 3))
  const to = Math.min(lineEnd, from + WINDOW)
  const before = `${from > lineStart ? "…" : ""}${printable(text.slice(from, span.start))}`
  const marked = printable(text.slice(span.start, Math.max(span.start, Math.min(span.end, to))))
  const after = `${printable(text.slice(Math.min(span.end, to), to))}${to < lineEnd ? "…" : ""}`
  const gutter = `${span.line} | `
  const indent = `${" ".repeat(gutter.length - 2)}| ${" ".repeat(columns(before))}`
  return `${gutter}${before}${marked}${after}\n${indent}${"^".repeat(Math.max(1, columns(marked)))}`
}

/** The end of the line. The search stops beyond the part that is shown. */
function endOfLine(text: string, start: number, enough: number): number {
  const limit = Math.min(text.length, Math.max(enough, start + WINDOW + 1))
  for (let i = start; i < limit; i++) if (text[i] === "\n" || text[i] === "\r") return i
  return limit
}

/** Replaces each hidden character by a dot, so that the carets stay under the span. */
export function printable(text: string): string {
  return replaceHidden(text, () => "·")
}

/** The width of a text in columns, by approximation: one for each code point. */
function columns(text: string): number {
  return Array.from(text).length
}
