import { FilterError } from "../../diagnostics/filter-error.ts"
import type { Filter } from "../../filter/filter.ts"
import { fold } from "../../filter/fold.ts"
import type { Schema } from "../../schema/schema.ts"
import { onField } from "./condition.ts"
import { fieldsOf, type MongoOptions } from "./fields.ts"
import { everyOf, type MongoQuery, someOf } from "./query.ts"

/**
 * Compiles a filter to a query of MongoDB, for `find`, `countDocuments`, `$match` and the like.
 *
 * The fields of a filter are those of the documents. Related records are embedded: an array of documents for a relation
 * to many, a document for a relation to one. Date-times are Dates, and all other values are those of the filter.
 * `fields` changes paths and stored forms. The query means the same as the filter if texts compare without a collation.
 *
 * @param filter a checked filter
 * @param options `fields`: the paths and stored forms, by name of field or relation
 * @returns the query, in which no name and no operator comes from the input
 * @throws TypeError if the filter is not a checked filter, if a decimal field has no `convert`, if an option has
 *   another type, or if `convert` returns a promise, a function, a symbol, a RegExp or an invalid Date
 * @throws RangeError if there is no such option, or if a path is empty, begins with `$`, or the like
 * @throws FilterError `invalid-value`, when no query expresses a condition: the order of a field that ignores case, a
 *   text longer than a pattern may be, a decimal of more than 34 digits, or a value that `convert` refuses
 * @throws FilterError `limit-exceeded`, when the filter nests deeper than MongoDB allows
 *
 * @example
 * ```ts
 * const filter = parseFilter(customers, '{"state":{"$ne":"deleted"},"contacts.value":{"$contains":"@example.com"}}')
 * toMongo(filter)
 * // {
 * //   $and: [
 * //     { state: { $ne: "deleted" } },
 * //     { contacts: { $elemMatch: { value: { $regex: "@example\\.com" } } } },
 * //   ],
 * // }
 * ```
 *
 * @example
 * ```ts
 * const filter = parseFilter(customers, '{"id":7,"createdAt":{"$lt":"2024-01-01"}}')
 * toMongo(filter, { fields: { id: { path: "_id" }, createdAt: { path: "dates.created" } } })
 * // { $and: [{ _id: { $eq: 7 } }, { "dates.created": { $lt: new Date("2024-01-01T00:00:00Z") } }] }
 * ```
 */
export function toMongo<S extends Schema = never>(
  filter: Filter<S>,
  options: MongoOptions<S> = {},
): MongoQuery {
  const fields = fieldsOf(options)
  const { query, levels } = fold<Nested>(filter, {
    and: (operands) => nested(operands, everyOf),
    or: (operands) => nested(operands, someOf),
    condition: (node) => ({ query: onField(node, fields), levels: 1 }),
  })
  if (levels > MOST_LEVELS)
    throw new FilterError([
      {
        code: "limit-exceeded",
        message: `The filter nests ${levels} levels deep, but MongoDB allows at most ${MOST_LEVELS}`,
        params: { limit: "maxStatementDepth", database: "MongoDB", maximum: MOST_LEVELS, actual: levels },
        path: [],
        hint: "write conditions side by side instead of inside each other",
      },
    ])
  return query
}

/**
 * MongoDB promises to read documents of 100 levels. A filter of n levels has a query of at most 2n + 6: a level of a
 * filter is a document and a list, and a condition on related records has documents of its own.
 */
const MOST_LEVELS = 45

/** A query, and how many levels the filter has that it was made of. */
interface Nested {
  readonly query: MongoQuery
  readonly levels: number
}

function nested(operands: readonly Nested[], join: (queries: readonly MongoQuery[]) => MongoQuery): Nested {
  return {
    query: join(operands.map(({ query }) => query)),
    levels: operands.reduce((most, { levels }) => Math.max(most, levels), 0) + 1,
  }
}
