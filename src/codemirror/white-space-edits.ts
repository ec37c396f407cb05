import type { Edit } from "../editor/edit.ts"

const WHITE_SPACE = " \t\n\r"

/**
 * Edits that change a text into one that differs from it in white space only. A caret keeps its place between the tokens.
 * If more differs, one edit replaces the whole text.
 */
export function whiteSpaceEdits(before: string, after: string): readonly Edit[] {
  const edits: Edit[] = []
  let at = 0
  let atAfter = 0
  while (at < before.length || atAfter < after.length) {
    const end = endOfWhiteSpace(before, at)
    const endAfter = endOfWhiteSpace(after, atAfter)
    const text = after.slice(atAfter, endAfter)
    if (before.slice(at, end) !== text) edits.push({ start: at, end, text })
    if (before.charAt(end) !== after.charAt(endAfter)) return [{ start: 0, end: before.length, text: after }]
    at = end + 1
    atAfter = endAfter + 1
  }
  return edits
}

function endOfWhiteSpace(text: string, start: number): number {
  let end = start
  while (end < text.length && WHITE_SPACE.includes(text.charAt(end))) end++
  return end
}
