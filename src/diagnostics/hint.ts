/** What to write instead; a function where it has to be looked for, which costs more than to say it. */
export type Hint = string | (() => string | undefined)

/** The text of a hint. */
export function hintText(hint: Hint | undefined): string | undefined {
  return typeof hint === "function" ? hint() : hint
}
