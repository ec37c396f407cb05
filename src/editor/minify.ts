import { tokensOf } from "./layout/tokens-of.ts"

/**
 * Removes the white space between the tokens of a filter. Every name and value keeps its spelling: digits, escapes, the
 * case of an exponent. No limits apply to the text.
 *
 * @param text the text of a filter, or any other JSON text
 * @returns the text without white space between its tokens. A text with a syntax error is returned unchanged
 *
 * @example
 * ```ts
 * minify('{ "id": { "$gt": 1E3 } }') // '{"id":{"$gt":1E3}}'
 * ```
 */
export function minify(text: string): string {
  return tokensOf(text)?.reduce((minified, { start, end }) => minified + text.slice(start, end), "") ?? text
}
