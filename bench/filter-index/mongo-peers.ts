import { guard } from "@ucast/mongo2js"
import { Query } from "mingo"
import siftModule from "sift"
import { type Contender, loop } from "./contenders.ts"
import type { Ticket } from "./tickets.ts"
import { escaped, type Language, translate } from "./translate.ts"

// sift is CommonJS. Node's default import is the function itself, although the types say otherwise.
const sift = siftModule as unknown as typeof siftModule.default

type Test = (record: object) => boolean

/** MongoDB has no `$contains`, so the peers use `$regex`. */
const mongo: Language<object> = {
  and: (parts) => ({ $and: parts }),
  or: (parts) => ({ $or: parts }),
  field: (name, conditions) => ({
    [name]: Object.fromEntries(
      conditions.map(([operator, operand]) =>
        operator === "$contains" ? ["$regex", escaped(String(operand))] : [operator, operand],
      ),
    ),
  }),
}

/** For @ucast/mongo2js, null is less than every value. Of the fields that are ordered, only this one may be null. */
const ucast: Language<object> = {
  ...mongo,
  field: (name, conditions) =>
    mongo.field(
      name,
      name === "dueAt" && conditions.some(([operator]) => operator === "$lt")
        ? [...conditions, ["$ne", null]]
        : conditions,
    ),
}

/** The peers compare texts exactly, so their records have the texts that ignore case in lower case. */
function inLowerCase(ticket: Ticket): object {
  const { preview, customer } = ticket
  return {
    ...ticket,
    preview: preview?.toLowerCase() ?? null,
    customer: customer && { ...customer, email: customer.email.toLowerCase() },
  }
}

/** @ucast/mongo2js finds no null in an object that is not there. */
function withCustomer(ticket: Ticket): object {
  const absent = ticket.customer === null && { customer: { id: null, email: null, name: null } }
  return { ...inLowerCase(ticket), ...absent }
}

function peer(
  name: string,
  compile: (query: object) => Test,
  language = mongo,
  prepare = inLowerCase,
): Contender {
  return {
    name,
    filters: 10_000,
    records: 12,
    prepare,
    build: (saved) => loop(saved.map(({ written }) => compile(translate(written, language)))),
  }
}

/** The libraries for MongoDB's filters. None has an index, so each is a loop over compiled predicates. */
export const mongoPeers: readonly Contender[] = [
  peer("@ucast/mongo2js", (query) => guard(query) as unknown as Test, ucast, withCustomer),
  peer("sift", (query) => sift<object>(query)),
  peer("mingo", (query) => {
    const compiled = new Query(query)
    return (record) => compiled.test(record as Record<string, unknown>)
  }),
]
