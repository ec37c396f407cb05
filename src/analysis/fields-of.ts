import type { Filter } from "../filter/filter.ts"
import { fold } from "../filter/fold.ts"
import type { FieldName } from "../schema/infer.ts"
import type { Schema } from "../schema/schema.ts"

/**
 * The fields that a filter asks for, each once, in the order in which they stand in it: for logs,
 * and to see which indexes are needed.
 *
 * @param filter a checked filter
 * @returns the names, relation paths included
 *
 * @example
 * ```ts
 * fieldsOf(parseFilter(customers, '{"state":"active","$or":[{"id":1},{"contacts.value":"a"},{"id":2}]}'))
 * // ["state", "id", "contacts.value"]
 * ```
 */
export function fieldsOf<S extends Schema>(filter: Filter<S>): readonly FieldName<S>[] {
  const names = fold<readonly string[]>(filter, {
    and: (operands) => operands.flat(),
    or: (operands) => operands.flat(),
    condition: ({ field }) => [field.name],
  })
  return [...new Set(names)] as FieldName<S>[]
}
