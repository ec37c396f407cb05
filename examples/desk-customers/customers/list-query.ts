import { filterBuilder } from "desk-filter/builder"
import { fromSearchParams } from "desk-filter/query-string"
import { Mistakes } from "../http/mistakes.ts"
import { othersIn, Parameters, queryOf } from "../http/parameters.ts"
import { type Includable, includable } from "./included.ts"
import { type OrderBy, orderable } from "./order.ts"
import { type CustomerFilter, visibleCustomers } from "./schema.ts"

/** The query of a list request. */
export interface ListQuery {
  readonly filter: CustomerFilter
  readonly includeArchived: boolean
  readonly orderBy: OrderBy
  readonly descending: boolean
  readonly page: number
  readonly pageSize: number
  readonly includes: ReadonlySet<Includable>
}

export const PAGE_SIZE = 20
export const MAX_PAGE_SIZE = 100

const { all } = filterBuilder(visibleCustomers)

/** The query parameters of the list. */
export const listParameters = [
  "filter",
  "includeArchived",
  "orderBy",
  "orderMode",
  "page",
  "pageSize",
  "includes",
] as const

/** @throws RequestError with every error in the query of the URL */
export function readListQuery(url: string): ListQuery {
  const mistakes = new Mistakes()
  const query = queryOf(url)
  const parameters = new Parameters(query, listParameters, mistakes)
  const includes = parameters.someOf("includes", [...includable, "all"])
  const read: ListQuery = {
    filter: mistakes.read({ parameter: "filter" }, all, () =>
      fromSearchParams(visibleCustomers, url, { ignore: othersIn(query) }),
    ),
    includeArchived: parameters.flag("includeArchived"),
    orderBy: parameters.oneOf("orderBy", orderable, "id"),
    // Some clients send upper case.
    descending: parameters.oneOf("orderMode", ["asc", "desc", "ASC", "DESC"], "asc").toLowerCase() === "desc",
    page: parameters.count("page", 1),
    pageSize: Math.min(parameters.count("pageSize", PAGE_SIZE), MAX_PAGE_SIZE),
    includes: new Set(
      includable.filter((resource) => includes.includes(resource) || includes.includes("all")),
    ),
  }
  mistakes.check()
  return read
}
