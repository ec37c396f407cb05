import { type ParseOptions, parseFilter } from "desk-filter"
import { filterBuilder } from "desk-filter/builder"
import { fromSearchParams } from "desk-filter/query-string"
import { membersOf, type ObjectInBody, rejectMembers } from "../http/members.ts"
import { Mistakes } from "../http/mistakes.ts"
import { othersIn, Parameters, queryOf } from "../http/parameters.ts"
import { type Changes, readChanges } from "./changes.ts"
import { type CustomerFilter, visibleCustomers } from "./schema.ts"

/** An update of every customer that matches a filter. */
export interface Update {
  readonly filter: CustomerFilter
  readonly includeArchived: boolean
  readonly changes: Changes
  /** Whether to count the customers without changing them. */
  readonly dry: boolean
}

/** The query parameters of the update. The body may contain the filter instead. */
export const updateParameters = ["filter", "includeArchived", "allowAll"] as const

const { none } = filterBuilder(visibleCustomers)

const BODY: ObjectInBody = { pointer: "", subject: "The body" }
const FILTER_ARGS: ObjectInBody = { pointer: "/filter_args", subject: "filter_args" }

/** @throws RequestError with every error in the query and the body */
export function readUpdate(url: string, body: unknown): Update {
  const mistakes = new Mistakes()
  const query = queryOf(url)
  const parameters = new Parameters(query, updateParameters, mistakes)
  const { filter_args, ...properties } = membersOf(BODY, body, mistakes)
  const { filter, bulkDryExecute, ...unknown } = membersOf(FILTER_ARGS, filter_args, mistakes)
  rejectMembers(FILTER_ARGS, unknown, "use filter or bulkDryExecute", mistakes)
  const dry = bulkDryExecute ?? false
  if (typeof dry !== "boolean") {
    const pointer = "/filter_args/bulkDryExecute"
    mistakes.report({ pointer }, "type-mismatch", "bulkDryExecute must be true or false")
  }
  const update: Update = {
    filter: readFilter(url, query, filter, parameters.flag("allowAll"), mistakes),
    includeArchived: parameters.flag("includeArchived"),
    changes: readChanges(properties, mistakes),
    dry: dry === true,
  }
  if (Object.keys(properties).length === 0 && !update.dry)
    mistakes.report({ pointer: "" }, "nothing-to-set", "The body does not set any property")
  mistakes.check()
  return update
}

/**
 * Reads the filter. The body may contain it as JSON or as a string. A string is safer: it keeps every digit of large
 * ids, and the parser sees duplicate names.
 */
function readFilter(
  url: string,
  query: URLSearchParams,
  inBody: unknown,
  allowAll: boolean,
  mistakes: Mistakes,
): CustomerFilter {
  const options: ParseOptions = { requireSelective: !allowAll }
  const [parameter, pointer] = [{ parameter: "filter" }, { pointer: "/filter_args/filter" }]
  if (query.has("filter") && inBody !== undefined)
    mistakes.report(
      pointer,
      "duplicate-filter",
      "The query and the body both contain a filter",
      "send only one of them",
    )
  if (inBody !== undefined)
    return mistakes.read(pointer, none, () => parseFilter(visibleCustomers, inBody, options))
  if (query.has("filter") || allowAll)
    return mistakes.read(parameter, none, () =>
      fromSearchParams(visibleCustomers, url, { ...options, ignore: othersIn(query) }),
    )
  const hint = "to update every customer, send allowAll=true"
  mistakes.report(parameter, "missing-filter", "No filter selects the customers to update", hint)
  return none
}
