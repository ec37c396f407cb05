import { isPunctuation, type RecoveredAt } from "../../../grammar/recovery/recover-at.ts"
import { characterOf, Kind } from "../../../grammar/scanner.ts"
import type { Completion } from "./completion.ts"
import { type Snippet, textOf, wrap } from "./snippet.ts"

/** Where a completion writes, and which tokens the text lacks around it. */
type Gap = Omit<RecoveredAt<unknown>, "tree">

/** The edit that writes a snippet, with the punctuation that the text lacks. */
export function edited(
  gap: Gap,
  snippet: Snippet,
  end = gap.cursor.end,
): Pick<Completion, "edit" | "selection"> {
  const { start } = gap.cursor
  const whole = wrap(punctuation(gap.before), snippet, punctuation(gap.after.filter(isPunctuation)))
  const from = start + whole.before.length
  return {
    edit: { start, end, text: textOf(whole) },
    selection: { start: from, end: from + whole.selected.length },
  }
}

/** Whether the text has a colon behind the name. */
export function hasColon({ after }: Gap): boolean {
  return after[0] !== Kind.Colon
}

function punctuation(kinds: readonly Kind[]): string {
  return kinds.map(characterOf).join("")
}

/** A member with its value. */
export function memberSnippet(name: string, value: Snippet): Snippet {
  return wrap(`${JSON.stringify(name)}:`, value, "")
}
