import { EACH_FOR_ITSELF } from "../../check/translation/one-row.ts"
import { type Join, joined, type Translation } from "../../check/translation/translation.ts"
import { and, or } from "../../filter/filter.ts"
import type { Field } from "../../schema/field.ts"

/** One value of the field satisfies all the conditions. On a relation to many, only a single condition says so. */
export function oneValue(field: Field, conditions: readonly Translation[]): Translation {
  return unlessMany(and, field, conditions)
}

/**
 * The field has a value, and it is on one of the two sides. On a relation to many, this may ask for a value on a side,
 * or for no value between them.
 */
export function onEitherSide(field: Field, below: Translation, above: Translation): Translation {
  return unlessMany(or, field, [below, above])
}

function unlessMany(join: Join, { relation }: Field, conditions: readonly Translation[]): Translation {
  return relation?.cardinality === "many" && conditions.length > 1
    ? EACH_FOR_ITSELF
    : joined(join, conditions)
}
