import { Code } from "./code.ts"

/** A run of characters without escapes. */
const PLAIN = /[^"\\\u0000-\u001f]*/y
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y

/**
 * Finds the end of the JSON string that begins at the offset: after its closing quote, or at the first character that
 * makes it invalid. It loops over two patterns because a single pattern keeps a backtracking point for every
 * escape. V8 11.3 throws a RangeError for 10 MB of them, which test/read/limits.test.ts reads.
 */
export function scanString(text: string, offset: number): { readonly end: number; readonly closed: boolean } {
  let end = offset + 1
  for (;;) {
    PLAIN.lastIndex = end
    PLAIN.test(text)
    end = PLAIN.lastIndex
    if (text.charCodeAt(end) === Code.Quote) return { end: end + 1, closed: true }
    if (text.charCodeAt(end) !== Code.Backslash) return { end, closed: false }
    ESCAPE.lastIndex = end
    if (!ESCAPE.test(text)) return { end, closed: false }
    end = ESCAPE.lastIndex
  }
}
