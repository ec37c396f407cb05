import type { Filter } from "../../filter/filter.ts"

/** The filter that a condition in another notation means, or the reason why no filter means the same. */
export type Translation = Filter | string

/** Joins filters. A reason why there is no filter for one part is a reason for the whole. */
export function joined(join: (filters: Filter[]) => Filter, parts: readonly Translation[]): Translation {
  const filters: Filter[] = []
  for (const part of parts) {
    if (typeof part === "string") return part
    filters.push(part)
  }
  return join(filters)
}

/** Goes on from the filter, if there is one. */
export function andThen(translation: Translation, further: (filter: Filter) => Translation): Translation {
  return typeof translation === "string" ? translation : further(translation)
}
