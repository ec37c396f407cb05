import type { Span } from "../syntax/span.ts"

/** A change to a text: the part from `start` to `end`, in UTF-16 units of the text, becomes `text`. */
export interface Edit extends Span {
  readonly text: string
}

/**
 * Applies edits to a text.
 *
 * @param text the text that the edits are for
 * @param edits edits that do not overlap, in any order
 * @returns the new text
 *
 * @example
 * ```ts
 * applyEdits('{"stat":1}', [{ start: 1, end: 7, text: '"id"' }]) // '{"id":1}'
 * ```
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = ""
  let from = 0
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    result += text.slice(from, edit.start) + edit.text
    from = edit.end
  }
  return result + text.slice(from)
}
