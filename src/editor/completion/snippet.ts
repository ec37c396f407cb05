/** A text with a part that an editor selects, so that the user types over it. */
export interface Snippet {
  readonly before: string
  readonly selected: string
  readonly after: string
}

/** A text without a part to type over: the caret comes after it. */
export function plain(text: string): Snippet {
  return { before: text, selected: "", after: "" }
}

/** The snippet inside other text. */
export function wrap(before: string, snippet: Snippet, after: string): Snippet {
  return { ...snippet, before: before + snippet.before, after: snippet.after + after }
}

export function textOf({ before, selected, after }: Snippet): string {
  return before + selected + after
}
