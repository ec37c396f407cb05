import { Layout } from "./layout/layout.ts"
import { tokensOf } from "./layout/tokens-of.ts"

/** How {@link format} writes a text. */
export interface FormatOptions {
  /** The number of spaces of one level, from 0 to 10, or at most 10 spaces and tabs. Default: 2. */
  readonly indent?: number | string | undefined
}

const MAX_INDENT = 10

/**
 * Formats the text of a filter. Only white space between tokens changes: every name and value keeps its spelling.
 *
 * The outermost object has one member on each line. An inner object or list stays on one line if the line then has at
 * most 80 characters, and if no list in it has objects. Otherwise it has one member or item on each line, but a list of
 * scalars fills its lines. Parts that are nested deeper than 100 levels stay on one line. Formatting is idempotent. No
 * limits apply to the text.
 *
 * @param text the text of a filter, or any other JSON text
 * @param options the indentation
 * @returns the formatted text, without a newline at its end. A text with a syntax error is returned unchanged
 * @throws RangeError if the indentation is neither an integer from 0 to 10 nor a string of at most 10 spaces and tabs
 *
 * @example
 * ```ts
 * format('{"id":{"$gt":1,"$lt":9},"$or":[{"trusted":true},{"permission":"all"}]}')
 * // `{
 * //   "id": {"$gt": 1, "$lt": 9},
 * //   "$or": [
 * //     {"trusted": true},
 * //     {"permission": "all"}
 * //   ]
 * // }`
 * ```
 */
export function format(text: string, options?: FormatOptions): string {
  const indentation = indentationOf(options?.indent ?? 2)
  const tokens = tokensOf(text)
  return tokens === undefined ? text : new Layout(text, tokens, indentation).write()
}

function indentationOf(indent: number | string): string {
  if (typeof indent === "string" ? isIndentation(indent) : isWidth(indent))
    return typeof indent === "string" ? indent : " ".repeat(indent)
  throw new RangeError(
    `indent must be an integer from 0 to ${MAX_INDENT}, or at most ${MAX_INDENT} spaces and tabs`,
  )
}

function isIndentation(indent: string): boolean {
  return indent.length <= MAX_INDENT && /^[ \t]*$/.test(indent)
}

function isWidth(indent: number): boolean {
  return Number.isInteger(indent) && indent >= 0 && indent <= MAX_INDENT
}
