import { type Condition, FieldCondition } from "@ucast/core"
import type { Compare, Contains, Filter, In } from "../../filter/filter.ts"
import { fold } from "../../filter/fold.ts"
import type { Field } from "../../schema/field.ts"
import type { Value } from "../../schema/field-type.ts"
import { isNegative, type Operator, rangeOf } from "../../schema/operators.ts"
import { misreading } from "./misread-name.ts"
import { ordersAlike } from "./order-of-texts.ts"
import { allOf, conditionOf, notOf, type Part, someOf } from "./part.ts"
import { regexOf } from "./regex-text.ts"
import { refusal, ucastValue } from "./ucast-value.ts"

/**
 * Writes a filter as a condition of `@ucast/core`, which CASL and the interpreters of ucast read.
 *
 * The condition is exact for records of JavaScript in these forms: a missing value is absent or null, not undefined. An
 * integer is a number, or a bigint beyond 2^53. A date-time is a Date. A decimal is a number. A reference is the id. A
 * UUID is in lower case. A relation to many is a list of objects, and a relation to one an object or null.
 *
 * The condition is no JSON: it may have Dates, bigints, for which `JSON.stringify` throws, and RegExps, which become `{}`.
 *
 * @param filter a checked filter
 * @returns a `CompoundCondition` or a `FieldCondition`. `and` without conditions matches every record, and `or`
 * without conditions no record
 * @throws FilterError `invalid-value` with the reason `backend` if no condition means the same: a date-time with more
 * digits than milliseconds; a decimal that is no JavaScript number; an order on a field that ignores case; an order by a
 * text with a character from U+D800 on, which JavaScript orders differently; a field that interpreters do not take for
 * one, because it has the name `__itself__` or is a number in a relation to many
 * @throws TypeError if the argument is not a checked filter
 *
 * @example
 * ```ts
 * const condition = toUcast(parseFilter(customers, '{"state":"active","id":{"$in":[1,2]}}'))
 * JSON.stringify(condition)
 * // '{"operator":"and","value":[{"operator":"eq","value":"active","field":"state"},{"operator":"in","value":[1,2],"field":"id"}]}'
 * ```
 */
export function toUcast(filter: Filter): Condition {
  return conditionOf(
    fold<Part>(filter, {
      and: allOf,
      or: someOf,
      condition: (node) => conditionPart(node),
    }),
  )
}

function conditionPart(node: Compare | In | Contains): Part {
  const reason = misreading(node.field)
  if (reason !== undefined) throw refusal(node.field, reason)
  return parts[node.kind](node as never)
}

/** What each kind of condition becomes. */
const parts: {
  readonly compare: (node: Compare) => Part
  readonly in: (node: In) => Part
  readonly contains: (node: Contains) => Part
} = {
  compare({ operator, field, value }) {
    if (value !== null && rangeOf(operator) !== undefined) return order(field, operator, value)
    return value === null ? nullTest(field, operator) : equality(field, operator, value)
  },
  in({ operator, field, values }) {
    const join = isNegative(operator) ? allOf : someOf
    const single = isNegative(operator) ? "$ne" : "$eq"
    const present = values.filter((value) => value !== null)
    // A list of ucast finds null, but not a missing value.
    const missing = present.length < values.length ? [nullTest(field, single)] : []
    if (!field.caseSensitive)
      return join([...present.map((value) => equality(field, single, value)), ...missing])
    if (present.length === 0) return join(missing)
    return join([
      on(
        field,
        operator,
        present.map((value) => ucastValue(field, value)),
      ),
      ...missing,
    ])
  },
  contains: ({ field, value }) =>
    new FieldCondition("regex", field.name, regexOf(value, !field.caseSensitive, "anywhere")),
}

function on({ name }: Field, operator: Operator, value: unknown): Condition {
  return new FieldCondition(operator.slice(1), name, value)
}

function equality(field: Field, operator: Operator, value: Value): Condition {
  if (field.caseSensitive) return on(field, operator, ucastValue(field, value))
  const equal = new FieldCondition("regex", field.name, regexOf(String(value), true, "whole"))
  return isNegative(operator) ? notOf(equal) : equal
}

/** The interpreter of @ucast/js finds no null in a related record that is missing, so that is a test of its own. */
function nullTest(field: Field, operator: Operator): Part {
  const test = on(field, operator, null)
  const { relation } = field
  if (relation?.cardinality !== "one") return test
  const join = isNegative(operator) ? allOf : someOf
  return join([new FieldCondition(operator.slice(1), relation.name, null), test])
}

/** In JavaScript, null is less than 5. In a list of related values, each one needs the test for null. */
function order(field: Field, operator: Operator, value: Value): Part {
  if (!field.caseSensitive) throw refusal(field, "ignores case, and no order of ucast does")
  if (typeof value === "string" && !ordersAlike(value))
    throw refusal(
      field,
      "is ordered by code points: JavaScript orders texts with such characters differently",
    )
  const operand = ucastValue(field, value)
  if (!field.nullable) return on(field, operator, operand)
  if (field.relation?.cardinality !== "many")
    return allOf([on(field, operator, operand), nullTest(field, "$ne")])
  const inRow = { ...field, name: field.property }
  return new FieldCondition(
    "elemMatch",
    field.relation.name,
    conditionOf(allOf([on(inRow, operator, operand), on(inRow, "$ne", null)])),
  )
}
