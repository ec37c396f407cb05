import type { Join, Translation } from "../../check/translation/translation.ts"
import { and, type Filter, or } from "../../filter/filter.ts"
import type { Field } from "../../schema/field.ts"
import type { Operator } from "../../schema/operators.ts"
import { afterPrefix } from "../../text/after-prefix.ts"
import { isText } from "../is-text.ts"
import type { ModelReader } from "../model-reader.ts"
import { noText, startsWith } from "../starts-with.ts"
import { valueOrder } from "../value-order.ts"
import { NO_EXCLUSION } from "./refused-operators.ts"
import type { RuleOperatorName } from "./rule-operators.ts"

/** The field of a rule, and its values: as many as the operator takes. */
interface Rule {
  readonly reader: ModelReader
  readonly field: Field
  readonly values: readonly unknown[]
}

/** What a rule with one operator means. */
type TranslateRule = (rule: Rule) => Translation

/** What a rule means with each operator that is a filter. */
export const translateRule: Readonly<Record<RuleOperatorName, TranslateRule>> = {
  "=": compare("$eq"),
  "!=": compare("$ne"),
  "<": compare("$lt"),
  "<=": compare("$lte"),
  ">": compare("$gt"),
  ">=": compare("$gte"),
  contains: compare("$contains"),
  beginsWith,
  doesNotBeginWith,
  null: testNull("$eq", "$in"),
  notNull: testNull("$ne", "$nin"),
  in: (rule) => condition(rule, "$in", rule.values),
  notIn: (rule) => condition(rule, "$nin", rule.values),
  between,
  notBetween,
}

/** What a rule means in a group that is negated, if the opposite of its filter is not the simplest one. */
export const translateNegated: Readonly<Partial<Record<RuleOperatorName, TranslateRule>>> = {
  contains: () => NO_EXCLUSION,
  beginsWith: doesNotBeginWith,
  doesNotBeginWith: beginsWith,
  between: notBetween,
  notBetween: between,
}

function condition({ reader, field }: Rule, operator: Operator, argument: unknown): Filter {
  return reader.condition(operator, field.name, argument)
}

/* @__NO_SIDE_EFFECTS__ */
function compare(operator: Operator): TranslateRule {
  return (rule) => condition(rule, operator, rule.values[0])
}

/** A field that lacks the operator for one value may have the one for a list. */
/* @__NO_SIDE_EFFECTS__ */
function testNull(one: Operator, list: Operator): TranslateRule {
  return (rule) => {
    const { operators } = rule.field
    return operators.includes(list) && !operators.includes(one)
      ? condition(rule, list, [null])
      : condition(rule, one, null)
  }
}

function beginsWith({ reader, field, values }: Rule): Translation {
  return startsWith(reader, field, values[0])
}

function doesNotBeginWith(rule: Rule): Translation {
  const { field, values } = rule
  const below = condition(rule, "$lt", values[0])
  if (!isText(field)) return noText(field)
  const end = afterPrefix(String(values[0]), !field.caseSensitive)
  return orNull(rule, end === undefined ? [below] : [below, condition(rule, "$gte", end)])
}

function between(rule: Rule): Translation {
  return inRange(rule, "$gte", "$lte", and)
}

function notBetween(rule: Rule): Translation {
  return inRange(rule, "$lt", "$gt", (outside) => orNull(rule, outside))
}

/** Two conditions: one on each end of a range. */
function inRange(rule: Rule, onLeast: Operator, onGreatest: Operator, join: Join): Translation {
  const { field, values } = rule
  const [least, greatest, ...more] = values
  if (more.length > 0) return "a range has two ends: write two values"
  const [from, upTo] = [condition(rule, onLeast, least), condition(rule, onGreatest, greatest)]
  // Some exports of React Query Builder sort the ends, and others do not.
  return valueOrder(field, from, upTo) > 0
    ? "the first value is greater than the second: swap them"
    : join([from, upTo])
}

/** Values outside of a range, or no value. */
function orNull(rule: Rule, filters: Filter[]): Filter {
  return or(rule.field.nullable ? [...filters, condition(rule, "$eq", null)] : filters)
}
