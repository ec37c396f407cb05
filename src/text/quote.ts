import { escapeHidden } from "./hidden.ts"

/** The most UTF-16 units of the input that a message repeats in one place: the input may be megabytes. */
const MAX_QUOTED = 60

/**
 * A text of the input as a JSON string, for a message. A long text is cut, and an ellipsis stands behind the closing
 * quote. So a text that was cut never looks like one that was not.
 */
export function quote(text: string): string {
  return shorten(text, quoteWhole)
}

/** A part of the input as it was written, such as a token, for a message. Hidden characters become JSON escapes. */
export function quoteSource(source: string): string {
  return shorten(source, escapeHidden)
}

/** A name in a path: itself, or a JSON string if JSON would escape a character of it. No two names look alike. */
export function quoteStep(name: string): string {
  const quoted = quoteWhole(name)
  return quoted === `"${name}"` ? name : quoted
}

function quoteWhole(text: string): string {
  return escapeHidden(JSON.stringify(text))
}

/** Cuts before escaping, so that no escape is cut, and never between the two halves of a surrogate pair. */
function shorten(text: string, show: (text: string) => string): string {
  if (text.length <= MAX_QUOTED) return show(text)
  return `${show(text.slice(0, MAX_QUOTED).replace(/[\ud800-\udbff]$/, ""))}…`
}
