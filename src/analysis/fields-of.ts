import type { Filter } from "../filter/filter.ts"
import { fold } from "../filter/fold.ts"
import type { FieldName } from "../schema/infer.ts"
import type { Schema } from "../schema/schema.ts"

/**
 * Lists the fields that a filter uses, each once, in the order of the filter. Use it for logs, or to find out which
 * indexes you need.
 *
 * @param filter a checked filter
 * @returns the names, including relation paths
 * @throws TypeError if the filter is not a checked filter
 *
 * @example
 * ```ts
 * fieldsOf(parseFilter(customers, '{"state":"active","$or":[{"id":1},{"contacts.value":"a"},{"id":2}]}'))
 * // ["state", "id", "contacts.value"]
 * ```
 */
export function fieldsOf<S extends Schema>(filter: Filter<S>): readonly FieldName<S>[] {
  const names = new Set<string>()
  fold<unknown>(filter, {
    and: () => undefined,
    or: () => undefined,
    condition: ({ field }) => names.add(field.name),
  })
  return [...names] as FieldName<S>[]
}
