import { parseFilter } from "desk-filter"
import { filterBuilder } from "desk-filter/builder"
import { type CustomerFilter, visibleCustomers } from "../customers/schema.ts"
import { membersOf, type ObjectInBody, rejectMembers } from "../http/members.ts"
import { Mistakes } from "../http/mistakes.ts"
import { Parameters, queryOf } from "../http/parameters.ts"

/** What a client asks to be told about. */
export interface SubscriptionRequest {
  readonly filter: CustomerFilter
  /** Whether the filter can match archived customers. Without them, a customer that is archived leaves. */
  readonly includeArchived: boolean
}

/** The query parameters of a subscription. */
export const subscriptionParameters = ["includeArchived"] as const

const { none } = filterBuilder(visibleCustomers)

const BODY: ObjectInBody = { pointer: "", subject: "The body" }

/** @throws RequestError with every error in the query and the body */
export function readSubscription(url: string, body: unknown): SubscriptionRequest {
  const mistakes = new Mistakes()
  const parameters = new Parameters(queryOf(url), subscriptionParameters, mistakes)
  const { filter, ...unknown } = membersOf(BODY, body, mistakes)
  rejectMembers(BODY, unknown, "use filter", mistakes)
  const request: SubscriptionRequest = {
    filter: readFilter(filter, mistakes),
    includeArchived: parameters.flag("includeArchived"),
  }
  mistakes.check()
  return request
}

/** Reads the filter, which may be JSON or a string. */
function readFilter(filter: unknown, mistakes: Mistakes): CustomerFilter {
  const source = { pointer: "/filter" }
  if (filter !== undefined) return mistakes.read(source, none, () => parseFilter(visibleCustomers, filter))
  const hint = "to hear of every customer, send an empty filter: {}"
  mistakes.report(source, "missing-filter", "No filter selects the customers to hear of", hint)
  return none
}
