/** What to write instead; a function if finding it takes a search. */
export type Hint = string | (() => string | undefined)

/** The text of a hint. */
export function hintText(hint: Hint | undefined): string | undefined {
  return typeof hint === "function" ? hint() : hint
}
