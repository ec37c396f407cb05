import { diagnostic } from "../diagnostics/diagnostic.ts"
import { FilterError } from "../diagnostics/filter-error.ts"
import type { Filter } from "../filter/filter.ts"
import { assertSchema } from "../schema/assert-schema.ts"
import type { Schema } from "../schema/schema.ts"
import { isFilterText, otherSpellingsOf } from "./parameter-name.ts"
import { type ParseOptions, parseFilter } from "./parse-filter.ts"
import { parametersOf, type Query } from "./query.ts"
import {
  bareFilter,
  invalidEncoding,
  misplacedParameter,
  missingFilter,
  type QueryMistake,
  repeatedFilter,
  unknownParameter,
} from "./query-mistakes.ts"
import type { Parameters } from "./query-text.ts"

/** How {@link fromSearchParams} finds and reads a filter. */
export interface FromSearchParamsOptions extends ParseOptions {
  /** Whether a query without the parameter is a mistake. Default: false, so that every record matches. */
  readonly required?: boolean
  /** The name of the parameter. Default: `"filter"`. */
  readonly parameter?: string
  /**
   * Names that the server uses for something else, although they look like another spelling of the parameter. With
   * `["filters"]`, `filters[a]` and `filters.a` are other parameters too. Default: none.
   */
  readonly ignore?: readonly string[]
}

/**
 * Reads the filter from the query of a request. In a text, the filter may be percent-encoded, partly encoded as browsers
 * do, or raw; a space may be `+` or `%20`. A raw `+`, `&`, `#` or `%` in a value has its own meaning in a query
 * string: the client must encode it.
 *
 * A query with the parameter may have other parameters of any name. In a query without it, every record matches, but
 * another spelling of its name is a mistake: `Filter`, `filters`, `filter[state]` or `filter.state`.
 *
 * @param schema the fields that the filter may use
 * @param query one of: a query string with or without `?`, a path such as Node's `request.url`, the text of a URL, a URL
 * object, URLSearchParams, a Request, or a query that a parser has read, such as Express's `request.query`. An
 * object without a class is always the last.
 * @param options as for {@link parseFilter}, and which parameter holds the filter
 * @returns the filter, checked and deeply frozen
 * @throws FilterError with every mistake. About the query: `duplicate-key` if it has the parameter more than once,
 * `invalid-encoding`, `unknown-parameter`, or `missing-filter`
 * @throws TypeError when the first argument is no schema, or the second holds no query; RangeError when an option is
 * unknown or has an invalid value: mistakes of the program
 *
 * @example
 * ```ts
 * const filter = fromSearchParams(customers, "?page=1&filter={%22state%22:+%22active%22}")
 * stringify(filter) // '{"state":"active"}'
 * ```
 */
export function fromSearchParams<S extends Schema>(
  schema: S,
  query: Query,
  options: FromSearchParamsOptions = {},
): Filter<S> {
  assertSchema(schema)
  const { required = false, parameter = "filter", ignore = [], ...parsing } = options
  assertNames(parameter, ignore)
  const parameters = parametersOf(query)
  const [found, second] = parameters.all.filter(({ name }) => name === parameter)
  if (second !== undefined) refuse(repeatedFilter(parameter))
  if (found === undefined) {
    refuse(otherSpelling(parameters, parameter, ignore) ?? (required ? missingFilter(parameter) : undefined))
    return parseFilter(schema, {}, parsing)
  }
  if (found.value === undefined) refuse(invalidEncoding(found.source))
  return parseFilter(schema, found.value, parsing)
}

function refuse(mistake: QueryMistake | undefined): void {
  if (mistake !== undefined) throw new FilterError([diagnostic(mistake, [])])
}

function assertNames(parameter: string, ignore: readonly string[]): void {
  if (typeof parameter !== "string" || parameter === "")
    throw new RangeError("parameter must be the name of a parameter")
  if (!Array.isArray(ignore) || ignore.includes(parameter))
    throw new RangeError("ignore must be a list of names other than the parameter's")
}

/** What is wrong with a query without the parameter, if it has the filter nevertheless. */
function otherSpelling(
  { all, misplaced }: Parameters,
  parameter: string,
  ignore: readonly string[],
): QueryMistake | undefined {
  const broken = all.find(({ name }) => name === undefined)
  // Such a name could be any name.
  if (broken !== undefined) return invalidEncoding(broken.source)
  const names = all.map(({ name }) => name as string)
  // A filter behind an equals sign alone has no name either.
  if (all.some(({ name, value }) => isFilterText(name || String(value)))) return bareFilter(parameter)
  const isSpelling = otherSpellingsOf(parameter)
  const isIgnored = (name: string) => ignore.includes(name) || ignore.includes(name.replace(/[[.].*/s, ""))
  const isOther = (name: string) => isSpelling(name) && !isIgnored(name)
  const other = names.find(isOther)
  if (other !== undefined) return unknownParameter(other, parameter)
  const outside = misplaced.find(isOther)
  return outside === undefined ? undefined : misplacedParameter(outside)
}
