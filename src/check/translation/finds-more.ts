/** What $contains finds in place of the start or the end of a text. */
export const FINDS_MORE = ": $contains finds the text anywhere, so it finds more records"

/** The reason without what finds more records: its negation would find fewer. */
export function withoutMore(reason: string): string {
  return reason.replace(FINDS_MORE, "")
}
