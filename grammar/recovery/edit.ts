import type { Kind } from "../scanner.ts"
import type { Stack } from "./stack.ts"

/** A change to the tokens of a text. */
export interface Edit {
  /** The index of the token that is removed, or that the new token comes before. */
  readonly at: number
  /** Whether the token at the index is removed, or also all tokens after it. */
  readonly removes: "nothing" | "token" | "rest"
  /** The new token. */
  readonly inserts: Kind | undefined
  /** Whether no token stands between the previous change and this one, so that both are one mistake. */
  readonly continues: boolean
  /** What the rest of the text had to consist of before the change. */
  readonly before: Stack
  readonly previous: Edit | undefined
}

/** All changes, in the order of the text. */
export function editsUpTo(last: Edit | undefined): Edit[] {
  const edits: Edit[] = []
  for (let edit = last; edit !== undefined; edit = edit.previous) edits.push(edit)
  return edits.reverse()
}
