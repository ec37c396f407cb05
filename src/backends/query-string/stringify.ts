import { diagnostic } from "../../diagnostics/diagnostic.ts"
import { FilterError } from "../../diagnostics/filter-error.ts"
import { type Filter, MAX_DEPTH } from "../../filter/filter.ts"
import type { SearchParams } from "../../text/search-params.ts"
import { write } from "./write.ts"

/** The options of {@link stringify}. */
export interface StringifyOptions {
  /**
   * `"compact"` writes the shortest form: `{"id":5}`. `"explicit"` writes every operator, as Desk's official
   * Go client does: `{"id":{"$eq":5}}`. Default: `"compact"`.
   */
  readonly style?: "compact" | "explicit"
}

/**
 * Writes a filter as JSON text that parses to the same filter. Equal filters produce equal texts. Numbers and
 * date-times have the form that servers usually expect: `1000000000` and not `1e9`.
 *
 * @param filter a checked filter
 * @param options the style
 * @returns JSON without white space
 * @throws TypeError if the filter is not a checked filter
 * @throws FilterError `limit-exceeded` if the text would nest deeper than the parser allows
 *
 * @example
 * ```ts
 * const filter = parseFilter(customers, '{ "id": { "$gt": 5 }, "state": { "$eq": "active" } }')
 * stringify(filter) // '{"id":{"$gt":5},"state":"active"}'
 * stringify(filter, { style: "explicit" }) // '{"id":{"$gt":5},"state":{"$eq":"active"}}'
 * ```
 */
export function stringify(filter: Filter, options: StringifyOptions = {}): string {
  const text = write(filter, options.style === "explicit")
  if (nesting(text) <= MAX_DEPTH) return text
  const message = `The text of the filter would nest deeper than ${MAX_DEPTH} levels, which parseFilter rejects`
  const params = { limit: "maxTextDepth", maximum: MAX_DEPTH } as const
  throw new FilterError([diagnostic({ code: "limit-exceeded", message, params }, [])])
}

/** The options of {@link toSearchParams}. */
export interface ToSearchParamsOptions extends StringifyOptions {
  /**
   * The most characters of the encoded query, with the parameter's name: the length of `String(searchParams)`. All of them
   * are ASCII, so it counts bytes too. Servers refuse a long address; many accept 8,000 bytes. Default: no limit.
   */
  readonly maxLength?: number
  /** The name of the parameter. Default: `"filter"`. */
  readonly parameter?: string
}

/**
 * Makes the query parameters of a request, with the filter as `filter`.
 *
 * @param filter a checked filter
 * @param options the style, the name of the parameter, and how long the query may be
 * @returns search parameters that contain only the filter; you can add others
 * @throws TypeError if the filter is not a checked filter
 * @throws FilterError `limit-exceeded`, as in {@link stringify}, or if the query is longer than `maxLength`
 * @throws RangeError when `maxLength` is not a positive integer
 *
 * @example
 * ```ts
 * const filter = parseFilter(customers, '{"state":"active"}')
 * const url = `customers.json?${toSearchParams(filter)}`
 * url // "customers.json?filter=%7B%22state%22%3A%22active%22%7D"
 * ```
 */
export function toSearchParams(filter: Filter, options: ToSearchParamsOptions = {}): SearchParams {
  const { maxLength, parameter = "filter", ...style } = options
  const params = new URLSearchParams({ [parameter]: stringify(filter, style) })
  if (maxLength !== undefined) assertLength(String(params).length, maxLength)
  return params
}

function assertLength(actual: number, maximum: number): void {
  if (!Number.isSafeInteger(maximum) || maximum < 1)
    throw new RangeError("maxLength must be a positive integer")
  if (actual <= maximum) return
  const message = `The query has ${actual} characters, more than ${maximum}`
  const params = { limit: "maxQueryLength", actual, maximum } as const
  const hint = "send the filter as the body of a request, or split its lists across several requests"
  throw new FilterError([diagnostic({ code: "limit-exceeded", message, params, hint }, [])])
}

/** How deeply a JSON text nests objects and lists. */
function nesting(json: string): number {
  let depth = 0
  let deepest = 0
  let inString = false
  for (let i = 0; i < json.length; i++) {
    const character = json[i]
    if (character === '"') inString = !inString
    else if (inString) i += character === "\\" ? 1 : 0
    else if (character === "{" || character === "[") deepest = Math.max(deepest, ++depth)
    else if (character === "}" || character === "]") depth--
  }
  return deepest
}
