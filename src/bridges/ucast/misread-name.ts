import type { Field } from "../../schema/field.ts"

/** ITSELF of @ucast/core. */
const ITSELF = "__itself__"

/** What interpreters take the field's name for, if they do not take it for a name. The reason follows the name. */
export function misreading({ name, property, relation }: Field): string | undefined {
  if ([name, property, relation?.name].includes(ITSELF))
    return `has the name ${ITSELF}: interpreters take it for the whole record`
  // For @ucast/js, `tags.0` is the first tag.
  return relation?.cardinality === "many" && !Number.isNaN(Number(property))
    ? "has a number for a name: interpreters take it for the position of a related record"
    : undefined
}
