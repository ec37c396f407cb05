import { isFilter } from "../filter/filter.ts"
import { isSchema } from "../schema/assert-schema.ts"
import { isPlain } from "../text/plain-object.ts"
import type { SearchParams } from "../text/search-params.ts"
import { inWords, kindOf } from "../text/value-kind.ts"
import { type Parameters, parametersOfAddress, parametersOfText } from "./query-text.ts"

/**
 * Where `fromSearchParams` finds a filter. One of:
 *
 * - a query string with or without `?`, a path such as Node's `request.url`, or the text of a URL
 * - a URL object
 * - URLSearchParams
 * - a Request, or another object with `method` and `url`
 * - a query that a parser has read, such as Express's `request.query`
 */
export type Query =
  | string
  | SearchParams
  | { readonly href: string }
  | { readonly method: string; readonly url: string }
  | { readonly [name: string]: unknown }

/**
 * The parameters of a query.
 *
 * @throws TypeError when the value holds no query: a mistake of the program
 */
export function parametersOf(query: Query): Parameters {
  if (typeof query === "string") return parametersOfText(query)
  if (typeof query === "object" && query !== null && !isSchema(query) && !isFilter(query)) {
    // First: the names of a parsed query are the client's, so they must not make it look like another object.
    if (isPlain(query)) return parametersOfParsed(query)
    // By its tag, because it may come from another realm. FormData has the same methods.
    if (Object.prototype.toString.call(query) === "[object URLSearchParams]")
      return parametersOfSearchParams(query as SearchParams)
    const { href, method, url } = query as Readonly<Record<string, unknown>>
    if (typeof href === "string") return parametersOfAddress(href)
    // A Response has a url too, but it is not where a filter comes from.
    if (typeof url === "string" && typeof method === "string") return parametersOfAddress(url)
  }
  const given = isSchema(query) ? "a schema" : isFilter(query) ? "a filter" : inWords(kindOf(query))
  throw new TypeError(
    `fromSearchParams takes a query string, a URL, URLSearchParams, a Request or a parsed query, not ${given}`,
  )
}

function parametersOfSearchParams(query: SearchParams): Parameters {
  const all: { name: string; value: string; source: string }[] = []
  query.forEach((value, name) => {
    all.push({ name, value, source: name })
  })
  return { all, misplaced: [] }
}

/** Parsers make a list of a repeated name, and an object of names with brackets or dots. */
function parametersOfParsed(query: object): Parameters {
  const all = Object.entries<unknown>(query as Readonly<Record<string, unknown>>).flatMap(([name, value]) => {
    if (value === undefined) return []
    const isList = Array.isArray(value)
    if (isList && value.length > 1) return value.map((item: unknown) => ({ name, value: item, source: name }))
    if (typeof value !== "object" || value === null) return [{ name, value, source: name }]
    const written = `${name}[${isList ? "" : (Object.keys(value)[0] ?? "")}]`
    return [{ name: written, value, source: written }]
  })
  return { all, misplaced: [] }
}
