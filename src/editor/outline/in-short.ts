import { escapeHidden } from "../../text/hidden.ts"

/** The most UTF-16 units of a detail. */
const MAX_LENGTH = 40

/** A part of a text, to show beside a name. Hidden characters become JSON escapes. A long text is cut. */
export function inShort(text: string): string {
  const shown = escapeHidden(text.slice(0, MAX_LENGTH + 1))
  if (shown.length <= MAX_LENGTH) return shown
  return `${withoutHalf(shown.slice(0, MAX_LENGTH - 1))}…`
}

/** A list of scalars, to show beside a name. It reads no more of them than it shows. */
export function listInShort(items: Iterable<string>): string {
  let list = ""
  for (const item of items) {
    if (list.length > MAX_LENGTH) break
    list += list === "" ? item : `, ${item}`
  }
  return inShort(`[${list}]`)
}

/** The text without the half of a surrogate pair or of an escape at its end. */
function withoutHalf(text: string): string {
  return text.replace(/(?:[\ud800-\udbff]|\\(?:u[0-9a-f]{0,3})?)$/, "")
}
