import { filterText } from "./filter-text.ts"
import type { Translation } from "./translation.ts"

/** A longer filter is not shown: a hint must not repeat megabytes of the input. */
const LONGEST = 500

/** What to write instead, or why there is nothing. Undefined if it is too long to show. */
export function advice(translation: Translation): string | undefined {
  if (typeof translation === "string") return translation || undefined
  const text = filterText(translation)
  return text.length > LONGEST ? undefined : `write ${text}`
}
