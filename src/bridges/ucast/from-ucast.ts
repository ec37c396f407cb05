import type { Filter } from "../../filter/filter.ts"
import type { Limits } from "../../read/limits.ts"
import { assertSchema } from "../../schema/assert-schema.ts"
import type { Schema } from "../../schema/schema.ts"
import { quote } from "../../text/quote.ts"
import { inWords, kindOf } from "../../text/value-kind.ts"
import { assertOptions } from "../assert-options.ts"
import { notA } from "../model-mistakes.ts"
import { readModel } from "../model-reader.ts"
import { readNode } from "./read-node.ts"
import { translateNode } from "./translate-node.ts"

/** Options of {@link fromUcast}. */
export interface FromUcastOptions {
  /** How large the condition may be. Every condition counts once against `maxNodes`. */
  readonly limits?: Partial<Limits>
  /** The table of the records, if Open Policy Agent names it: with `"tickets"`, `tickets.state` is the field `state`. */
  readonly table?: string
}

/** A condition: an instance of any copy of `@ucast/core`, or the JSON that Open Policy Agent writes for the target `ucast`. */
export interface UcastCondition {
  /** In JSON, `compound` joins the conditions of the list `value`, and `field` compares a field with `value`. */
  readonly type?: string
  readonly operator: string
  readonly field?: string
  readonly value?: unknown
}

/**
 * Reads a filter from a condition of ucast: from CASL, or from Open Policy Agent. The condition is checked like the text
 * of a filter, so it may come from a client.
 *
 * A condition means what CASL's own check of a record means by it. If other interpreters disagree about null, case or
 * order there, the condition is an error. There is one exception: in JavaScript, null is less than 5, but no filter
 * matches null by an order.
 *
 * CASL compares values as JavaScript does: the text `"7"` is not the number 7. So an instance of a condition must have
 * values in the form that records of JavaScript have: a number for an integer, a decimal and a reference, or a bigint
 * beyond 2^53; a Date for a date-time; a UUID in lower case. Another form is an error. The filter then never matches more
 * records than CASL permits, if the records have these forms too.
 *
 * JSON has no Dates, and Open Policy Agent writes it. Its values are read by the type of the field, as in a filter: the
 * text `"7"` is the integer 7.
 *
 * @param schema the fields that the condition may use
 * @param condition instances of any copy of `@ucast/core`, or their JSON `{ type, operator, field, value }`. The
 * operators are and, or, not, nor, eq, ne, lt, lte, le, gt, gte, ge, in, within, nin, regex, contains, startswith and
 * elemMatch
 * @returns the filter that matches the same records
 * @throws FilterError with every mistake. The `path` of a mistake leads to the condition, such as `["value", 0]`. Null and
 * undefined are mistakes: CASL and Open Policy Agent answer so if nothing is permitted
 * @throws TypeError if the first argument is no schema, or the table is no string
 * @throws RangeError if an option is unknown, a limit is invalid, or the table is empty or a relation of the schema
 *
 * @example
 * ```ts
 * const condition = {
 *   type: "compound",
 *   operator: "and",
 *   value: [
 *     { type: "field", operator: "eq", field: "state", value: "active" },
 *     { type: "compound", operator: "not", value: [{ type: "field", operator: "in", field: "id", value: [1, 2] }] },
 *   ],
 * }
 * stringify(fromUcast(customers, condition)) // '{"state":"active","id":{"$nin":[1,2]}}'
 * ```
 */
export function fromUcast<S extends Schema>(
  schema: S,
  condition: UcastCondition,
  options: FromUcastOptions = {},
): Filter<S> {
  assertOptions(options, ["limits", "table"])
  assertSchema(schema)
  const { table } = options
  if (table !== undefined) assertTable(schema, table)
  const place = {
    path: [],
    depth: 1,
    prefix: "",
    table: table === undefined ? "" : `${table}.`,
    isInstance: false,
  }
  return readModel(schema, options.limits, (reader) => {
    if (isMissing(condition)) return reader.refuse([], { ...notA("object", condition), hint: NOTHING })
    const node = readNode(reader, condition, place)
    return translateNode(reader, node, { isNegated: false, nulls: undefined, row: undefined })
  })
}

/** Without the name of a relation, all of its fields would be fields of the record. */
function assertTable(schema: Schema, table: string): void {
  if (typeof table !== "string")
    throw new TypeError(`The option table must be a string, not ${inWords(kindOf(table))}`)
  if (table === "" || schema.relations.has(table))
    throw new RangeError(
      `The option table must be the name of a table, and not of a relation: ${quote(table)}`,
    )
}

const NOTHING =
  "without a condition nothing is permitted: answer without a query, or with the filter none of the builder"

function isMissing(condition: unknown): boolean {
  return condition === undefined || condition === null
}
