import { type ParseOptions, parseFilter } from "desk-filter"
import { filterBuilder } from "desk-filter/builder"
import { fromSearchParams } from "desk-filter/query-string"
import { Mistakes } from "../http/mistakes.ts"
import { Parameters } from "../http/parameters.ts"
import { type Changes, readChanges } from "./changes.ts"
import { type CustomerFilter, visibleCustomers } from "./schema.ts"

/** An update of every customer that a filter finds. */
export interface Update {
  readonly filter: CustomerFilter
  readonly includeArchived: boolean
  readonly changes: Changes
  /** Whether to count and change nothing. */
  readonly dry: boolean
}

/** The parameters of the update; the filter may be in the body as well. */
export const updateParameters = ["filter", "includeArchived", "allowAll"] as const

const { none } = filterBuilder(visibleCustomers)

/** @throws RequestError with every mistake of query and body */
export function readUpdate(query: URLSearchParams, body: unknown): Update {
  const mistakes = new Mistakes()
  const parameters = new Parameters(query, updateParameters, mistakes)
  const { filter_args, ...properties } = objectAt("", body, mistakes)
  const { filter, bulkDryExecute, ...unknown } = objectAt("/filter_args", filter_args, mistakes)
  for (const name of Object.keys(unknown)) {
    const detail = `filter_args has no member ${JSON.stringify(name.slice(0, 60))} here`
    mistakes.report(
      { pointer: "/filter_args" },
      "unknown-property",
      detail,
      "there are filter, bulkDryExecute",
    )
  }
  const dry = bulkDryExecute ?? false
  if (typeof dry !== "boolean") {
    const pointer = "/filter_args/bulkDryExecute"
    mistakes.report({ pointer }, "type-mismatch", "bulkDryExecute expects true or false")
  }
  const update: Update = {
    filter: readFilter(query, filter, parameters.flag("allowAll"), mistakes),
    includeArchived: parameters.flag("includeArchived"),
    changes: readChanges(properties, mistakes),
    dry: dry === true,
  }
  if (Object.keys(properties).length === 0 && !update.dry)
    mistakes.report({ pointer: "" }, "nothing-to-set", "The body has no property to set")
  mistakes.check()
  return update
}

/** The filter, which a body may hold as JSON or as the text of one; text keeps every digit, and both of two equal names. */
function readFilter(
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
      "The filter is in the query and in the body",
      "send one of them",
    )
  if (inBody !== undefined)
    return mistakes.read(pointer, none, () => parseFilter(visibleCustomers, inBody, options))
  if (query.has("filter") || allowAll)
    return mistakes.read(parameter, none, () => fromSearchParams(visibleCustomers, query, options))
  const hint = "to update every customer, send allowAll=true"
  mistakes.report(parameter, "missing-filter", "There is no filter that says which customers to update", hint)
  return none
}

/** The members of an object that may be left out. */
function objectAt(pointer: string, value: unknown, mistakes: Mistakes): Readonly<Record<string, unknown>> {
  if (value === undefined) return {}
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return { ...value }
  const what = pointer === "" ? "The body" : "filter_args"
  mistakes.report({ pointer }, "type-mismatch", `${what} expects an object`)
  return {}
}
