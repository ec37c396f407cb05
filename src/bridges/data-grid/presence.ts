import type { OnField } from "../../check/translation/on-field.ts"
import type { Translation } from "../../check/translation/translation.ts"
import { and, or } from "../../filter/filter.ts"

/** The field has a value. */
export function hasValue(on: OnField): Translation {
  return alwaysHasValue(on) ? and([]) : on.hasValue()
}

/** The field has no value. */
export function hasNoValue(on: OnField): Translation {
  return alwaysHasValue(on) ? or([]) : on.hasNoValue()
}

function alwaysHasValue({ field, isMany }: OnField): boolean {
  return !(field.nullable || isMany)
}
