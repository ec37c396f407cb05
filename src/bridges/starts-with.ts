import type { Translation } from "../check/translation/translation.ts"
import { and } from "../filter/filter.ts"
import type { Field } from "../schema/field.ts"
import { afterPrefix } from "../text/after-prefix.ts"
import { isText } from "./is-text.ts"
import type { ModelReader } from "./model-reader.ts"

/** Why two conditions on a relation to many do not ask for one related record. */
export const TWO_RECORDS =
  "two related records might satisfy its two conditions, one each: on a relation to many, use an operator with one condition"

/**
 * The texts that start with a prefix: those from the prefix up to the first text behind them.
 *
 * @throws FilterError if the prefix is no value of the field, or the field cannot be compared
 */
export function startsWith(reader: ModelReader, field: Field, prefix: unknown): Translation {
  const { name, relation, caseSensitive } = field
  const from = reader.condition("$gte", name, prefix)
  if (!isText(field)) return noText(field)
  const end = afterPrefix(String(prefix), !caseSensitive)
  if (end === undefined) return from
  return relation?.cardinality === "many" ? TWO_RECORDS : and([from, reader.condition("$lt", name, end)])
}

/** Why a field has no prefixes. */
export function noText({ name, type }: Field): string {
  return `field ${name} of type ${type} is not a text`
}
