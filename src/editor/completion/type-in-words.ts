import type { Field } from "../../schema/field.ts"

/** The type of a field in a few words: `enum, may be null`, `string of contacts`. */
export function typeInWords({ type, relation, nullable }: Field): string {
  const optional = nullable ? ", may be null" : ""
  return relation === undefined ? `${type}${optional}` : `${type} of ${relation.name}${optional}`
}
