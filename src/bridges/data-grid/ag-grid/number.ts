import { joined, type Translation } from "../../../check/translation/translation.ts"
import { and } from "../../../filter/filter.ts"
import type { Operator } from "../../../schema/operators.ts"
import { inWords, kindOf } from "../../../text/value-kind.ts"
import { writtenValue } from "../../written-value.ts"
import { FILTER_VALUES, type FilterKind, type Rule } from "./filter-kind.ts"
import { type Comparison, scalarOperators } from "./scalar.ts"

const OPERATORS: Readonly<Record<Comparison, Operator>> = {
  equals: "$eq",
  notEqual: "$ne",
  greaterThan: "$gt",
  greaterThanOrEqual: "$gte",
  lessThan: "$lt",
  lessThanOrEqual: "$lte",
}

function compared({ reader, on }: Rule, comparison: Comparison, value: unknown): Translation {
  const condition = reader.condition(OPERATORS[comparison], on.field.name, value)
  // $ne matches a record without a value, and notEqual does not.
  return comparison === "notEqual" && on.field.nullable
    ? joined(and, [condition, on.testNull("$ne")])
    : condition
}

/** The number filter. It writes numbers: for the grid, a text equals none. */
export const numbers: FilterKind = {
  values: FILTER_VALUES,
  operators: /* @__PURE__ */ scalarOperators((rule, comparison, value) =>
    typeof value === "number"
      ? compared(rule, comparison, value)
      : `a number filter compares with a number, not with ${inWords(kindOf(value))}`,
  ),
}

/** The filter of a column of large integers: its values are texts, so that no digit is lost. */
export const bigints: FilterKind = {
  values: FILTER_VALUES,
  operators: /* @__PURE__ */ scalarOperators((rule, comparison, value) =>
    compared(rule, comparison, writtenValue(rule.on.field, value)),
  ),
}
