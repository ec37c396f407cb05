import { and } from "../../../filter/filter.ts"

import type { ReadPart } from "./filter-kind.ts"
import { joinOnValue } from "./join.ts"

/** The multi filter: all filters of its list that somebody uses. */
export function readMulti(readFilter: ReadPart): ReadPart {
  return (context, filter, place) => {
    const { reader } = context
    const listPath = [...place.path, "filterModels"]
    const parts = reader.list(reader.member(filter, "filterModels"), listPath)?.flatMap((item, index) => {
      // Nobody uses this one.
      if (item === null) return []
      const path = [...listPath, index]
      return () => {
        const model = reader.object(item, path)
        return model && readFilter(context, model, { ...place, path, depth: place.depth + 1 })
      }
    })
    return parts && joinOnValue(reader, place, { operator: "multi", join: and, asksAll: true }, parts)
  }
}
