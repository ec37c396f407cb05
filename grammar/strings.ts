import { Code } from "./code.ts"

const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y

/** How far a text is a JSON string. */
export interface ScannedString {
  /** After its closing quote, or at the first character that makes it invalid. */
  readonly end: number
  readonly closed: boolean
  readonly escaped: boolean
}

/**
 * Finds the end of the JSON string that begins at the offset. It is a loop because a single pattern keeps a backtracking
 * point for every escape. V8 11.3 throws a RangeError for 10 MB of them, which test/read/limits.test.ts reads.
 */
export function scanString(text: string, offset: number): ScannedString {
  let escaped = false
  for (let end = offset + 1; ; end++) {
    const code = text.charCodeAt(end)
    if (code === Code.Quote) return { end: end + 1, closed: true, escaped }
    if (code === Code.Backslash) {
      ESCAPE.lastIndex = end
      if (!ESCAPE.test(text)) return { end, closed: false, escaped }
      end = ESCAPE.lastIndex - 1
      escaped = true
    }
    // Beyond the end of the text, the code is NaN.
    else if (!(code >= Code.Space)) return { end, closed: false, escaped }
  }
}
